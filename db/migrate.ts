import { readFile } from "node:fs/promises";
import path from "node:path";
import { sql } from "drizzle-orm";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type { Database } from "./client";
import { projectRoot } from "./env";

const migrationsFolder = path.join(/* turbopackIgnore: true */ projectRoot, "db/migrations");

/**
 * Brings the tables up to date. Call it inside `withSetupLock`: drizzle's migrator takes no lock, and two
 * first starts at once failed three times of three.
 */
export async function migrateDatabase({ db }: Pick<Database, "db">): Promise<void> {
  await migrate(db as Parameters<typeof migrate>[0], { migrationsFolder });
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
