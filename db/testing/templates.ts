import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { type Database, type Engine, openDatabase } from "../client";
import { filesIn } from "../embedded/folder";
import type { DatabaseEnv } from "../env";
import { migrateDatabase } from "../migrate";
import { copyCluster, emptyCluster, endServer } from "./embedded-folder";
import { askHost } from "./engine-host";
import { startPostgres } from "./postgres-server";

/** What a test needs to know to have a migrated database copied for itself. Plain data: it goes to other processes. */
export type Templates = {
  postgresUrl: string;
  postgresTemplate: string;
  embeddedCluster: string;
  folder: string;
  /** The socket of a process that serves the embedded databases; without, each has one of its own. */
  host?: string;
};

/** A database of one's own. */
export type Scratch = Database & {
  /** Where another process finds it. */
  readonly env: DatabaseEnv;
  drop(): Promise<void>;
};

const template = "verbatim_template";

/** Makes a migrated database on both engines to copy from; `remove` takes away all that was made of them too. */
export async function makeTemplates(): Promise<{ templates: Templates; remove(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "vb-"));
  const server = await startPostgres();
  const remove = async () => {
    await server.stop();
    for (const name of readdirSync(folder)) await endServer(path.join(folder, name), "SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const embedded = path.join(folder, "template");
    await Promise.all([migratedPostgres(server.url), migratedEmbedded(embedded)]);
    const embeddedCluster = filesIn(embedded).cluster;
    return {
      templates: { postgresUrl: server.url(), postgresTemplate: template, embeddedCluster, folder },
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function migratedPostgres(url: (database?: string) => string): Promise<void> {
  await administer(url(), (sql) => sql.unsafe(`create database ${template}`));
  await migrateAndClose(await openDatabase({ databaseUrl: url(template), dataDir: "" }));
}

async function migratedEmbedded(dataDir: string): Promise<void> {
  copyCluster(await emptyCluster(), dataDir);
  await migrateAndClose(await openDatabase({ dataDir }));
  await endServer(dataDir, "SIGTERM");
}

async function migrateAndClose(database: Database): Promise<void> {
  try {
    await database.withSetupLock(() => migrateDatabase(database));
  } finally {
    await database.close();
  }
}

/** A fresh migrated database. */
export function copyTemplate(templates: Templates, engine: Engine): Promise<Scratch> {
  return engine === "postgres" ? copyOnPostgres(templates) : copyEmbedded(templates);
}

/** A database without any table. */
export async function openEmpty(templates: Templates, engine: Engine): Promise<Scratch> {
  return engine === "postgres"
    ? copyOnPostgres({ ...templates, postgresTemplate: "template1" })
    : copyEmbedded({ ...templates, embeddedCluster: await emptyCluster() });
}

async function copyOnPostgres({ postgresUrl, postgresTemplate }: Templates): Promise<Scratch> {
  const name = `scratch_${process.pid}_${performance.now().toString().replace(".", "_")}`;
  await administer(postgresUrl, (sql) => sql.unsafe(`create database ${name} template ${postgresTemplate}`));
  const url = new URL(postgresUrl);
  url.pathname = name;
  const env = { databaseUrl: url.href, dataDir: "" };
  const database = await openDatabase(env);
  return {
    ...database,
    env,
    drop: once(async () => {
      await database.close();
      await administer(postgresUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
    }),
  };
}

async function copyEmbedded({ embeddedCluster, folder, host }: Templates): Promise<Scratch> {
  const dataDir = mkdtempSync(path.join(folder, "s"));
  copyCluster(embeddedCluster, dataDir);
  if (host !== undefined) await askHost(host, { serve: dataDir });
  const env = { dataDir };
  const database = await openDatabase(env);
  return {
    ...database,
    env,
    drop: once(async () => {
      await database.close();
      if (host !== undefined) await askHost(host, { leave: dataDir });
      await endServer(dataDir, "SIGKILL");
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    }),
  };
}

/** Does something on a server of PostgreSQL that no transaction may hold, such as making a database. */
export async function administer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
