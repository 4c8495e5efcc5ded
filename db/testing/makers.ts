import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Sql, TransactionSql } from "postgres";
import {
  type DateClaimInput,
  type EventInput,
  type FigureCheckInput,
  type FigureInput,
  figureInput,
  type SourceInput,
} from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";
import { claimantOf } from "@/domain/validate/check-claimant";
import type { Db } from "../client";
import { describeCollection } from "../mutations/describe-collection";
import { mutation } from "../mutations/mutation";
import { publishFigures } from "../mutations/publish-figures";
import { recordAgents } from "../mutations/record-agents";
import { recordFigure } from "../mutations/record-figure";
import { recordMetrics, recordUnits } from "../mutations/record-metrics";
import { recordPlaces } from "../mutations/record-places";
import { recordSource } from "../mutations/record-source";
import { writeRevision } from "../mutations/write-revision";
import type { CollectionSettings } from "../schema/collection";
import { editors } from "../schema/editors";
import { figures } from "../schema/figures";
import { openEnd } from "../schema/publications";

/**
 * An invented collection for the tests: the storks of the Example Ministry. Everything is written through the
 * mutations, and the texts hold characters of two UTF-16 units before and after what is quoted.
 */

export const loader: Editor = { id: "seeds", role: "system" };
export const writer: Editor = { id: "ana", role: "editor" };
export const reviewer: Editor = { id: "rui", role: "reviewer" };
export const admin: Editor = { id: "ada", role: "admin" };

/** The value of a write that must succeed. */
export function done<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const both = (words: string) => ({ fr: words, en: words });

export const storkCollection = (settings: CollectionSettings = {}) => ({
  slug: "storks",
  title: both("Storks"),
  description: both("Storks of the Example Ministry"),
  settings,
  seedsSha256: null,
});

/** Who speaks, where, and what is counted; and an editor of each role. */
export const aCollection = (db: Db, settings: CollectionSettings = {}): Promise<void> =>
  db.transaction((tx) => describeStorks(tx, settings));

async function describeStorks(db: Db, settings: CollectionSettings): Promise<void> {
  done(await describeCollection(db, loader, storkCollection(settings)));
  await db
    .insert(editors)
    .values([writer, reviewer, admin].map((editor) => ({ ...editor, name: editor.id })));
  const units = [
    { slug: "bird", name: both("birds"), symbol: both("birds") },
    { slug: "percent", name: both("per cent"), symbol: both("%") },
  ];
  done(await recordUnits(db, loader, units));
  const agent = { inSentence: null, side: null, mark: null, aliases: [] };
  const agents = [
    { ...agent, slug: "example-ministry", name: both("Example Ministry"), kind: "government_body", mark: 0 },
    { ...agent, slug: "stork-watch", name: both("Stork Watch"), kind: "organisation", mark: 1 },
    { ...agent, slug: "example-gazette", name: both("Example Gazette"), kind: "outlet" },
    { ...agent, slug: "white-storks", name: both("white storks"), kind: "unnamed_group" },
  ] as const;
  done(
    await recordAgents(
      db,
      loader,
      [...agents].map((one) => ({ ...one, aliases: [] })),
    ),
  );
  const places = [
    { slug: "example-marsh", name: both("Example Marsh"), kind: "region", parent: "example-land" },
    { slug: "example-land", name: both("Example Land"), kind: "country", parent: null },
  ] as const;
  done(await recordPlaces(db, loader, [...places]));
  const metric = { group: "supplies", plausibleLow: "0", plausibleHigh: null, position: 1 } as const;
  const storks = {
    ...metric,
    unit: "bird",
    allowedUnits: ["bird"],
    definition: both("Storks that were seen"),
  };
  const metrics = [
    { ...storks, slug: "storks-nesting", name: both("Storks"), kind: "stock", longestSilenceDays: 30 },
    { ...storks, slug: "storks-gone", name: both("Gone"), kind: "flow", longestSilenceDays: null },
    {
      ...metric,
      slug: "share-of-chicks",
      name: both("Chicks"),
      definition: both("Chicks among the storks"),
      kind: "share",
      unit: "percent",
      allowedUnits: ["percent"],
      longestSilenceDays: 30,
    },
  ] as const;
  done(
    await recordMetrics(
      db,
      loader,
      metrics.map((one) => ({ ...one, allowedUnits: [...one.allowedUnits] })),
    ),
  );
}

/** Typeset as the French press does: U+00A0 in the number and the quotation marks, U+202F before the semicolon. */
export const counted =
  "🦩 Selon le ministère de l’Exemple 🦩, près de 1\u00a0500 cigognes 🐣 nichent au marais\u202f; un cinquième n’ont pas un an.";
