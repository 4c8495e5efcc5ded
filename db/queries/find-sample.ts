import { and, eq, sql } from "drizzle-orm";
import type { Sample } from "@/domain/export/openapi-paths";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { publications } from "../schema/publications";
import { figureRows, shownAt } from "./figure-rows";

/** A figure shown at a revision, for examples: the first by its id, so that it stays the same. */
export async function findSample(db: Reader, revision: number): Promise<Sample> {
  const [row] = await figureRows(db, revision)
    .where(and(shownAt(revision), eq(publications.status, "published")))
    .orderBy(sql`${figures.publicId} collate "C"`)
    .limit(1);
  return {
    metric: row?.metric.slug ?? null,
    claimant: row?.claimant?.slug ?? null,
    figure: row?.figure.publicId ?? null,
  };
}
