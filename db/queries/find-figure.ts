import { eq, inArray, sql } from "drizzle-orm";
import { groupBy } from "@/domain/chart/group-by";
import type { FigureWithMentions } from "@/domain/figure";
import type { Reader } from "../client";
import { anchors } from "../schema/figures";
import { records, sources, sourceVersions } from "../schema/sources";
import {
  attributionsOf,
  type FigureRow,
  reasoning,
  recordFields,
  sourceFields,
  toAnchor,
  toFigure,
} from "./figure-rows";
import { findPublication } from "./find-publication";
import { agentsBySlug } from "./reference";
import { rowsOfPublications } from "./rows-of-publications";

/** A figure shown at `revision`, retracted or not, with every sentence that states it; null if there is none. */
export async function findFigure(
  db: Reader,
  publicId: string,
  revision: number,
): Promise<FigureWithMentions | null> {
  const publication = await findPublication(db, publicId, revision);
  const rows = await rowsOfPublications(db, revision, publication === null ? [] : [publication]);
  const [figure] = await withMentions(db, rows);
  return figure ?? null;
}

/** Figures as rows give them, each with every sentence that states it, in the same order. */
export async function withMentions(db: Reader, rows: readonly FigureRow[]): Promise<FigureWithMentions[]> {
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ revision }) => revision.id))];
  const agentBySlug = await agentsBySlug(db);
  const links = await attributionsOf(db, ids, agentBySlug, { all: true });
  const mentions = await db
    .select({ anchor: anchors, source: sourceFields, record: recordFields })
    .from(anchors)
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .leftJoin(records, eq(records.id, anchors.recordId))
    .where(inArray(anchors.revisionId, ids))
    .orderBy(sql`${anchors.revisionId}, ${anchors.mention}`);
  const byRevision = groupBy(mentions, ({ anchor }) => anchor.revisionId);
  return rows.map((row) => ({
    ...toFigure(row, links, agentBySlug),
    note: reasoning(row.revision.noteFr, row.revision.noteEn),
    retractedBecause: row.publication.status === "retracted" ? row.publication.reason : null,
    changedBecause: row.revision.change === "first" ? null : row.revision.changeReason,
    mentions: (byRevision.get(row.revision.id) ?? []).map((mention) => toAnchor(mention, links)),
  }));
}
