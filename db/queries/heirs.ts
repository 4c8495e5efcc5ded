import { type AnyColumn, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { agents } from "../schema/agents";
import { places } from "../schema/places";
import { nobody } from "../schema/publication-keys";

/**
 * Agents and places that turned out to be one are merged: the one left over is the heir, and whatever names the other
 * means it (docs/decisions/0009). Every reader's query goes through here, so that nothing shows the other again.
 */

/** The key of the agent that stands for this one today: its heir, or itself. */
export const standingAgent = (id: AnyColumn): SQL<number> =>
  sql`coalesce((select heir.merged_into_id from agents heir where heir.id = ${id}), ${id})`;

/** The key of the place that stands for this one today. */
export const standingPlace = (id: AnyColumn): SQL<number> =>
  sql`coalesce((select heir.merged_into_id from places heir where heir.id = ${id}), ${id})`;

/** The key of the agent that a slug means today, so that an address with the slug of a merged one still leads somewhere. */
export const agentNamed = (slug: string): SQL<number> =>
  sql`(select coalesce(named.merged_into_id, named.id) from agents named where named.slug = ${slug})`;

export const placeNamed = (slug: string): SQL<number> =>
  sql`(select coalesce(named.merged_into_id, named.id) from places named where named.slug = ${slug})`;

/** The keys of all that the slug means today: its heir, and whoever was merged into that one. */
export const everyName = (slug: string): SQL<number[]> =>
  sql`array(select one.id from agents one where coalesce(one.merged_into_id, one.id) = ${agentNamed(slug)})`;

/** Who speaks, of whom and where, as recorded: to be joined where `stands` is asked for many rows. */
export const named = {
  claimant: alias(agents, "named_claimants"),
  subject: alias(agents, "named_subjects"),
  place: alias(places, "named_places"),
};

/** The key of what stands today for what was joined as recorded; `nobody` where nothing was. */
export const stands = (recorded: Record<"id" | "mergedIntoId", SQLWrapper>): SQL<number> =>
  sql`coalesce(${recorded.mergedIntoId}, ${recorded.id}, ${nobody})`;
