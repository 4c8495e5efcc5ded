import type { DrizzleConfig } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import type { TransactionSql } from "postgres";
import type { Database, Db, Schema } from "../client";
import { knowsMigration, migrateWithin } from "../migrate";
import { checkAuditChain } from "../queries/check-audit-chain";
import * as schema from "../schema";
import { fieldsOf } from "./copy-text";
import type { End, Head } from "./form";
import { type Part, readBackup } from "./read-backup";
import { findUnsound } from "./soundness";
import { sumTables } from "./sum-tables";
import {
  type Asking,
  type Counter,
  columnList,
  listTables,
  quoted,
  speakPlainly,
  type Table,
} from "./tables";

export type Restored = { readonly head: Head; readonly end: End; readonly rows: number };

/**
 * Reads a backup into a database that nobody has written to yet, all of it in one transaction: either all is there and
 * proven, or nothing is. Rows are written with the triggers off, which would refuse to write history; so afterwards
 * every table is summed again and compared with the backup, foreign keys are made anew, the texts are held against
 * what they quote and the chain of the audit is walked.
 */
export async function restoreBackup(
  database: Database,
  file: string,
  report: (line: string) => void = () => {},
): Promise<Restored> {
  return database.withSetupLock(async () => {
    const { sql, drop } = database.single();
    try {
      const config: DrizzleConfig<Schema> = { schema, casing: "snake_case" };
      const db = drizzle(sql, config);
      const parts = readBackup(file);
      const head = await headOf(parts, file);
      refuseUnknownSchema(head, file);
      await refuseUsed(sql, head);
      report(`a backup of ${head.at}, taken from ${head.engine}`);
      // First and by itself: a value that is new to an enum cannot be written in the transaction that adds it.
      await db.transaction((tx) => migrateWithin(tx, head.schema.when));
      const restored = await db.transaction((tx) => readInto(tx, head, parts, report));
      await db.transaction((tx) => migrateWithin(tx));
      await sql.unsafe("analyze");
      return restored;
    } finally {
      drop();
    }
  });
}

async function headOf(parts: AsyncGenerator<Part>, file: string): Promise<Head> {
  const first = await parts.next();
  if (first.done || first.value.kind !== "head") throw new Error(`${file} is empty.`);
  return first.value.head;
}

async function readInto(
  db: Db,
  head: Head,
  parts: AsyncGenerator<Part>,
  report: (line: string) => void,
): Promise<Restored> {
  const { client: sql } = (db as unknown as { session: { client: TransactionSql } }).session; // COPY is for the driver
  await speakPlainly(sql);
  const tables = await listTables(sql);
  if (JSON.stringify(tables) !== JSON.stringify(head.tables))
    throw new Error("The tables in this backup are not those of its version: it cannot be restored.");
  const putBack = await takeRulesAway(sql, tables);
  let rows = 0;
  let end: End | null = null;
  for await (const part of parts) {
    if (part.kind === "end") end = part.end;
    if (part.kind !== "rows") continue;
    await insertRows(sql, part.table, part.lines);
    rows += part.lines.length;
  }
  if (end === null) throw new Error("The backup has no end: nothing was restored.");
  report(`${rows} rows read; comparing`);
  await setCounters(sql, end.counters);
  await putBack();
  await refuseDifferences(sql, tables, end);
  await refuseUnsound(db, end);
  return { head, end, rows };
}

/** Every write leaves a line in the audit, so a database without one is as its migrations made it. */
async function refuseUsed(sql: Asking, { schema: { when } }: Head): Promise<void> {
  const [found] = await sql.unsafe<{ migrated: boolean; audited: boolean }[]>(`
    select to_regclass('drizzle.__drizzle_migrations') is not null as migrated,
      to_regclass('public.audit_events') is not null as audited`);
  const { migrated, audited } = found!; // one row always
  if (!migrated && !audited) return;
  const [state] =
    migrated && audited
      ? await sql.unsafe(`select not exists (select from audit_events) as unused,
          (select max(created_at) from drizzle.__drizzle_migrations) <= ${when} as older`)
      : [];
  if (state?.unused && state?.older) return;
  throw new Error(
    "There is something in the database already, and nothing is written over: " +
      "create a new, empty database and set DATABASE_URL to that one; the old one stays as it is.",
  );
}

function refuseUnknownSchema({ schema: wanted }: Head, file: string): void {
  if (knowsMigration(wanted)) return;
  throw new Error(
    `${file} was made by a version of Verbatim whose tables this one does not know, most likely a newer one: ` +
      "restore it with that version; a backup made there can be restored by any later one.",
  );
}

/** Triggers off, foreign keys and rows of the migrations gone. @returns what puts the rules back, each checked anew */
async function takeRulesAway(sql: Asking, tables: readonly Table[]): Promise<() => Promise<void>> {
  const keys = await sql.unsafe<{ table: string; name: string; rule: string }[]>(`
    select c.conrelid::regclass::text as table, quote_ident(c.conname) as name, pg_get_constraintdef(c.oid) as rule
    from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1, 2`);
  for (const { table, name } of keys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  for (const { name } of tables) {
    await sql.unsafe(`alter table ${quoted(name)} disable trigger user`);
    await sql.unsafe(`delete from ${quoted(name)}`);
  }
  return async () => {
    for (const { name } of tables) await sql.unsafe(`alter table ${quoted(name)} enable trigger user`);
    for (const { table, name, rule } of keys)
      await sql.unsafe(`alter table ${table} add constraint ${name} ${rule}`);
  };
}

/** One statement for many rows, on every engine: the embedded one takes no COPY. */
async function insertRows(sql: Asking, table: Table, lines: readonly Buffer[]): Promise<void> {
  const fields = table.columns.map(({ type }, at) => `(r ->> ${at})::${type}`).join(", ");
  await sql.unsafe(
    `insert into ${quoted(table.name)} (${columnList(table)}) overriding system value
     select ${fields} from jsonb_array_elements($1::text::jsonb) r`,
    [JSON.stringify(lines.map(fieldsOf))],
  );
}

async function setCounters(sql: Asking, counters: readonly Counter[]): Promise<void> {
  for (const { name, value, called } of counters)
    await sql.unsafe(`select setval('public.${quoted(name)}', ${value}, ${called})`);
}

async function refuseDifferences(sql: Asking, tables: readonly Table[], end: End): Promise<void> {
  const sums = await sumTables(sql, tables);
  for (const { name } of tables) {
    const [kept, here] = [end.tables[name], sums[name]];
    if (kept?.rows !== here?.rows || kept?.sum !== here?.sum)
      throw new Error(
        `Table ${name} is not what was kept: ${here?.rows} rows of ${kept?.rows}. Nothing was restored.`,
      );
  }
}

async function refuseUnsound(db: Db, end: End): Promise<void> {
  const unsound = await findUnsound(db);
  if (unsound !== null) throw new Error(`${unsound} Nothing was restored.`);
  const chain = await checkAuditChain(db, end.audit?.hash ?? null);
  if (!chain.sound || chain.holdsKnown === false)
    throw new Error(
      "The chain of the audit in this backup does not hold: lines were changed. Nothing was restored.",
    );
}
