import { inArray, type SQL, sql } from "drizzle-orm";
import type { Agent, Metric, Place } from "@/domain/figure";
import type { Reader } from "../client";
import { places } from "../schema/places";
import { shownAt } from "./figure-rows";
import { listMetrics } from "./list-metrics";
import { agentsBySlug, localized } from "./reference";

export type FilterChoices = {
  metrics: Metric[];
  claimants: Agent[];
  speakers: Agent[];
  subjects: Agent[];
  places: Place[];
};

/** What the figures shown at `revision` can be filtered by: only what at least one of them has. */
export async function listFilterChoices(db: Reader, revision: number): Promise<FilterChoices> {
  const agentBySlug = await agentsBySlug(db);
  const shown = shownAt(revision);
  const keyed = (column: "claimant_id" | "subject_id" | "place_id") => sql`publication_keys keyed
    join publications on publications.id = keyed.publication_id
    where keyed.${sql.raw(column)} = one.id and ${shown} order by keyed.figure_id`;
  const linked = sql`attributions link join publications on publications.revision_id = link.revision_id
    where link.agent_id = one.id and ${shown} order by link.position`;
  const claimants = await standing(db, "agents", keyed("claimant_id"));
  const speakers = await standing(db, "agents", linked);
  const subjects = await standing(db, "agents", keyed("subject_id"));
  const where = await standing(db, "places", keyed("place_id"));
  const rows = await db.select().from(places).where(inArray(places.slug, where));
  return {
    metrics: await listMetrics(db),
    claimants: claimants.map(agentBySlug),
    speakers: speakers.map(agentBySlug),
    subjects: subjects.map(agentBySlug),
    places: rows
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
      .map((place) => ({ slug: place.slug, name: localized(place), kind: place.kind })),
  };
}

/**
 * The slugs of those that stand for `one` of which anything is met, in order. Each is looked up by an index and left at
 * its first row: to ask all rows for their agents took as long as there are rows. The order of `met` is that of the index,
 * which a planner would not take of itself where it expects to meet one soon in any order.
 */
async function standing(db: Reader, table: "agents" | "places", met: SQL): Promise<string[]> {
  const all = sql.identifier(table);
  const rows = await db.execute<{ slug: string }>(sql`
    select distinct heir.slug from ${all} one
    join ${all} heir on heir.id = coalesce(one.merged_into_id, one.id)
    cross join lateral (select from ${met} limit 1) met`);
  return rows.map(({ slug }) => slug).sort();
}
