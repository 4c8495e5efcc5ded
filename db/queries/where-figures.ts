import { and, eq, gte, isNull, lte, type SQL, sql } from "drizzle-orm";
import { type FigureQuery, unattributed } from "@/domain/figure-query";
import { anchors, figureRevisions as revisions } from "../schema/figures";
import { metrics } from "../schema/metrics";
import { places } from "../schema/places";
import { publications } from "../schema/publications";
import { claimants, subjects } from "./figure-rows";
import { agentNamed, everyName, placeNamed } from "./heirs";

/** The first and last day a figure is about, or was reported on where its period is not known. */
const firstDay = sql`coalesce(${revisions.periodStart}, ${revisions.reportedStart})`;
const lastDay = sql`coalesce(${revisions.periodEnd}, ${revisions.reportedEnd})`;

/**
 * The restrictions of a query as SQL over `figureRows`. `from` and `to` keep what touches the window; `known_on` keeps
 * what had certainly been reported by that day; retracted figures are shown only when asked for, by `status` or as `ghosts` among the others.
 */
export function whereFigures(query: FigureQuery, { ghosts = false } = {}): SQL | undefined {
  const { metric, claimant, via, subject, place, source, from, to } = query;
  const { known_on, modality, comparator, status, q } = query;
  return and(
    ghosts && status === undefined ? undefined : eq(publications.status, status ?? "published"),
    metric === undefined ? undefined : eq(metrics.slug, metric),
    claimant === undefined
      ? undefined
      : claimant === unattributed
        ? isNull(claimants.id)
        : claimedBy(claimant),
    via === undefined ? undefined : wentThrough(via),
    subject === undefined ? undefined : eq(subjects.id, agentNamed(subject)),
    place === undefined ? undefined : eq(places.id, placeNamed(place)),
    source === undefined ? undefined : statedIn(source),
    from === undefined ? undefined : gte(lastDay, from),
    to === undefined ? undefined : lte(firstDay, to),
    known_on === undefined ? undefined : lte(revisions.reportedEnd, known_on),
    modality === undefined ? undefined : eq(revisions.modality, modality),
    comparator === undefined ? undefined : eq(revisions.comparator, comparator),
    ...(q ?? "").split(/\s+/).filter(Boolean).map(holdsWord),
  );
}

/** Whether any sentence that states the figure stands in the source. */
const statedIn = (slug: string) => sql`${revisions.id} in (
  select stated.revision_id from anchors stated
  join source_versions version on version.id = stated.source_version_id
  join sources stating on stating.id = version.source_id
  where stating.slug = ${slug})`;

/** Who claims it, under whatever name it was recorded: found by the index of agents. */
const claimedBy = (slug: string) => sql`${revisions.id} in (
  select link.revision_id from attributions link
  where link.agent_id = any(${everyName(slug)}) and link.mention = 0 and link.position = 0)`;

/** Whoever has a place in the chain of any mention, under whatever name it was recorded: found by the index of agents. */
const wentThrough = (slug: string) =>
  sql`${revisions.id} in (select link.revision_id from attributions link where link.agent_id = any(${everyName(slug)}))`;

/** Words are looked for one by one: a reader need not remember what stands between them. */
const holdsWord = (word: string) =>
  sql`position(${folded(sql`${word}::text`)} in ${folded(anchors.sentence)}) > 0`;

/**
 * Lower case by the rules of Unicode on every engine: the default collation of the embedded one knows ASCII only. The
 * press prints no-break and thin spaces (U+00A0, U+202F, U+2009) and ’ where readers type a space and '.
 */
const folded = (words: unknown) =>
  sql`translate(lower(${words} collate "und-x-icu"), ${"\u00a0\u202f\u2009’"}::text, ${"   '"}::text)`;
