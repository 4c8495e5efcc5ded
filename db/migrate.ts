import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Database, Db } from "./client";
import { projectRoot } from "./env";

const migrationsFolder = path.join(/* turbopackIgnore: true */ projectRoot, "db/migrations");

/**
 * Brings the tables up to date. Call it inside `withSetupLock`: drizzle's migrator takes no lock, and two
 * first starts at once failed three times of three.
 */
export async function migrateDatabase({ db }: Pick<Database, "db">): Promise<void> {
  await migrate(db as Parameters<typeof migrate>[0], { migrationsFolder });
}

/** A migration as the migrator reads and marks it. */
type Mark = { readonly when: number; readonly hash: string };

/**
 * Brings tables up to date, or as far as the migration of that time, within a transaction under way: the migrator
 * would open one of its own. It reads the same files and leaves the same marks.
 */
export async function migrateWithin(tx: Db, upTo = Number.POSITIVE_INFINITY): Promise<void> {
  await tx.execute(sql`create schema if not exists drizzle`);
  await tx.execute(sql`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`);
  const last = await lastApplied(tx);
  for (const { folderMillis, hash, sql: statements } of readMigrationFiles({ migrationsFolder })) {
    if (folderMillis <= last || folderMillis > upTo) continue;
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    );
  }
}

/** Whether this code has a migration of that time with that content. */
export function knowsMigration({ when, hash }: Mark): boolean {
  return readMigrationFiles({ migrationsFolder }).some(
    (one) => one.folderMillis === when && one.hash === hash,
  );
}

/** How many of the migrations this code was written for the database has not seen; 0 means it is up to date. */
export async function pendingMigrations({ db }: Pick<Database, "db">): Promise<number> {
  const last = await lastApplied(db);
  return (await writtenMigrations()).filter(({ when }) => when > last).length;
}

async function writtenMigrations(): Promise<{ when: number }[]> {
  const journal = await readFile(path.join(migrationsFolder, "meta/_journal.json"), "utf8");
  return JSON.parse(journal).entries;
}

/** The migrator applies what is newer than the newest it has applied, so this asks the same question. */
async function lastApplied(db: Database["db"]): Promise<number> {
  const [table] = await db.execute(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  );
  if (!table?.there) return 0;
  const [row] = await db.execute(
    sql`select coalesce(max(created_at), 0)::float8 as last from drizzle.__drizzle_migrations`,
  );
  return Number(row?.last);
}
