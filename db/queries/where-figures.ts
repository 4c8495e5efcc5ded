import { and, eq, gt, gte, lte, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { publicationKeys as keys } from "../schema/publication-keys";
import type { Filters } from "./read-filters";
import { haveWords, holdsWord, type Letters } from "./read-letters";

/** The first day a figure is about as tables are ordered by it: long before all others where it is not known. */
export const periodKey = sql`coalesce(${keys.firstDay}, '0001-01-01'::date)`;
export const reportKey = sql`coalesce(${keys.reportedStart}, '0001-01-01'::date)`;

/** What readers saw at a revision of the collection: as `shownAt`, of publications that are joined by their keys alone. */
export const keyedAt = (revision: number): SQL =>
  and(lte(keys.knownFromRev, revision), gt(keys.knownToRev, revision))!;

/**
 * The restrictions of a query as SQL over `publicationKeys`. `from` and `to` keep what touches the
 * window; `known_on` keeps what had certainly been reported by that day; retracted figures are shown only when asked
 * for, by `status` or as `ghosts` among the others. What follows for the order of a table is said beside it, so that a
 * walk along an index begins there. `walking` is for such a walk that is known to end soon.
 */
export function whereFigures(
  { query, keys: named, letters }: Filters,
  { ghosts = false, walking = false } = {},
): SQL | undefined {
  const { from, to, known_on, modality, comparator, status } = query;
  return and(
    ghosts && status === undefined ? undefined : eq(keys.status, status ?? "published"),
    named.metric && isOneOf(keys.metricId, named.metric),
    named.claimant && isOneOf(keys.claimantId, named.claimant),
    named.subject && isOneOf(keys.subjectId, named.subject),
    named.place && isOneOf(keys.placeId, named.place),
    named.via && wentThrough(named.via),
    named.source && statedIn(named.source),
    ...touches(from, to),
    known_on === undefined ? undefined : and(lte(keys.reportedEnd, known_on), lte(reportKey, known_on)),
    modality === undefined ? undefined : eq(keys.modality, modality),
    comparator === undefined ? undefined : eq(keys.comparator, comparator),
    ...holdLetters(letters, walking),
  );
}

function* touches(from: string | undefined, to: string | undefined): Generator<SQL | undefined> {
  if (from !== undefined) yield gte(keys.lastDay, from);
  if (to !== undefined) yield and(lte(keys.firstDay, to), lte(periodKey, to));
  const turned = from !== undefined && to !== undefined && from > to; // which is no range, and touches what spans it
  if ((from !== undefined || to !== undefined) && !turned)
    yield sql`daterange(${keys.firstDay}, ${keys.lastDay}, '[]')
      && daterange(${from ?? null}::date, ${to ?? null}::date, '[]')`;
}

const all = (ids: readonly number[]) => sql`${`{${ids.join()}}`}::int[]`;

/** One key is compared as such: an order by another column then stands within it. */
function isOneOf(column: AnyPgColumn | SQL, ids: readonly number[]): SQL {
  return ids.length === 1 ? sql`${column} = ${ids[0]}` : sql`${column} = any(${all(ids)})`;
}

/** Whether any sentence that states the figure stands in one of the texts. */
const statedIn = (versions: readonly number[]) => sql`${keys.revisionId} in (
  select stated.revision_id from anchors stated where ${isOneOf(sql`stated.source_version_id`, versions)})`;

/** Whoever has a place in the chain of any mention. */
const wentThrough = (agents: readonly number[]) => sql`${keys.revisionId} in (
  select link.revision_id from attributions link where ${isOneOf(sql`link.agent_id`, agents)})`;

/** Few are looked up one by one; of many, a walk along all that asks each meets a page of them sooner. */
const isNamed = (revisions: readonly number[]) =>
  revisions.length <= lookedUp
    ? sql`${keys.revisionId} in (select unnest(${all(revisions)}))`
    : sql`${keys.revisionId} = any(${all(revisions)})`;
const lookedUp = 2000;

/** Words are looked for one by one: a reader need not remember what stands between them. */
function* holdLetters({ revisions, words, lists }: Letters, walking: boolean): Generator<SQL> {
  if (revisions !== null) yield isNamed(revisions);
  else if (lists.length > 0 && !walking) yield sql`${keys.revisionId} in (${haveWords({ words, lists })})`;
  else if (words.length > 0)
    yield sql`exists (select from anchors where anchors.revision_id = ${keys.revisionId} and anchors.mention = 0
      and ${sql.join(words.map(holdsWord), sql` and `)})`;
}
