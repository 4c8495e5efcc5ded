import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { anchors, figures, figureRevisions as revisions } from "../schema/figures";
import { metrics } from "../schema/metrics";
import { places } from "../schema/places";
import { publications } from "../schema/publications";
import { claimants, claims, subjects } from "./figure-rows";
import { standingAgent, standingPlace } from "./heirs";

/** The key of a publication. */
export const publication = { publication: sql<number>`${publications.id}`.as("publication") };

/**
 * The publications that a page or a download is made of, before anything they say is read: the joins of `figureRows`
 * that filters and orders may name, and no other. Those that none of them names are left joins by a unique key, which
 * PostgreSQL leaves out of its plan; so the newest of a million are found by walking an index, not by joining all.
 */
export function figureKeys<T>(db: Reader, fields: Record<string, SQL.Aliased<T>>) {
  return db
    .select(fields)
    .from(publications)
    .innerJoin(figures, eq(figures.id, publications.figureId))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .leftJoin(metrics, eq(metrics.id, revisions.metricId))
    .leftJoin(anchors, and(eq(anchors.revisionId, revisions.id), eq(anchors.mention, 0)))
    .leftJoin(subjects, eq(subjects.id, standingAgent(revisions.subjectId)))
    .leftJoin(places, eq(places.id, standingPlace(revisions.placeId)))
    .leftJoin(claims, and(eq(claims.revisionId, revisions.id), eq(claims.mention, 0), eq(claims.position, 0)))
    .leftJoin(claimants, eq(claimants.id, standingAgent(claims.agentId)))
    .$dynamic();
}
