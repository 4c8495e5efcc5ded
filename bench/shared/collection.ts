import { report } from "@/bin/report";
import { type Database, openDatabase } from "@/db/client";
import type { DatabaseEnv } from "@/db/env";
import { migrateDatabase } from "@/db/migrate";
import type { PostgresServer } from "@/db/testing/postgres-server";
import { fillDatabase } from "../fill/fill";
import type { Shape } from "../fill/shape";

export type Filled = { readonly rows: number; readonly env: DatabaseEnv; readonly database: Database };

/** A new database of a server. @returns its address */
export async function freshDatabase(server: Pick<PostgresServer, "url">, name: string): Promise<string> {
  const admin = await openDatabase({ databaseUrl: server.url(), dataDir: "" }, { max: 1 });
  try {
    await admin.sql.unsafe(`create database ${name}`);
  } finally {
    await admin.close();
  }
  return server.url(name);
}

/** Migrates an empty database and fills it. The caller closes it. */
export async function filled(env: DatabaseEnv, rows: number, shape?: Shape): Promise<Filled> {
  const database = await openDatabase(env);
  await database.withSetupLock(() => migrateDatabase(database));
  report(`filling ${rows} rows on ${database.engine}`);
  await fillDatabase(database, rows, shape);
  return { rows, env, database };
}
