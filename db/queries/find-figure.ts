import { and, eq, inArray, sql } from "drizzle-orm";
import type { FigureWithMentions } from "@/domain/figure";
import type { Reader } from "../client";
import { anchors, figures } from "../schema/figures";
import { records, sources, sourceVersions } from "../schema/sources";
import {
  attributionsOf,
  figureRows,
  reasoning,
  recordFields,
  shownAt,
  sourceFields,
  toAnchor,
  toFigure,
} from "./figure-rows";
import { agentsBySlug } from "./reference";

/** A figure shown at `revision`, retracted or not, with every sentence that states it; null if there is none. */
export async function findFigure(
  db: Reader,
  publicId: string,
  revision: number,
): Promise<FigureWithMentions | null> {
  const [row] = await figureRows(db, revision).where(and(shownAt(revision), eq(figures.publicId, publicId)));
  if (row === undefined) return null;
  const agentBySlug = await agentsBySlug(db);
  const links = await attributionsOf(db, [row.revision.id], agentBySlug, { all: true });
  const mentions = await db
    .select({ anchor: anchors, source: sourceFields, record: recordFields })
    .from(anchors)
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .leftJoin(records, eq(records.id, anchors.recordId))
    .where(inArray(anchors.revisionId, [row.revision.id]))
    .orderBy(sql`${anchors.mention}`);
  return {
    ...toFigure(row, links, agentBySlug),
    note: reasoning(row.revision.noteFr, row.revision.noteEn),
    retractedBecause: row.publication.status === "retracted" ? row.publication.reason : null,
    correctedBecause: row.revision.change === "correction" ? row.revision.changeReason : null,
    mentions: mentions.map((mention) => toAnchor(mention, links)),
  };
}
