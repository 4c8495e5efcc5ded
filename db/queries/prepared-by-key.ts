import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../client";
import { publications } from "../schema/publications";

/** How a question names its publications. */
export type ByKey = { readonly name: string; readonly where: SQL };

/**
 * One by its key, several by a list. To the server these are two questions: told a list, it reckons with ten, takes the
 * plan for one to be so much better that it makes it anew each time, and spends 8 ms on finding one row in half of one.
 */
const one: ByKey = { name: "one", where: sql`${publications.id} = ${sql.placeholder("id")}` };
const some: ByKey = { name: "some", where: sql`${publications.id} = any(${sql.placeholder("ids")}::int[])` };
const waysTo = (ids: readonly number[]): ByKey => (ids.length === 1 ? one : some);

/** What the placeholders of such a question stand for. */
export const askedByKey = (ids: readonly number[]) => ({ id: ids[0], ids: `{${ids.join(",")}}` });

/** Prepares such a question where it is first asked of a database, for one and for several publications. */
export function preparedByKey<Prepared>(prepare: (db: Reader, byKey: ByKey) => Prepared) {
  const known = new WeakMap<Reader, Map<ByKey, Prepared>>();
  return (db: Reader, ids: readonly number[]): Prepared => {
    const ofDatabase = known.get(db) ?? new Map<ByKey, Prepared>();
    known.set(db, ofDatabase);
    const byKey = waysTo(ids);
    const ask = ofDatabase.get(byKey) ?? prepare(db, byKey);
    ofDatabase.set(byKey, ask);
    return ask;
  };
}
