import { sql } from "drizzle-orm";
import type { ComparedFigure } from "@/domain/change";
import { type Outcome, outcomes } from "@/domain/change-query";
import type { Reader } from "../client";
import { changesOf, statesOf } from "./changes-of";
import { type ChangeFilter, whereChanges } from "./where-changes";

/** Two revisions of the collection, the earlier first. */
export type Moments = { readonly since: number; readonly until: number };

/** Counting further costs more than anyone needs to know. */
export const comparedCap = 10_000;

/** Steps told of one figure between the two moments; of more, the newest. */
const stepsTold = 10;

/** A publication `p` that is what readers saw at the later moment and did not see at the earlier. */
const touched = ({ since, until }: Moments) => sql`
  from publications p join figure_revisions r on r.id = p.revision_id
  left join publications was on was.figure_id = p.figure_id
    and was.known_from_rev <= ${since} and was.known_to_rev > ${since}
  where p.known_from_rev > ${since} and p.known_from_rev <= ${until} and p.known_to_rev > ${until}`;

/**
 * What became of a figure: compared are what readers saw at the two moments, not what happened in between. One
 * retracted before the first moment and published again since is added; what came and went in between is retracted.
 */
const outcome = sql.raw(`case when p.status = 'retracted' then 'retracted'
  when was.id is null or was.status = 'retracted' then 'added' else 'changed' end`);

/** The same as a condition, written so that the index of what is retracted applies. */
const became = (only: Outcome) =>
  sql.raw(
    {
      retracted: "p.status = 'retracted'",
      added: "p.status = 'published' and (was.id is null or was.status = 'retracted')",
      changed: "p.status = 'published' and was.status = 'published'",
    }[only],
  );

const restricted = (filter: Omit<ChangeFilter, "kind">) => {
  const where = whereChanges(filter);
  return where === undefined ? sql`` : sql` and ${where}`;
};

/** How many figures changed in which way between two moments, counted no further than `comparedCap` in all. */
export async function countCompared(
  db: Reader,
  moments: Moments,
  filter: Omit<ChangeFilter, "kind">,
): Promise<Record<Outcome, number>> {
  const rows = await db.execute<{ outcome: Outcome; count: number }>(sql`
    select outcome, count(*)::int as count from (
      select ${outcome} as outcome ${touched(moments)}${restricted(filter)} limit ${comparedCap}
    ) compared group by 1`);
  const counts = new Map(rows.map(({ outcome: one, count }) => [one, count]));
  return Object.fromEntries(outcomes.map((one) => [one, counts.get(one) ?? 0])) as Record<Outcome, number>; // each of the tuple
}

export type ComparedPage = {
  readonly figures: readonly ComparedFigure[];
  /** What to give as `after` for the next page; null at the end. */
  readonly next: { readonly key: string; readonly id: string } | null;
};

export type ComparedWish = {
  readonly outcome?: Outcome | undefined;
  /** Only those after this place: the revision of the collection and the key of the last publication seen. */
  readonly after?: { readonly key: string; readonly id: string } | null;
  readonly size: number;
};

/** The figures that differ between two moments, what was changed last first, each with every step in between. */
export async function listCompared(
  db: Reader,
  moments: Moments,
  filter: Omit<ChangeFilter, "kind">,
  { outcome: only, after, size }: ComparedWish,
): Promise<ComparedPage> {
  const rows = await db.execute<{
    id: number;
    rev: string;
    was: number | null;
    outcome: Outcome;
    steps: number[];
  }>(sql`
    select page.*, (
      select array_agg(step.id order by step.known_from_rev desc) from (
        select id, known_from_rev from publications between_them
        where between_them.figure_id = page.figure_id
          and between_them.known_from_rev > ${moments.since} and between_them.known_from_rev <= ${moments.until}
        order by known_from_rev desc limit ${stepsTold}) step) as steps
    from (
      select p.id, p.figure_id, p.known_from_rev::text as rev, was.id as was, ${outcome} as outcome
      ${touched(moments)}${restricted(filter)}
      ${only === undefined ? sql`` : sql`and ${became(only)}`}
      ${after ? sql`and (p.known_from_rev, -p.id) < (${after.key}::bigint, -(${after.id}::int))` : sql``}
      order by p.known_from_rev desc, p.id limit ${size + 1}
    ) page order by page.rev::bigint desc, page.id`);
  const page = rows.slice(0, size);
  const changes = await changesOf(
    db,
    page.flatMap(({ steps }) => steps),
    moments.until,
  );
  const states = await statesOf(
    db,
    page.flatMap(({ was }) => was ?? []),
    moments.until,
  );
  const last = page.at(-1);
  return {
    figures: page.map(({ outcome: one, was, steps }) => ({
      outcome: one,
      before: was === null ? null : states.get(was)!, // asked for just above
      after: changes.get(steps[0]!)!.after, // the newest step led to what is shown
      steps: steps.map((id) => changes.get(id)!),
    })),
    next: rows.length > size && last ? { key: last.rev, id: String(last.id) } : null,
  };
}
