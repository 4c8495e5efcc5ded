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
  const links = sql`attributions link join publications on publications.revision_id = link.revision_id`;
  const states = sql`figure_revisions stated join publications on publications.revision_id = stated.id`;
  const claimants = await standing(
    db,
    "agents",
    sql`${links} where link.agent_id = one.id and link.position = 0 and link.mention = 0 and ${shown}`,
  );
  const speakers = await standing(db, "agents", sql`${links} where link.agent_id = one.id and ${shown}`);
  const subjects = await standing(db, "agents", sql`${states} where stated.subject_id = one.id and ${shown}`);
  const where = await standing(db, "places", sql`${states} where stated.place_id = one.id and ${shown}`);
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
 * its first row: to ask all rows for their agents took as long as there are rows.
 */
async function standing(db: Reader, table: "agents" | "places", met: SQL): Promise<string[]> {
  const all = sql.identifier(table);
  const rows = await db.execute<{ slug: string }>(sql`
    select distinct heir.slug from ${all} one
    join ${all} heir on heir.id = coalesce(one.merged_into_id, one.id)
    cross join lateral (select from ${met} limit 1) met`);
  return rows.map(({ slug }) => slug).sort();
}
