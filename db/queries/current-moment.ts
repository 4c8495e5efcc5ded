import { sql } from "drizzle-orm";
import type { Reader } from "../client";

/** Where a database stands: its newest revision, and the last write that readers may see (`currentState`). */
export type Moment = { readonly revision: number; readonly state: number };

/** Both in one look, so that they belong together. */
export async function currentMoment(db: Reader): Promise<Moment> {
  const [row] = await db.execute<Record<keyof Moment, string | null>>(
    sql`select (select revision from collection)::text as revision, (select shown from audit_head)::text as state`,
  );
  return { revision: Number(row?.revision ?? 0), state: Number(row?.state ?? 0) };
}
