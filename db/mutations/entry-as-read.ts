import { type SQL, sql } from "drizzle-orm";
import type { List } from "@/domain/lists";
import { agents } from "../schema/agents";
import { events } from "../schema/events";
import { metrics, units } from "../schema/metrics";
import { places } from "../schema/places";
import { Refused, type Writer } from "./mutation";

export const listTables = { agents, events, metrics, places, units } as const;

/**
 * The key of an entry of a list, held until the end of the transaction. @throws Refused where there is none, or as a
 * conflict where it was saved since `rowVersion` was read
 */
export async function entryAsRead(tx: Writer, list: List, slug: string, rowVersion: number): Promise<number> {
  const [row] = await tx.execute<{ id: number; rowVersion: number }>(
    sql`select id, row_version as "rowVersion" from ${listTables[list]} where slug = ${slug} for update`,
  );
  if (row === undefined)
    throw new Refused({ kind: "invalid", fields: { slug: [`no such entry in ${list}: ${slug}`] } });
  if (row.rowVersion !== rowVersion) throw new Refused({ kind: "conflict" });
  return row.id;
}

/** Counts a save of an entry. @returns the new row version */
export async function saveEntry(tx: Writer, list: List, id: number, changes: SQL): Promise<number> {
  const [row] = await tx.execute<{ rowVersion: number }>(
    sql`update ${listTables[list]} set ${changes}, row_version = row_version + 1 where id = ${id}
      returning row_version as "rowVersion"`,
  );
  return row!.rowVersion; // held since it was read
}
