import { sql } from "drizzle-orm";
import type { CarryoverState } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { carryovers } from "../schema/suggestions";
import { findNewestVersion } from "./find-newest-version";

/** How the anchors of live figures fared in the newest text of a source. */
export type CarryoverCounts = Readonly<Record<CarryoverState, number>> & {
  /** Of those that changed or are gone, how many wait for a look. */
  readonly waiting: number;
  /** The number of the newest version. */
  readonly version: number;
};

/** How many anchors read the same, changed or are gone in the newest text; null where there is no such source. */
export async function countCarryovers(db: Reader, source: string): Promise<CarryoverCounts | null> {
  const newest = await findNewestVersion(db, source);
  if (newest === null) return null;
  const [counts] = await db.execute<Record<CarryoverState | "waiting", number>>(sql`
    select count(*) filter (where state = 'same')::int as same,
      count(*) filter (where state = 'changed')::int as changed,
      count(*) filter (where state = 'gone')::int as gone,
      count(*) filter (where state <> 'same' and resolved_at is null)::int as waiting
    from ${carryovers} where source_version_id = ${newest.id}`);
  const { same, changed, gone, waiting } = counts!; // a row of counts always comes back
  return { same, changed, gone, waiting, version: newest.number };
}
