import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Agent, Metric, Place } from "@/domain/figure";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { attributions, figureRevisions } from "../schema/figures";
import { places } from "../schema/places";
import { publications } from "../schema/publications";
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

/**
 * What the figures shown at `revision` can be filtered by: only what at least one of them has. Each agent and place is
 * asked for its first figure, by an index: read the other way round, every figure would be read for a list of forty.
 */
export async function listFilterChoices(db: Reader, revision: number): Promise<FilterChoices> {
  const agentBySlug = await agentsBySlug(db);
  const shown = sql`${publications} where ${publications.revisionId}`;
  const speaks = (
    more: SQL,
  ) => sql`select 1 from ${attributions} where ${attributions.agentId} = one.id ${more}
    and exists (select 1 from ${shown} = ${attributions.revisionId} and ${shownAt(revision)}) limit 1`;
  const has = (column: SQL) => sql`select 1 from ${figureRevisions} where ${column} = one.id
    and exists (select 1 from ${shown} = ${figureRevisions.id} and ${shownAt(revision)}) limit 1`;
  const agentsWho = async (first: SQL) =>
    (
      await db
        .select({ slug: agents.slug })
        .from(agents)
        .where(inArray(agents.id, standing(sql`agents`, first)))
    )
      .map(({ slug }) => slug)
      .sort()
      .map(agentBySlug);
  const placeRows = await db
    .select({ slug: places.slug, nameFr: places.nameFr, nameEn: places.nameEn, kind: places.kind })
    .from(places)
    .where(inArray(places.id, standing(sql`places`, has(sql`${figureRevisions.placeId}`))));
  return {
    metrics: await listMetrics(db),
    claimants: await agentsWho(
      speaks(sql`and ${and(eq(attributions.mention, 0), eq(attributions.position, 0))}`),
    ),
    speakers: await agentsWho(speaks(sql``)),
    subjects: await agentsWho(has(sql`${figureRevisions.subjectId}`)),
    places: placeRows
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
      .map((place) => ({ slug: place.slug, name: localized(place), kind: place.kind })),
  };
}

/** Those of a list that have a first figure, each as the one that stands for it today. A join would read all figures. */
const standing = (list: SQL, first: SQL): SQL =>
  sql`(select coalesce(one.merged_into_id, one.id) from ${list} one cross join lateral (${first}) figure)`;
