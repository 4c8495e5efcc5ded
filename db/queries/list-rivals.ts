import { and, eq, type SQL, sql } from "drizzle-orm";
import type { FigureQuery } from "@/domain/figure-query";
import type { RivalOrder, Rivalry } from "@/domain/rivals";
import type { Reader } from "../client";
import { publications } from "../schema/publications";
import { shownAt } from "./figure-rows";
import { figuresByPublication, type RememberedFigures } from "./figures-of-publications";
import { agentNamed } from "./heirs";
import { readRivalFilters, rivalPairs } from "./rival-pairs";

export type RivalPage = {
  readonly rivals: readonly Rivalry[];
  /** True where more were found than are shown. */
  readonly more: boolean;
  /** True where so much is claimed that only the newest were compared, or of a fortnight only the lowest and highest. */
  readonly crowded: boolean;
};

/** A pair by the keys of the publications that show its claims. */
export type RivalKey = Pick<Rivalry, "days" | "since" | "times"> & { readonly a: number; readonly b: number };
export type RivalKeys = {
  readonly keys: readonly RivalKey[];
  readonly more: boolean;
  readonly crowded: boolean;
};

type Asked = {
  readonly revision: number;
  readonly order: RivalOrder;
  readonly size: number;
  /** So many claims are held against each other at most, the newest. */
  readonly among?: number;
};

/**
 * Who contradicts whom about what, each dispute once by its widest pair. By ratio over all; by gap within a metric,
 * because square kilometres and drones have no gap in common: the three widest of each.
 */
export async function findDisputes(db: Reader, query: FigureQuery, asked: Asked): Promise<RivalKeys> {
  const speakers = query.claimant === undefined ? [] : [agentNamed(query.claimant)];
  const filters = await readRivalFilters(db, query);
  const order = widestFirst[asked.order];
  return readPairs(
    db,
    sql`select * from (
      select *, row_number() over (partition by metric order by ${order}, a, b) as in_metric from (
        select *, min(first) over dispute as since, count(*) over dispute as times,
          row_number() over (dispute_widest) as widest
        from (${rivalPairs(db, filters, { ...asked, speakers })}) pairs where gap is not null
        window dispute as (partition by thing, least(a_speaker, b_speaker), greatest(a_speaker, b_speaker)),
          dispute_widest as (dispute order by ${order}, a, b)
      ) told where widest = 1
    ) disputes
    where ${asked.order === "gap" && query.metric === undefined ? sql`in_metric <= 3` : sql`true`}
    order by ${asked.order === "gap" ? sql`position, metric,` : sql``} ${order}, a, b`,
    asked,
  );
}

/** Every pair of two claimants, those included that may both be true, the newest first. */
export async function findPairsOf(
  db: Reader,
  query: FigureQuery,
  of: readonly [string, string],
  asked: Pick<Asked, "revision" | "size">,
): Promise<RivalKeys> {
  const filters = await readRivalFilters(db, query);
  const pairs = rivalPairs(db, filters, { ...asked, speakers: of.map(agentNamed) });
  return readPairs(
    db,
    sql`select *, min(first) filter (where gap is not null) over dispute as since,
        count(gap) over dispute as times
      from (${pairs}) pairs window dispute as (partition by thing)
      order by first desc, a, b`,
    asked,
  );
}

const widestFirst: Readonly<Record<RivalOrder, SQL>> = {
  ratio: sql`ratio desc nulls last, gap desc`,
  gap: sql`gap desc`,
};

async function readPairs(
  db: Reader,
  pairs: SQL,
  { size, revision }: Pick<Asked, "size" | "revision">,
): Promise<RivalKeys> {
  const shown = (figure: SQL) =>
    db
      .select({ id: publications.id })
      .from(publications)
      .where(and(shownAt(revision), eq(publications.figureId, figure)));
  const found = (await db.execute(sql`
    select ${shown(sql`page.a`)} as a, ${shown(sql`page.b`)} as b, days::int, since::text, times::int, crowded
    from (select *, row_number() over () as place from (${pairs} limit ${size + 1}) ordered) page
    order by page.place`)) as unknown as (RivalKey & { crowded: boolean })[]; // the columns just selected
  const keys = found.slice(0, size).map(({ crowded: _, ...key }) => key);
  return { keys, more: found.length > size, crowded: found[0]?.crowded ?? false };
}

/** The claims themselves, as they stood at the revision that their pairs were found at. What is `remembered` is not read again. */
export async function readRivals(
  db: Reader,
  { keys, more, crowded }: RivalKeys,
  revision: number,
  remembered?: RememberedFigures,
): Promise<RivalPage> {
  const ids = [...new Set(keys.flatMap(({ a, b }) => [a, b]))];
  const claims = await figuresByPublication(db, ids, revision, remembered);
  const rivals = keys.map(({ a, b, ...rest }) => ({
    earlier: claims.get(a)!, // shown at that revision
    later: claims.get(b)!,
    ...rest,
  }));
  return { rivals, more, crowded };
}