export const repeated = "«\u00a0Nous en comptons 1\u202f500 🦩\u00a0», répète ÉLOÏSE de l’Observatoire.";
/** Between the passages: editors see it, readers do not. */
export const unseen = "🤫 En secret, il y en aurait 1\u00a0600.";

/** A source as its anchors need it. */
export type TestSource = { readonly slug: string; readonly text: string };

/** A day as the text states it. */
export const on = (day: string): DateClaimInput => ({
  start: day,
  end: day,
  precision: "day",
  basis: "stated",
  reasoning: null,
});
export const noDate: DateClaimInput = {
  start: null,
  end: null,
  precision: "unknown",
  basis: "unknown",
  reasoning: null,
};

type SourceWish = Partial<Omit<SourceInput, "version">> & {
  /** What readers may see; `hidden` stands between any two. */
  readonly passages?: readonly string[];
  readonly hidden?: string;
};

export function storkSource(wish: SourceWish = {}): SourceInput {
  const { passages: runs = [counted, repeated], hidden = `\n\n${unseen}\n\n`, ...rest } = wish;
  const text = runs.join(hidden);
  let start = 0;
  const passages = runs.map((run) => {
    const passage = { start, end: start + run.length, documentStart: null };
    start += run.length + hidden.length;
    return passage;
  });
  return {
    slug: "stork-report",
    title: "Les cigognes 🦩",
    titlePrinted: true,
    publisher: "example-gazette",
    author: null,
    url: null,
    archivedUrl: null,
    published: on("2031-05-05"),
    lang: "fr",
    licenceNote: both("Invented for the tests"),
    version: {
      extent: "full",
      text,
      sha256: sha256(text),
      documentSha256: null,
      documentName: null,
      passages,
    },
    ...rest,
  };
}

export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

export async function aSource(db: Db, wish: SourceWish = {}): Promise<TestSource> {
  const input = storkSource(wish);
  done(await recordSource(db, loader, input));
  return { slug: input.slug, text: input.version.text };
}

type Mention = FigureInput["mentions"][number];

/** Where a sentence stands in a source. */
function placeOf(source: TestSource, sentence: string) {
  const sentenceStart = source.text.indexOf(sentence);
  if (sentenceStart < 0) throw new Error(`not in the text: ${sentence}`);
  const sentenceEnd = sentenceStart + sentence.length;
  const prefix = source.text.slice(Math.max(0, sentenceStart - 4), sentenceStart);
  const suffix = source.text.slice(sentenceEnd, sentenceEnd + 4);
  return { source: source.slug, sentence, sentenceStart, sentenceEnd, prefix, suffix };
}

function markedIn(sentence: string, words: string) {
  const markedStart = sentence.indexOf(words);
  if (markedStart < 0) throw new Error(`"${words}" does not stand in: ${sentence}`);
  return { markedStart, markedEnd: markedStart + words.length };
}

/** A mention of `number` in `sentence`; digits read as themselves, words as `readsAs`. */
export function aMention(
  source: TestSource,
  sentence: string,
  number: string,
  { readsAs = null, ...rest }: Partial<Mention> = {},
): Mention {
  const { markedStart: numberStart, markedEnd: numberEnd } = markedIn(sentence, number);
  const digits = number.replace(/[\s’]/g, "");
  return {
    ...placeOf(source, sentence),
    numberStart,
    numberEnd,
    numberText: number,
    readsAs: /^\d+$/.test(digits) ? digits : readsAs,
    comparator: "=",
    cue: null,
    attribution: [
      { role: "claimed_by", agent: "example-ministry", asPrinted: "le ministère de l’Exemple" },
      { role: "published_by", agent: "example-gazette", asPrinted: null },
    ],
    ...rest,
  };
}

let figuresMade = 0;

/** A figure to be: 1,500 storks, claimed by the ministry on 4 May 2031. */
export const storkFigure = (source: TestSource, wish: Partial<FigureInput> = {}): FigureInput =>
  withClaimant({
    publicId: String(++figuresMade).padStart(8, "0"),
    metric: "storks-nesting",
    subject: "white-storks",
    place: "example-marsh",
    value: "1500",
    low: null,
    high: null,
    unit: "bird",
    comparator: "~",
    cue: "près de",
    statistic: "point",
    per: null,
    modality: "claimed",
    hearsay: false,
    period: on("2031-05-04"),
    reportedOn: on("2031-05-05"),
    rank: "normal",
    supersedes: null,
    note: null,
    ...wish,
    mentions: wish.mentions ?? [aMention(source, counted, "1\u00a0500")],
  });

/** Says on purpose that nobody claims it, where the first mention names nobody. */
const withClaimant = (figure: FigureInput): FigureInput =>
  claimantOf(figure) === null ? { unattributed: true, ...figure } : figure;

