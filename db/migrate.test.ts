import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { afterEach, describe, expect, inject, test } from "vitest";
import { type Database, openDatabase } from "./client";
import { projectRoot } from "./env";
import { migrateDatabase, pendingMigrations } from "./migrate";
import { checkAuditChain } from "./queries/check-audit-chain";

const written = path.join(projectRoot, "db/migrations");

/** The migrations of an older site: the first `count` of ours. */
function olderMigrations(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), "vb-older-"));
  cpSync(written, folder, { recursive: true });
  const file = path.join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
  return folder;
}

describe("the database of an older site", () => {
  let database: Database;
  let folder: string;
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is brought up to date with what is in it, its audit chained", async () => {
    const url = new URL(inject("templates").postgresUrl);
    const server = await openDatabase({ databaseUrl: url.href, dataDir: "" }, { max: 1 });
    const name = `older_${process.pid}`;
    await server.sql.unsafe(`create database ${name}`);
    await server.close();
    url.pathname = name;
    database = await openDatabase({ databaseUrl: url.href, dataDir: "" });
    folder = olderMigrations(2);
    await migrate(database.db as Parameters<typeof migrate>[0], { migrationsFolder: folder });
    const { sql } = database;
    await sql`insert into editors (id, name, role) values ('seeds', 'Seeds', 'system')`;
    await sql`insert into agents (slug, name_fr, name_en, kind) values ('stork', 'Cigogne', 'Stork', 'person')`;
    for (const entity of ["one", "two 🦩", "three"])
      await sql`insert into audit_events (editor_id, verb, entity, after)
        values ('seeds', 'record', ${entity}, '{"is": "there"}'::jsonb)`;
    await migrateDatabase(database);
    expect(await pendingMigrations(database)).toBe(0);
    expect(await checkAuditChain(database.db)).toMatchObject({ sound: true, lines: 3 });
    const [stork] = await sql`select merged_into_id, retired_at from agents where slug = 'stork'`;
    expect(stork).toEqual({ merged_into_id: null, retired_at: null });
    const [keys] = await sql`select reltuples from pg_class where oid = 'publication_keys'::regclass`;
    expect(keys!.reltuples, "counted, so that questions are planned well from the start").toBe(0);
    await sql`insert into audit_events (editor_id, verb, entity) values ('seeds', 'record', 'four')`;
    expect(await checkAuditChain(database.db)).toMatchObject({ sound: true, lines: 4 });
  });
});
