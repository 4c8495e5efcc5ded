import { asc, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { DateClaimInput, FigureInput } from "@/domain/inputs";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { anchors, attributions, figures, figureRevisions as revisions } from "../schema/figures";
import { metrics, units } from "../schema/metrics";
import { places } from "../schema/places";
import { records, sources, sourceVersions } from "../schema/sources";
import { reasoning } from "./figure-rows";

const superseded = alias(figures, "superseded");
type Mention = FigureInput["mentions"][number];

/** Revisions as the forms and verbs know figures, by the key of the revision. */
export async function figureInputsOf(
  db: Reader,
  revisionIds: readonly number[],
): Promise<Map<number, FigureInput>> {
  const wanted = [...new Set(revisionIds)];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({
      publicId: figures.publicId,
      revision: revisions,
      metric: metrics.slug,
      unit: units.slug,
      subject: agents.slug,
      place: places.slug,
      supersedes: superseded.publicId,
    })
    .from(revisions)
    .innerJoin(figures, eq(figures.id, revisions.figureId))
    .innerJoin(metrics, eq(metrics.id, revisions.metricId))
    .innerJoin(units, eq(units.id, revisions.unitId))
    .leftJoin(agents, eq(agents.id, revisions.subjectId))
    .leftJoin(places, eq(places.id, revisions.placeId))
    .leftJoin(superseded, eq(superseded.id, revisions.supersedesId))
    .where(inArray(revisions.id, wanted));
  const mentions = await mentionsOf(db, wanted);
  return new Map(rows.map((row) => [row.revision.id, toInput(row, mentions.get(row.revision.id) ?? [])]));
}

type Row = {
  publicId: string;
  revision: typeof revisions.$inferSelect;
  metric: string;
  unit: string;
  subject: string | null;
  place: string | null;
  supersedes: string | null;
};

function toInput({ revision, ...row }: Row, mentions: Mention[]): FigureInput {
  const { value, low, high, comparator, cue, statistic, per, modality, hearsay, rank } = revision;
  return {
    ...row,
    ...{ value, low, high, comparator, cue, statistic, per, modality, hearsay, rank },
    period: dateOf(revision, "period"),
    reportedOn: dateOf(revision, "reported"),
    note: reasoning(revision.noteFr, revision.noteEn),
    ...(revision.unattributed ? { unattributed: true } : {}),
    mentions,
  };
}

const dateOf = (row: Row["revision"], prefix: "period" | "reported"): DateClaimInput => ({
  start: row[`${prefix}Start`],
  end: row[`${prefix}End`],
  precision: row[`${prefix}Precision`],
  basis: row[`${prefix}Basis`],
  reasoning: reasoning(row[`${prefix}ReasoningFr`], row[`${prefix}ReasoningEn`]),
});

async function mentionsOf(db: Reader, revisionIds: number[]): Promise<Map<number, Mention[]>> {
  const links = await db
    .select({ link: attributions, agent: agents.slug })
    .from(attributions)
    .innerJoin(agents, eq(agents.id, attributions.agentId))
    .where(inArray(attributions.revisionId, revisionIds))
    .orderBy(asc(attributions.position));
  const rows = await db
    .select({ anchor: anchors, source: sources.slug, version: sourceVersions.number, record: records.row })
    .from(anchors)
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .leftJoin(records, eq(records.id, anchors.recordId))
    .where(inArray(anchors.revisionId, revisionIds))
    .orderBy(asc(anchors.mention));
  const found = new Map<number, Mention[]>();
  for (const { anchor, source, version, record } of rows) {
    const { revisionId, mention, sourceVersionId: _, recordId: __, ...words } = anchor;
    const attribution = links
      .filter(({ link }) => link.revisionId === revisionId && link.mention === mention)
      .map(({ link: { role, asPrinted }, agent }) => ({ role, agent, asPrinted }));
    const place = record === null ? { source, version } : { source, version, record };
    found.set(revisionId, [...(found.get(revisionId) ?? []), { ...place, ...words, attribution }]);
  }
  return found;
}
