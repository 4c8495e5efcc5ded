import type { Reader } from "@/db/client";
import {
  type ComparedPage,
  comparedCap,
  countCompared,
  listCompared,
  type Moments,
} from "@/db/queries/compare-moments";
import { findMoment } from "@/db/queries/find-moment";
import { listPublishes } from "@/db/queries/list-publishes";
import type { ChangeFilter } from "@/db/queries/where-changes";
import type { ComparedFigure } from "@/domain/change";
import { type Outcome, outcomes } from "@/domain/change-query";
import type { ChangesRequest } from "./changes-request";

/** The most publishes of a page, the most changes told of them all, and the most figures compared, alone or of each outcome. */
const most = { publishes: 20, changes: 40, compared: 25, ofEach: 8 } as const;

/** One page of the changes: by publish, or between two moments where the address asks for that. */
export async function readChanges(db: Reader, { query, moments, revision, cursor }: ChangesRequest) {
  if (moments === null) {
    const before = cursor && Number(cursor.key);
    const page = await listPublishes(db, query, { ...most, asOf: revision, before });
    return {
      publishes: page.publishes,
      next: page.next === null ? null : { key: String(page.next), id: "0" },
    };
  }
  const { kind: _kind, outcome, ...filter } = query;
  const { next, figures } = await compared(db, moments, filter, outcome, cursor);
  const momentOf = async (number: number) => ({ revision: number, at: await findMoment(db, number) });
  return {
    next,
    comparison: {
      since: await momentOf(moments.since),
      until: await momentOf(moments.until),
      counts: await countCompared(db, moments, filter),
      cap: comparedCap,
      figures,
    },
  };
}

/** A page of one outcome, or the first few of each: what was changed matters more than what was added since. */
async function compared(
  db: Reader,
  moments: Moments,
  filter: Omit<ChangeFilter, "kind">,
  outcome: Outcome | undefined,
  after: ChangesRequest["cursor"],
): Promise<ComparedPage> {
  if (outcome !== undefined)
    return listCompared(db, moments, filter, { outcome, after, size: most.compared });
  const figures: ComparedFigure[] = [];
  for (const one of outcomes)
    figures.push(...(await listCompared(db, moments, filter, { outcome: one, size: most.ofEach })).figures);
  return { figures, next: null };
}
