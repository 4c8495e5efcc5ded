import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDatabase } from "./client";
import { type DatabaseEnv, projectRoot } from "./env";
import { migrateDatabase, pendingMigrations } from "./migrate";
import { endServer } from "./testing/embedded-folder";
import { aCollection, aSource, published, storkFigure } from "./testing/makers";
import { programArguments } from "./testing/programs";
import { openBare } from "./testing/scratch";

/** Lets another process migrate, and kills it (and the embedded database) so many milliseconds after it began. */
async function migrateAndKill(env: DatabaseEnv, after: number, databaseToo: boolean): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [...programArguments("db/testing/migrate-program.ts"), JSON.stringify(env)],
    {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const said: string[] = [];
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      said.push(line);
      resolve();
    });
    void ended.then(() => reject(new Error("The process that migrates ended before it began.")));
  });
  await pause(after);
  if (databaseToo) await endServer(env.dataDir, "SIGKILL");
  child.kill("SIGKILL");
  await ended;
  return said;
}

describe.each([
  ["embedded", "its process"],
  ["postgres", "its process"],
  ["embedded", "the database"],
] as const)("a migration on %s", (engine, victim) => {
  test(`leaves all or nothing of itself when ${victim} is killed, and the next start finishes it`, async () => {
    const bare = await openBare(engine, "own process");
    onTestFinished(() => bare.drop());
    const said = await migrateAndKill(bare.env, 60, victim === "the database");
    expect(said).toEqual(["migrating"]);
    const database = await openDatabase(bare.env);
    onTestFinished(() => database.close());
    const [left] =
      await database.sql`select count(*)::int as tables from pg_tables where schemaname = 'public'`;
    expect(left?.tables > 0).toBe((await pendingMigrations(database)) === 0);
    await database.withSetupLock(() => migrateDatabase(database));
    expect(await pendingMigrations(database)).toBe(0);
    await aCollection(database.db);
    await published(database.db, storkFigure(await aSource(database.db)));
  });
});
