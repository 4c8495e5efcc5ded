import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Passage, PassageMark, Source, SourceWithPassages } from "@/domain/source";
import type { Reader } from "../client";
import { passages, sourceVersions } from "../schema/sources";
import { findDataset, type RowsAsked } from "./find-dataset";
import { findSourceRow, toSource } from "./list-sources";
import { agentsBySlug } from "./reference";
import { listSourceMarks, type SourceMark } from "./source-marks";

/** Rows of a dataset on one page. */
export const rowsOnPage = 50;

type Run = { readonly start: number; readonly end: number };
type Version = typeof sourceVersions.$inferSelect & { readonly runs: readonly Run[] };

/** What is known of a source, without what was taken from it; null where readers may not know of it. */
export async function findSourceFacts(db: Reader, slug: string, revision: number): Promise<Source | null> {
  const row = await findSourceRow(db, slug, revision);
  return row && toSource(row, await agentsBySlug(db));
}

/**
 * A source as far as readers may see it: the passages of its newest text that has any, and what was taken from each.
 * A sentence that this text no longer has is shown from the text it was taken from, after the others. Of a dataset, a
 * page of its rows.
 */
export async function findSource(
  db: Reader,
  slug: string,
  revision: number,
  rows: RowsAsked = { from: null, size: rowsOnPage },
): Promise<SourceWithPassages | null> {
  const row = await findSourceRow(db, slug, revision);
  if (row === null) return null;
  const dataset = row.isDataset ? await findDataset(db, row.source.id, revision, rows) : null;
  const had = await versionsOf(db, row.source.id, revision);
  // Events are as they stand today, on an old page too: so is a source that was added for one since.
  const versions = had.length > 0 ? had : await versionsOf(db, row.source.id, ever);
  const shown = versions.find(({ runs }) => runs.length > 0) ?? versions[0]!; // no source without a version
  const marks = await listSourceMarks(db, row.source.id, revision);
  const placed = marks.map((mark) => placeIn(shown, mark));
  const leftOver = marks.filter((_, index) => !shown.runs.some((run) => holds(run, placed[index])));
  const { number, extent, sha256, documentSha256 } = shown;
  return {
    ...toSource(row, await agentsBySlug(db)),
    extent,
    version: number,
    sha256: documentSha256 ?? sha256,
    dataset,
    passages: [
      ...passagesOf(shown, shown.runs, placed),
      ...versions.filter((version) => version !== shown).flatMap((version) => passagesFor(version, leftOver)),
    ],
  };
}

/** Every text a source had at a revision, newest first, with the passages readers saw of it in reading order. */
async function versionsOf(db: Reader, sourceId: number, revision: number): Promise<Version[]> {
  const versions = await db
    .select()
    .from(sourceVersions)
    .where(and(eq(sourceVersions.sourceId, sourceId), hadBy(revision)))
    .orderBy(desc(sourceVersions.number));
  const rows = await db
    .select({ id: passages.sourceVersionId, start: passages.start, end: passages.end })
    .from(passages)
    .innerJoin(sourceVersions, eq(sourceVersions.id, passages.sourceVersionId))
    .where(and(eq(sourceVersions.sourceId, sourceId), hadBy(revision), openedBy(revision)))
    .orderBy(asc(passages.start), asc(passages.end));
  return versions.map((version) => ({
    ...version,
    runs: joined(rows.filter(({ id }) => id === version.id)),
  }));
}

/** A revision after all others. */
const ever = Number.MAX_SAFE_INTEGER - 1;

/** Texts that were taken in before the revision after this one was published. */
const hadBy = (revision: number): SQL => sql`${sourceVersions.createdAt} < coalesce(
  (select at from collection_revisions where number = ${revision + 1}), 'infinity')`;

/** Passages opened by then: one that a publish opened for its figure, and that tells no event, was closed until it. */
export const openedBy = (revision: number): SQL => {
  const inside = (words: SQL) =>
    sql`${words}.source_version_id = ${passages.sourceVersionId}
      and ${words}.sentence_start >= ${passages.start} and ${words}.sentence_end <= ${passages.end}`;
  const quoted = sql`from anchors quoted join publications told on told.revision_id = quoted.revision_id
    where ${inside(sql.raw("quoted"))}`;
  return sql`(exists (select ${quoted} and told.known_from_rev <= ${revision})
    or not exists (select ${quoted})
    or exists (select from event_anchors dated where ${inside(sql.raw("dated"))}))`;
};

/** Passages that overlap, as one: nobody reads the same words twice. */
function joined(runs: readonly Run[]): Run[] {
  const apart: Run[] = [];
  for (const { start, end } of runs) {
    const last = apart.at(-1);
    if (last !== undefined && start < last.end)
      apart[apart.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else apart.push({ start, end });
  }
  return apart;
}

/** The passages of a version that the marks were taken from. */
function passagesFor(version: Version, marks: readonly SourceMark[]): Passage[] {
  const own = marks
    .filter(({ sourceVersionId }) => sourceVersionId === version.id)
    .map((mark) => placeIn(version, mark));
  return passagesOf(
    version,
    version.runs.filter((run) => own.some((mark) => holds(run, mark))),
    own,
  );
}

function passagesOf(
  { text }: Version,
  runs: readonly Run[],
  marks: readonly (PassageMark | null)[],
): Passage[] {
  return runs.map((run) => ({
    text: text.slice(run.start, run.end),
    marks: marks
      .filter((mark) => mark !== null)
      .filter((mark) => holds(run, mark))
      .sort((a, b) => a.start - b.start)
      .map((mark) => ({ ...mark, start: mark.start - run.start, end: mark.end - run.start })),
  }));
}

const holds = (run: Run, mark: Run | null | undefined): boolean =>
  mark != null && run.start <= mark.start && mark.end <= run.end;

/** A mark where its words stand in the text of a version; null where they are gone. */
function placeIn({ text }: Version, mark: SourceMark): PassageMark | null {
  const start = startIn(text, mark);
  if (start === null) return null;
  return { ...mark.meaning, start: start + mark.wordsStart, end: start + mark.wordsEnd };
}

/** Where a sentence stands in a text, if it was taken from an earlier one; null where it is gone. */
function startIn(
  text: string,
  {
    sentence,
    sentenceStart,
    prefix,
    suffix,
  }: Pick<SourceMark, "sentence" | "sentenceStart" | "prefix" | "suffix">,
): number | null {
  if (text.startsWith(sentence, sentenceStart)) return sentenceStart;
  const inContext = text.indexOf(prefix + sentence + suffix);
  const start = inContext < 0 ? text.indexOf(sentence) : inContext + prefix.length;
  return start < 0 ? null : start;
}
