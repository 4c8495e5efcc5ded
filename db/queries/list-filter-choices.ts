import { and, eq } from "drizzle-orm";
import type { Agent, Metric, Place } from "@/domain/figure";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { attributions, figureRevisions } from "../schema/figures";
import { places } from "../schema/places";
import { publications } from "../schema/publications";
import { shownAt } from "./figure-rows";
import { standingAgent, standingPlace } from "./heirs";
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
  const claimants = await db
    .selectDistinct({ slug: agents.slug })
    .from(publications)
    .innerJoin(
      attributions,
      and(
        eq(attributions.revisionId, publications.revisionId),
        eq(attributions.mention, 0),
        eq(attributions.position, 0),
      ),
    )
    .innerJoin(agents, eq(agents.id, standingAgent(attributions.agentId)))
    .where(shownAt(revision));
  const speakers = await db
    .selectDistinct({ slug: agents.slug })
    .from(publications)
    .innerJoin(attributions, eq(attributions.revisionId, publications.revisionId))
    .innerJoin(agents, eq(agents.id, standingAgent(attributions.agentId)))
    .where(shownAt(revision));
  const subjects = await db
    .selectDistinct({ slug: agents.slug })
    .from(publications)
    .innerJoin(figureRevisions, eq(figureRevisions.id, publications.revisionId))
    .innerJoin(agents, eq(agents.id, standingAgent(figureRevisions.subjectId)))
    .where(shownAt(revision));
  const placeRows = await db
    .selectDistinct({ slug: places.slug, nameFr: places.nameFr, nameEn: places.nameEn, kind: places.kind })
    .from(publications)
    .innerJoin(figureRevisions, eq(figureRevisions.id, publications.revisionId))
    .innerJoin(places, eq(places.id, standingPlace(figureRevisions.placeId)))
    .where(shownAt(revision));
  const inOrder = (rows: { slug: string }[]) =>
    rows
      .map((row) => row.slug)
      .sort()
      .map(agentBySlug);
  return {
    metrics: await listMetrics(db),
    claimants: inOrder(claimants),
    speakers: inOrder(speakers),
    subjects: inOrder(subjects),
    places: placeRows
      .sort((a, b) => (a.slug < b.slug ? -1 : 1))
      .map((place) => ({ slug: place.slug, name: localized(place), kind: place.kind })),
  };
}
