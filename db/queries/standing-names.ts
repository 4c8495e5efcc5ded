import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { places } from "../schema/places";

/** Agents and places of the whole collection, as they stand: what a merged one is called is what its heir is. */
export type StandingNames = {
  readonly agents: ReadonlyMap<string, { readonly id: number; readonly standing: string }>;
  readonly places: ReadonlyMap<string, { readonly id: number; readonly standing: string }>;
  /** The camp of an agent, by its slug; null where it is of none. */
  readonly sides: ReadonlyMap<string, string | null>;
  readonly agentSlugs: ReadonlyMap<number, string>;
  readonly placeSlugs: ReadonlyMap<number, string>;
};

const heirs = alias(agents, "heirs");
const sides = alias(agents, "sides");
const sideHeirs = alias(agents, "side_heirs");
const placeHeirs = alias(places, "place_heirs");

/** Every name in two queries, for work on thousands of figures. `agentSlugs` and `placeSlugs` lead to the heirs. */
export async function findStandingNames(db: Reader): Promise<StandingNames> {
  const agentRows = await db
    .select({
      id: agents.id,
      slug: agents.slug,
      standing: sql<string>`coalesce(${heirs.slug}, ${agents.slug})`,
      side: sql<string | null>`coalesce(${sideHeirs.slug}, ${sides.slug})`,
    })
    .from(agents)
    .leftJoin(heirs, sql`${heirs.id} = ${agents.mergedIntoId}`)
    .leftJoin(
      sides,
      sql`${sides.id} = coalesce(${heirs.sideId}, case when ${heirs.id} is null then ${agents.sideId} end)`,
    )
    .leftJoin(sideHeirs, sql`${sideHeirs.id} = ${sides.mergedIntoId}`);
  const placeRows = await db
    .select({
      id: places.id,
      slug: places.slug,
      standing: sql<string>`coalesce(${placeHeirs.slug}, ${places.slug})`,
    })
    .from(places)
    .leftJoin(placeHeirs, sql`${placeHeirs.id} = ${places.mergedIntoId}`);
  const named = (rows: readonly { id: number; slug: string; standing: string }[]) =>
    new Map(rows.map(({ id, slug, standing }) => [slug, { id, standing }]));
  return {
    agents: named(agentRows),
    places: named(placeRows),
    sides: new Map(agentRows.map(({ slug, side }) => [slug, side])),
    agentSlugs: new Map(agentRows.map(({ id, standing }) => [id, standing])),
    placeSlugs: new Map(placeRows.map(({ id, standing }) => [id, standing])),
  };
}
