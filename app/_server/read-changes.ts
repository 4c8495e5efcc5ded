import type { Reader } from "@/db/client";
import { comparedCap, countCompared, listCompared } from "@/db/queries/compare-moments";
import { findMoment } from "@/db/queries/find-moment";
import { listPublishes } from "@/db/queries/list-publishes";
import type { ChangesRequest } from "./changes-request";

/** The most publishes of a page, the most changes told of them all, and the most figures compared. */
const most = { publishes: 20, changes: 40, compared: 25 } as const;

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
  const page = await listCompared(db, moments, filter, { outcome, after: cursor, size: most.compared });
  const momentOf = async (number: number) => ({ revision: number, at: await findMoment(db, number) });
  return {
    next: page.next,
    comparison: {
      since: await momentOf(moments.since),
      until: await momentOf(moments.until),
      counts: await countCompared(db, moments, filter),
      cap: comparedCap,
      figures: page.figures,
    },
  };
}
