import { and, inArray, type SQL, sql } from "drizzle-orm";
import type { Figure } from "@/domain/figure";
import type { FigureQuery } from "@/domain/figure-query";
import type { RivalOrder, Rivalry } from "@/domain/rivals";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { figureRows, shownAt } from "./figure-rows";
import { agentNamed } from "./heirs";
import { toFigures } from "./list-figures";
import { rivalPairs } from "./rival-pairs";

export type RivalPage = {
  readonly rivals: readonly Rivalry[];
  /** True where more were found than are shown. */
  readonly more: boolean;
};

type Asked = { readonly revision: number; readonly order: RivalOrder; readonly size: number };

/**
 * Who contradicts whom about what, each dispute once by its widest pair. By ratio over all; by gap within a metric,
 * because square kilometres and drones have no gap in common: the three widest of each.
 */
export async function listDisputes(db: Reader, query: FigureQuery, asked: Asked): Promise<RivalPage> {
  const speakers = query.claimant === undefined ? [] : [agentNamed(query.claimant)];
  const order = widestFirst[asked.order];
  return readPairs(
    db,
    sql`select * from (
      select *, row_number() over (partition by metric order by ${order}, a, b) as in_metric from (
        select *, min(first) over dispute as since, count(*) over dispute as times,
          row_number() over (dispute_widest) as widest
        from (${rivalPairs(db, query, asked.revision, speakers)}) pairs where gap is not null
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
export async function listPairsOf(
  db: Reader,
  query: FigureQuery,
  of: readonly [string, string],
  asked: Omit<Asked, "order">,
): Promise<RivalPage> {
  const { claimant: _, ...about } = query;
  const pairs = rivalPairs(db, about, asked.revision, of.map(agentNamed));
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

type PairRow = { a: string; b: string; days: number; since: string | null; times: number };

async function readPairs(
  db: Reader,
  pairs: SQL,
  { revision, size }: Pick<Asked, "revision" | "size">,
): Promise<RivalPage> {
  const found = (await db.execute(
    sql`select a, b, days::int, since::text, times::int from (${pairs} limit ${size + 1}) page`,
  )) as unknown as PairRow[]; // the columns just selected
  const rows = found.slice(0, size);
  const byId = await figuresById(db, [...new Set(rows.flatMap(({ a, b }) => [a, b]))], revision);
  const rivals = rows.map(({ a, b, days, since, times }) => ({
    earlier: byId.get(a)!, // shown at the revision that the pair was found at
    later: byId.get(b)!,
    days,
    since,
    times,
  }));
  return { rivals, more: found.length > size };
}

async function figuresById(
  db: Reader,
  ids: readonly string[],
  revision: number,
): Promise<Map<string, Figure>> {
  if (ids.length === 0) return new Map();
  const rows = await figureRows(db, revision).where(
    and(shownAt(revision), inArray(figures.publicId, [...ids])),
  );
  return new Map((await toFigures(db, rows)).map((figure) => [figure.id, figure]));
}
