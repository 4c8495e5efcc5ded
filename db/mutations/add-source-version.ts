import { and, eq, isNull, sql } from "drizzle-orm";
import { sourceVersionInput } from "@/domain/article";
import { type Reanchoring, reanchorAll } from "@/domain/extract/reanchor";
import type { CarryoverState, Language } from "@/domain/vocabulary";
import { findNewestVersion } from "../queries/find-newest-version";
import { liveFigures } from "../queries/live-figures";
import { anchors, figures } from "../schema/figures";
import { sources, sourceVersions } from "../schema/sources";
import { carryovers } from "../schema/suggestions";
import { carriedDecisions } from "./carried-decisions";
import { idsBySlug } from "./ids";
import { mutation, Refused, type Writer } from "./mutation";
import { sha256Of, writeSourceVersion } from "./write-source-version";

/**
 * Records that the text of a source changed: the new text as its next version, with what was read in it. The anchors
 * of its live figures are looked for again, and what became of each is kept for an editor to work through; they
 * themselves stay where they are. What was decided about the same words before stays decided.
 *
 * @returns the number of the version, how many anchors read the same, changed or are gone; with none of them and the
 * version that is there where the text is the newest one already
 */
export const addSourceVersion = mutation(
  "record",
  "add_source_version",
  sourceVersionInput,
  async (tx, { slug, ...read }, editor) => {
    const sourceId = (await idsBySlug(tx, "sources", [slug], "slug"))(slug);
    // One version after the other: their numbers count up.
    await tx.select({ id: sources.id }).from(sources).where(eq(sources.id, sourceId)).for("update");
    const newest = (await findNewestVersion(tx, slug))!; // no source without a version
    const sha256 = sha256Of(read.text);
    if (newest.sha256 === sha256) return { value: { version: newest.number, ...none }, unchanged: true };
    await refuseTextOfAnother(tx, sourceId, sha256);
    const number = newest.number + 1;
    const decisions = await carriedDecisions(tx, newest, read);
    const facts = { sourceId, number, authorId: editor.id };
    const sourceVersionId = await writeSourceVersion(tx, facts, read, decisions);
    const counts = await carryOver(tx, { sourceId, sourceVersionId }, read.text);
    const after = { version: number, sha256, suggestions: read.proposals.length, ...counts };
    return {
      value: { version: number, ...counts },
      entity: `source:${slug}`,
      before: { version: newest.number, sha256: newest.sha256 },
      after,
    };
  },
);

type Counts = Record<CarryoverState, number>;
const none: Counts = { same: 0, changed: 0, gone: 0 };

async function refuseTextOfAnother(tx: Writer, sourceId: number, sha256: string): Promise<void> {
  const [other] = await tx
    .select({ slug: sources.slug })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(and(eq(sourceVersions.sha256, sha256), sql`${sources.id} <> ${sourceId}`))
    .limit(1);
  if (other !== undefined) throw new Refused({ kind: "exists", slug: other.slug });
}

/** Looks for every anchor of a live figure of the source in its new text, and writes down what became of it. */
async function carryOver(
  tx: Writer,
  { sourceId, sourceVersionId }: { sourceId: number; sourceVersionId: number },
  text: string,
): Promise<Counts> {
  const rows = await tx
    .select({ figureId: figures.id, anchor: anchors, lang: sources.lang })
    .from(anchors)
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .innerJoin(figures, liveFigures)
    .where(and(eq(sourceVersions.sourceId, sourceId), isNull(anchors.recordId))); // a row stands in no text
  const language = readAs(rows[0]?.lang ?? "en");
  const found = reanchorAll(
    rows.map(({ anchor }) => anchor),
    text,
    language,
  );
  const counts = { ...none };
  for (const { found: state } of found) counts[state]++;
  const values = rows.map(({ figureId, anchor: { revisionId, mention } }, index) => ({
    ...{ figureId, revisionId, mention, sourceVersionId },
    ...placeOf(found[index]!),
  }));
  if (values.length > 0) await tx.insert(carryovers).values(values);
  return counts;
}

/** Where a sentence and its number stand now, the number inside the sentence as in `anchors`. */
function placeOf({ found, sentence, number, why }: Reanchoring) {
  const inside = sentence !== null && number !== null ? number : null;
  return {
    state: found,
    why,
    sentenceStart: sentence?.start ?? null,
    sentenceEnd: sentence?.end ?? null,
    numberStart: inside && inside.start - sentence!.start,
    numberEnd: inside && inside.end - sentence!.start,
  };
}

/** Texts in a language the reader does not know are split into sentences as English ones are. */
const readAs = (lang: Language) => (lang === "fr" ? "fr" : "en");
