import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Writer } from "./mutation";

/**
 * Inserts any number of rows by one statement, as one JSON parameter: a statement carries at most 65 534 of them. Every
 * row has the fields of the first.
 *
 * @param ending what follows the rows, such as `returning id`
 * @returns the rows that `ending` returns
 */
export async function insertRows<T extends PgTable, R extends Record<string, unknown> = never>(
  tx: Writer,
  table: T,
  rows: readonly T["$inferInsert"][],
  ending: SQL = sql``,
): Promise<R[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const fields = Object.keys(first);
  const columns = sql.raw(fields.map((field) => `"${columnOf(field)}"`).join(", "));
  const named = rows.map((row: Record<string, unknown>) =>
    Object.fromEntries(fields.map((field) => [columnOf(field), row[field] ?? null])),
  );
  const done = await tx.execute(
    sql`insert into ${table} (${columns}) select ${columns}
      from json_populate_recordset(null::${table}, ${JSON.stringify(named)}::json) ${ending}`,
  );
  return [...done] as R[]; // as `ending` says
}

/** As the schema names columns: `periodStart` is `period_start`. */
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
