import { Stopped } from "@/domain/import/failure";
import type { RowReading } from "@/domain/import/row";
import type { FigureInput } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import { ok, type Refusal, type Result, refused } from "@/domain/result";
import type { Database, Db } from "../client";
import type { CheckedFigure } from "../queries/import-validate";
import { type ImportPlan, planImport } from "../queries/plan-import";
import { acknowledgeRows } from "./acknowledge-rows";
import { figuresAtOnce, importFigures } from "./import-figures";
import { prepareImport } from "./prepare-import";
import { type QuotePlace, recordQuotes } from "./record-quotes";
import { given, heart, layDownFailed, WorkRefused } from "./work-in-hand";
import { type BegunImport, beatImport, beginImport, endImport } from "./work-on-import";

export type RunOptions = {
  /** `all` takes nothing in unless every row can be. */
  readonly only: "valid" | "all";
  /** The names of the columns as RFC 4180 writes them: the first line of the table, in which records stand. */
  readonly header: string;
  /** Told after every chunk how many figures are written, of how many. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
  /** Stops between two chunks; run again, it goes on from there. */
  readonly signal?: AbortSignal;
};

/** What an import wrote, earlier attempts included. */
export type Imported = { readonly new: number; readonly changed: number };

/**
 * Takes a checked file in as drafts, in chunks of which each is one transaction. Stopped anywhere, even killed, it is
 * run again and goes on: what is written says what the file says, and so is no change any more. While one process is at
 * work, another is refused as a conflict.
 */
export async function runImport(
  { db }: Pick<Database, "db">,
  editor: Editor,
  publicId: string,
  readings: AsyncIterable<RowReading> | Iterable<RowReading>,
  options: RunOptions,
): Promise<Result<Imported, Refusal>> {
  const begun = await beginImport(db, editor, { publicId, work: "importing" });
  if (!begun.ok) return begun;
  const work = begun.value;
  const { rowVersion } = work;
  try {
    const held: RowReading[] = [];
    for await (const reading of readings) held.push(reading);
    const plan = await planImport({ db }, work.map, held, { beat: heart(db, editor, work) });
    const { refused: no } = plan.report.counts;
    if (options.only === "all" && no > 0) {
      given(await endImport(db, editor, { publicId, rowVersion, state: "checked", failure: null }));
      return refused({ kind: "invalid", fields: { rows: [`${no} cannot be taken in`] } });
    }
    await writeAll({ db, editor, work, held, options }, plan);
    return ok(given(await endImport(db, editor, { publicId, rowVersion, state: "imported", failure: null })));
  } catch (error) {
    await layDownFailed(db, editor, work, error);
    if (error instanceof WorkRefused) return refused(error.refusal);
    throw error;
  }
}

type Running = {
  readonly db: Db;
  readonly editor: Editor;
  readonly work: BegunImport;
  readonly held: readonly RowReading[];
  readonly options: RunOptions;
};

/** Plans are made anew for what moved while they were carried out; who meddles more often than this is told. */
const mostPlans = 5;

async function writeAll(running: Running, first: ImportPlan): Promise<void> {
  const { db, editor, work, held } = running;
  let [plan, done, version] = [first, work.done, null as number | null];
  for (let planned = 1; ; planned++) {
    version ??= await prepare(running, plan);
    const written = await writePlan(running, plan, version, done);
    done += written.written;
    if (written.stale === 0) return;
    if (planned === mostPlans)
      throw new Stopped(`${written.stale} figures keep changing at the desk meanwhile.`, {
        kind: "kept_changing",
        count: written.stale,
      });
    plan = await planImport({ db }, work.map, held, { beat: heart(db, editor, work) });
  }
}

/** @returns the version of the dataset in which rows are kept; null where none is to be kept yet */
async function prepare({ db, editor, work, options }: Running, plan: ImportPlan): Promise<number | null> {
  const { publicId, rowVersion } = work;
  if (plan.writes.length === 0) return null;
  const header = plan.writes.some(({ input }) => input.mentions.some(isOpen)) ? options.header : null;
  const prepared = await prepareImport(db, editor, {
    publicId,
    rowVersion,
    entries: [...plan.entries],
    header,
  });
  return given(prepared).version;
}

type Mention = FigureInput["mentions"][number];

/** Whether a mention stands in a row that is kept with this very import. */
const isOpen = ({ record, version }: Mention): boolean => record !== undefined && version === undefined;

async function writePlan(running: Running, plan: ImportPlan, version: number | null, before: number) {
  const { db, editor, work, options } = running;
  const { publicId, rowVersion } = work;
  const total = before + plan.writes.length;
  given(await beatImport(db, editor, { publicId, rowVersion, total, done: before }));
  const places = await placeQuotes(running, plan.writes);
  const { acknowledged } = plan;
  for (let from = 0; from < acknowledged.length; from += figuresAtOnce) {
    const rows = acknowledged.slice(from, from + figuresAtOnce);
    given(await acknowledgeRows(db, editor, { publicId, rowVersion, rows }));
  }
  const counts = { written: 0, stale: 0 };
  for (let from = 0; from < plan.writes.length; from += figuresAtOnce) {
    options.signal?.throwIfAborted();
    const chunk = plan.writes.slice(from, from + figuresAtOnce);
    const figures = chunk.map((one) => inPlace(one, version, places));
    const { written, stale } = given(await importFigures(db, editor, { publicId, rowVersion, figures }));
    counts.written += written;
    counts.stale += stale;
    await options.onProgress?.(before + counts.written, total);
  }
  return counts;
}

type Places = ReadonlyMap<string, QuotePlace>;
const placeName = (source: string, sentence: string) => `${source}\n${sentence}`;

/** As many texts as are looked through in one transaction. */
const textsAtOnce = 200;

async function placeQuotes({ db, editor, work }: Running, writes: readonly CheckedFigure[]): Promise<Places> {
  const { publicId, rowVersion } = work;
  const texts = new Map<
    string,
    { card: NonNullable<CheckedFigure["quoted"]>["card"]; sentences: Set<string> }
  >();
  for (const { quoted, input } of writes) {
    if (quoted === null) continue;
    const text = texts.get(quoted.slug) ?? { card: quoted.card, sentences: new Set() };
    texts.set(quoted.slug, text);
    text.sentences.add(input.mentions[0]!.sentence); // a quoting figure stands in its quote
  }
  const places = new Map<string, QuotePlace>();
  const all = [...texts].map(([slug, { card, sentences }]) => ({ slug, card, sentences: [...sentences] }));
  for (let from = 0; from < all.length; from += textsAtOnce) {
    const some = all.slice(from, from + textsAtOnce);
    const found = given(await recordQuotes(db, editor, { publicId, rowVersion, texts: some }));
    for (const [index, { slug, sentences }] of some.entries())
      for (const [place, sentence] of sentences.entries())
        places.set(placeName(slug, sentence), found[index]![place]!); // in the order they were asked
  }
  return places;
}

/** A planned figure with the places where its words stand by now. */
function inPlace(one: CheckedFigure, version: number | null, places: Places): CheckedFigure {
  const mentions = one.input.mentions.map((mention, index) => {
    if (isOpen(mention)) return { ...mention, version: version! }; // prepared for it
    if (one.quoted === null || index > 0) return mention;
    const place = places.get(placeName(one.quoted.slug, mention.sentence))!; // asked for above
    return { ...mention, ...place, sentenceEnd: place.sentenceStart + mention.sentence.length };
  });
  return { ...one, input: { ...one.input, mentions } };
}
