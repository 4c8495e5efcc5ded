import { desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { defaultLicenceNote } from "@/domain/article";
import { importAsRead } from "@/domain/import/inputs";
import { dateClaimInput, slug } from "@/domain/inputs";
import { languages } from "@/domain/vocabulary";
import { inList } from "../queries/json-list";
import { sources, sourceVersions } from "../schema/sources";
import { dateColumns } from "./date-columns";
import { idsBySlug } from "./ids";
import { insertRows } from "./insert-rows";
import { mutation, Refused, type Writer } from "./mutation";
import { keepInHand } from "./work-on-import";
import { sha256Of } from "./write-source-version";

const card = z.strictObject({
  slug,
  title: z.string().min(1),
  titlePrinted: z.boolean(),
  publisher: slug,
  url: z.string().nullable(),
  lang: z.enum(languages),
  published: dateClaimInput,
});

const input = importAsRead.extend({
  texts: z
    .array(
      z.strictObject({
        slug,
        /** What to record where the collection does not have the text. */
        card: card.nullable(),
        sentences: z.array(z.string().min(1)).min(1),
      }),
    )
    .min(1),
});

/** Where a sentence stands: in which version of its source, from which unit, and what is around it. */
export type QuotePlace = {
  readonly version: number;
  readonly sentenceStart: number;
  readonly prefix: string;
  readonly suffix: string;
};

/** As anchors keep it. */
const around = 32;

/**
 * Finds where sentences stand in the texts they are quoted from: in any version that has them, the newest first. For
 * those that none has, each text gets one more version made of them, and a text that is not there is recorded.
 * @returns the places in the order of texts and sentences
 */
export const recordQuotes = mutation(
  "record",
  "record_quotes",
  input,
  async (tx, { texts, ...work }, editor) => {
    const { publicId } = await keepInHand(tx, work);
    const made = await recordTexts(
      tx,
      texts.flatMap((text) => text.card ?? []),
    );
    const versions = await versionsOf(
      tx,
      texts.map((text) => text.slug),
    );
    const fresh: (typeof sourceVersions.$inferInsert)[] = [];
    const value = texts.map((text) => {
      const { id, those } = versions.get(text.slug)!; // every text was found, or recorded just above
      const missing = text.sentences.filter((one) => !those.some((version) => version.text.includes(one)));
      if (missing.length > 0) {
        const number = (those[0]?.number ?? 0) + 1;
        const whole = [...new Set(missing)].join("\n\n");
        const facts = { sourceId: id, number, extent: "excerpts", authorId: editor.id } as const;
        fresh.push({ ...facts, text: whole, sha256: sha256Of(whole) });
        those.unshift({ number, text: whole });
      }
      return text.sentences.map((sentence) => placeIn(those, sentence));
    });
    await insertRows(tx, sourceVersions, fresh);
    if (made.length + fresh.length === 0) return { value, unchanged: true };
    const after = { texts: made, versions: fresh.length };
    return { value, entity: `import:${publicId}`, after };
  },
);

type Version = { readonly number: number; readonly text: string };

function placeIn(versions: readonly Version[], sentence: string): QuotePlace {
  const { number: version, text } = versions.find((one) => one.text.includes(sentence))!; // made to hold it
  const sentenceStart = text.indexOf(sentence);
  const end = sentenceStart + sentence.length;
  const prefix = whole(text.slice(Math.max(0, sentenceStart - around), sentenceStart), "start");
  return { version, sentenceStart, prefix, suffix: whole(text.slice(end, end + around), "end") };
}

/** Without the half of a character that a cut left at one end. */
const whole = (words: string, at: "start" | "end"): string =>
  at === "start" ? words.replace(/^[\udc00-\udfff]/, "") : words.replace(/[\ud800-\udbff]$/, "");

/** Records texts. @returns their slugs. @throws Refused conflict where one has been taken since it was planned */
async function recordTexts(tx: Writer, cards: readonly z.output<typeof card>[]): Promise<string[]> {
  const agentId = await idsBySlug(
    tx,
    "agents",
    cards.map(({ publisher }) => publisher),
    "publisher",
  );
  const rows = cards.map(({ publisher, published, ...rest }) => ({
    ...{ ...rest, publisherId: agentId(publisher) },
    ...{ licenceNoteFr: defaultLicenceNote.fr, licenceNoteEn: defaultLicenceNote.en },
    ...dateColumns("published", published),
  }));
  const made = await insertRows<typeof sources, { slug: string }>(
    tx,
    sources,
    rows,
    sql`on conflict (slug) do nothing returning slug`,
  );
  if (made.length < rows.length) throw new Refused({ kind: "conflict" });
  return made.map((row) => row.slug);
}

async function versionsOf(tx: Writer, slugs: readonly string[]) {
  const held = await tx
    .select({ id: sources.id, slug: sources.slug })
    .from(sources)
    .where(sql`${sources.slug} in ${inList(slugs)}`)
    .orderBy(sources.id)
    .for("update"); // versions are numbered one after the other
  const found = new Map(held.map(({ id, slug: name }) => [name, { id, those: [] as Version[] }]));
  const rows = await tx
    .select({ slug: sources.slug, number: sourceVersions.number, text: sourceVersions.text })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(sql`${sources.slug} in ${inList(slugs)}`)
    .orderBy(desc(sourceVersions.number));
  for (const { slug: name, ...version } of rows) found.get(name)!.those.push(version);
  return found;
}
