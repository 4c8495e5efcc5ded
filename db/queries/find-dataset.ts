import { and, asc, countDistinct, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Dataset, RowPlace, ShownRow } from "@/domain/source";
import type { Reader } from "../client";
import { anchors } from "../schema/figures";
import { publications } from "../schema/publications";
import { records, sourceVersions } from "../schema/sources";
import { shownAt } from "./figure-rows";
import { toFigures } from "./list-figures";
import { rowsOfPublications } from "./rows-of-publications";

/** Where a page of rows begins, and how long it is. */
export type RowsAsked = { readonly from: RowPlace | null; readonly size: number };

type Version = Pick<
  typeof sourceVersions.$inferSelect,
  "id" | "number" | "text" | "sha256" | "documentName" | "documentSha256"
>;
type Row = typeof records.$inferSelect;

/** The files of a dataset, and one page of the rows that readers are shown at a revision. */
export async function findDataset(
  db: Reader,
  sourceId: number,
  revision: number,
  asked: RowsAsked,
): Promise<Dataset> {
  const { id, number, text, sha256, documentName, documentSha256 } = sourceVersions;
  const versions = await db
    .select({ id, number, text, sha256, documentName, documentSha256 })
    .from(sourceVersions)
    .where(and(eq(sourceVersions.sourceId, sourceId), eq(sourceVersions.extent, "records")))
    .orderBy(desc(number));
  const found = await listRows(db, versions, revision, asked);
  const page = found.slice(0, asked.size);
  const beyond = found[asked.size];
  return {
    versions: versions.map((version) => ({
      number: version.number,
      fileName: version.documentName,
      sha256: version.documentSha256 ?? version.sha256,
    })),
    rows: await withFigures(db, page, revision),
    next: beyond === undefined ? null : { version: beyond.version.number, row: beyond.record.row },
    rowCount: await countRows(db, sourceId, revision),
  };
}

/** How many rows of a dataset a published figure stands in at a revision. */
async function countRows(db: Reader, sourceId: number, revision: number): Promise<number> {
  const [counted] = await db
    .select({ rows: countDistinct(anchors.recordId) })
    .from(publications)
    .innerJoin(anchors, eq(anchors.revisionId, publications.revisionId))
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .where(
      and(eq(sourceVersions.sourceId, sourceId), eq(publications.status, "published"), shownAt(revision)),
    );
  return counted!.rows; // an aggregate always answers
}

type Found = { readonly version: Version; readonly record: Row };

/** Rows with a figure, newest version first, by key: one more than asked for where there are more. */
async function listRows(
  db: Reader,
  versions: readonly Version[],
  revision: number,
  { from, size }: RowsAsked,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const version of versions) {
    if (from !== null && version.number > from.version) continue;
    const first = from?.version === version.number ? from.row : 0;
    const rows = await db
      .select()
      .from(records)
      .where(and(eq(records.sourceVersionId, version.id), gte(records.row, first), isUsed(revision)))
      .orderBy(asc(records.row))
      .limit(size + 1 - found.length);
    found.push(...rows.map((record) => ({ version, record })));
    if (found.length > size) break;
  }
  return found;
}

/** Whether a figure that readers see stands in the row. */
const isUsed = (revision: number) => sql`exists (
  select from anchors used join publications shown on shown.revision_id = used.revision_id
  where used.record_id = ${records.id} and shown.status = 'published'
    and shown.known_from_rev <= ${revision} and shown.known_to_rev > ${revision})`;

async function withFigures(db: Reader, page: readonly Found[], revision: number): Promise<ShownRow[]> {
  if (page.length === 0) return [];
  const marks = await db
    .select({ recordId: anchors.recordId, start: anchors.numberStart, end: anchors.numberEnd, publications })
    .from(anchors)
    .innerJoin(publications, eq(publications.revisionId, anchors.revisionId))
    .where(
      and(
        inArray(
          anchors.recordId,
          page.map(({ record }) => record.id),
        ),
        shownAt(revision),
        eq(publications.status, "published"),
      ),
    )
    .orderBy(asc(anchors.numberStart), asc(anchors.revisionId), asc(anchors.mention));
  const ids = marks.map(({ publications: { id } }) => id);
  const rows = await rowsOfPublications(db, revision, [...new Set(ids)]);
  const figures = await toFigures(db, rows);
  const byPublication = new Map(rows.map((row, index) => [row.publication.id, figures[index]!]));
  return page.map(({ version, record }) => ({
    version: version.number,
    row: record.row,
    text: record.text,
    header: version.text,
    figures: marks
      .filter(({ recordId }) => recordId === record.id)
      .map(({ start, end, publications: { id } }) => ({ start, end, figure: byPublication.get(id)! })),
  }));
}
