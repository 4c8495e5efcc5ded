import { sql } from "drizzle-orm";
import { type Database, openDatabase } from "./client";
import type { DatabaseEnv } from "./env";
import { migrateDatabase, pendingMigrations } from "./migrate";
import { grantRights } from "./rights";

/**
 * Brings the tables up to date: by the role that the site itself has, or by the owner of another address where one is
 * named, who then gives the site's role what it needs and no more. Call it before anything is read; it takes the setup
 * lock. Where nothing is new no right to change tables is asked for.
 */
export async function prepareTables(
  database: Database,
  { ownerUrl, ...env }: DatabaseEnv,
  report: (line: string) => void,
): Promise<void> {
  if (ownerUrl === undefined)
    return database.withSetupLock(async () => {
      if ((await pendingMigrations(database)) > 0) await migrateDatabase(database);
    });
  const role = await roleOf(database);
  const owner = await openDatabase({ ...env, databaseUrl: ownerUrl }, { max: 1 });
  try {
    await owner.withSetupLock(async () => {
      await migrateDatabase(owner);
      await owner.db.transaction((tx) => grantRights(tx, role));
    });
    report(`tables: kept by ${await roleOf(owner)}, used by ${role}`);
  } finally {
    await owner.close();
  }
  if ((await pendingMigrations(database)) > 0)
    throw new Error("DATABASE_OWNER_URL and DATABASE_URL lead to different databases.");
}

async function roleOf({ db }: Database): Promise<string> {
  const [row] = await db.execute<{ role: string }>(sql`select current_user as role`);
  return row!.role; // one row always
}