/** A figure of any value, its number in words. */
export const figureOf = (source: TestSource, value: string, wish: Partial<FigureInput> = {}): FigureInput =>
  storkFigure(source, {
    value,
    mentions: [aMention(source, counted, "un cinquième", { readsAs: value })],
    ...wish,
  });

/** The day the storks came, dated by the words "au marais". */
export const storkDay = (source: TestSource, wish: Partial<EventInput> = {}): EventInput => ({
  slug: "storks-came",
  name: both("The storks came"),
  date: on("2031-05-01"),
  place: "example-marsh",
  anchors: [{ ...placeOf(source, counted), ...markedIn(counted, "au marais") }],
  ...wish,
});

/** A comparison of two figures, by the words "n’ont pas un an". */
export const storkCheck = (source: TestSource, from: string, to: string): FigureCheckInput => ({
  slug: `${from}-and-${to}`,
  ...placeOf(source, counted),
  ...markedIn(counted, "n’ont pas un an"),
  from,
  to,
  statedChangePercent: "-80",
  note: both("As the text has it"),
});

/** Records a draft. */
export async function aFigure(db: Db, figure: FigureInput, editor: Editor = loader): Promise<FigureInput> {
  done(await recordFigure(db, editor, figure));
  return figure;
}

/** Records a draft past the validator, to ask what the database itself refuses. */
export async function anUncheckedFigure(
  db: Db,
  figure: FigureInput,
  editor: Editor = loader,
): Promise<FigureInput> {
  done(await recordUnchecked(db, editor, figure));
  return figure;
}

const recordUnchecked = mutation("record", "record_figure", figureInput, async (tx, input, editor) => {
  const [figure] = await tx.insert(figures).values({ publicId: input.publicId }).returning();
  const facts = { figureId: figure!.id, number: 1, change: "first", changeReason: null } as const;
  const draftRevisionId = await writeRevision(tx, { ...facts, authorId: editor.id }, input);
  await tx.update(figures).set({ draftRevisionId }).where(eq(figures.id, figure!.id));
  return { value: input.publicId, entity: `figure:${input.publicId}`, after: input };
});

/** Publishes drafts as the seed loader does. @returns the new revision number */
export const publish = async (db: Db, ...figures: readonly FigureInput[]): Promise<number> =>
  done(
    await publishFigures(db, loader, {
      publicIds: figures.map((figure) => figure.publicId),
      route: "seed",
      summary: "Storks",
    }),
  );

/** Records and publishes figures at one revision. */
export const published = (db: Db, ...figures: readonly FigureInput[]): Promise<number> =>
  db.transaction(async (tx) => {
    for (const figure of figures) await aFigure(tx, figure);
    return publish(tx, ...figures);
  });

/** Retracts a published figure in raw SQL, as the database allows. @returns the new revision number */
export async function retract(sql: Sql, { publicId }: FigureInput): Promise<number> {
  return sql.begin(async (tx) => {
    const [raised] =
      await tx`update collection set revision = revision + 1 returning revision::int as number`;
    const [was] = await tx`update publications set known_to_rev = ${raised!.number}
      where figure_id = (select id from figures where public_id = ${publicId}) and known_to_rev = ${openEnd}
      returning figure_id, revision_id`;
    await tx`insert into publications (figure_id, revision_id, status, route, known_from_rev, reason)
      values (${was!.figure_id}, ${was!.revision_id}, 'retracted', 'seed', ${raised!.number}, 'Counted twice')`;
    await tx`update figures set status = 'retracted' where id = ${was!.figure_id}`;
    return raised!.number;
  });
}

/**
 * The constraint that a write breaks; null where the database takes it. Nothing is kept of it either way.
 * For writes in raw SQL, past the mutations.
 */
export async function brokenRule(
  sql: Sql,
  write: (tx: TransactionSql) => Promise<unknown>,
): Promise<string | null> {
  const taken = new Error("taken");
  try {
    return await sql.begin(async (tx): Promise<never> => {
      await write(tx);
      throw taken;
    });
  } catch (error) {
    if (error === taken) return null;
    const { constraint_name: rule } = error as { constraint_name?: string };
    if (rule === undefined) throw error;
    return rule;
  }
}

/** Every row of every table: what a write that fails may not change. */
export async function everythingIn(sql: Sql): Promise<string> {
  const tables = await sql`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const rows = tables.map(({ name }) => `select '${name}' as name, x::text as row from "${name}" x`);
  return JSON.stringify(await sql.unsafe(`${rows.join(" union all ")} order by 1, 2`));
}

/** Writes rows once more with some columns changed. */
export const copyRows = (
  tx: TransactionSql,
  table: string,
  where: string,
  changes: Record<string, unknown>,
) =>
  tx.unsafe(
    `insert into ${table} overriding system value
     select (jsonb_populate_record(old, $1::jsonb)).* from ${table} old where ${where}`,
    [JSON.stringify(changes)],
  );
