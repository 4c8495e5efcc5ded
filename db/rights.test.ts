import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeBackup } from "./backup/write-backup";
import { type Database, openDatabase } from "./client";
import type { DatabaseEnv } from "./env";
import { pendingMigrations } from "./migrate";
import { approveFigures } from "./mutations/approve-figures";
import { submitFigures } from "./mutations/submit-figures";
import { prepareTables } from "./owner";
import { checkAuditChain } from "./queries/check-audit-chain";
import { currentRevision } from "./queries/current-revision";
import { aCollection, aFigure, aSource, done, reviewer, storkFigure, writer } from "./testing/makers";
import { plantPeople } from "./testing/plant-account";
import { type PostgresServer, startPostgres } from "./testing/postgres-server";
import { administer } from "./testing/templates";

describe("where one role owns the tables and another serves", () => {
  let server: PostgresServer;
  let folder: string;
  let site: Database;
  let env: DatabaseEnv;
  const reports: string[] = [];
  const as = (role: string, database = "storks") => server.url(database).replace("postgres@", `${role}@`);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "vb-rights-"));
    server = await startPostgres();
    await administer(server.url(), async (sql) => {
      await sql.unsafe(
        "create role keeper login; create role site login; create role deputy login in role keeper; create role maker login createrole",
      );
      await sql.unsafe(
        "create role chief superuser; create role climber login noinherit in role chief; create role copier login replication; create role flock; create role heron login noinherit in role flock",
      );
      await sql.unsafe(
        "create role glutton login in role pg_read_all_data; create role scribe login noinherit in role pg_write_all_data; create role herald login in role pg_execute_server_program; create role bailiff login in role pg_signal_backend",
      );
      await sql.unsafe("create database storks owner keeper");
    });
    env = { databaseUrl: as("site"), ownerUrl: as("keeper"), dataDir: folder };
    site = await openDatabase(env);
    await prepareTables(site, env, (line) => reports.push(line));
  });
  afterAll(async () => {
    await site?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const refusalOf = (question: string) =>
    site.sql.unsafe(question).then(
      () => null,
      (error) => error.code,
    );
  const denied = "42501";

  test("the owner migrates, and the site finds nothing pending, now and at the next start", async () => {
    expect(reports).toEqual(["tables: kept by keeper, used by site"]);
    expect(await pendingMigrations(site)).toBe(0);
    await prepareTables(site, env, () => {});
    await prepareTables(site, { ...env, ownerUrl: undefined }, () => {}); // nothing is new: no owner is needed
  });

  test("the site does its work: people sign in, figures are recorded, reviewed and published", async () => {
    await aCollection(site.db);
    await plantPeople(site, [{ role: "editor", name: "Crane" }], env);
    const { publicId } = await aFigure(site.db, storkFigure(await aSource(site.db)), writer);
    const figures = [{ publicId, rowVersion: 1, reasons: {} }];
    const submitted = done(await submitFigures(site.db, writer, { figures }));
    expect(submitted).toBeTruthy();
    const [{ version }] = (await site.sql`
      select row_version::int as version from figures where public_id = ${publicId}`) as unknown as [
      { version: number },
    ];
    const before = await currentRevision(site.db);
    done(
      await approveFigures(site.db, reviewer, {
        figures: [{ publicId, rowVersion: version, reasons: {} }],
        comment: null,
      }),
    );
    expect(await currentRevision(site.db)).toBe(before + 1);
    expect((await checkAuditChain(site.db)).sound).toBe(true);
    const kept = await writeBackup(site, path.join(folder, "kept.backup"));
    expect(kept.rows).toBeGreaterThan(10);
  });

  test("what was written once it has no right to change, to remove or to empty", async () => {
    const tables = await site.sql<{ name: string; column: string; verbs: string }[]>`
      select c.relname as name, (select quote_ident(attname) from pg_attribute where attrelid = c.oid
          and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = '' limit 1) as column,
        bool_or(t.tgtype & 16 > 0)::text as verbs
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
      where p.proname = 'refuse_change' group by c.oid, c.relname`;
    expect(tables.length).toBeGreaterThan(20);
    for (const { name, column, verbs } of tables) {
      const tries = [`delete from ${name}`, `truncate ${name} cascade`];
      if (verbs === "true") tries.push(`update ${name} set ${column} = ${column}`);
      for (const question of tries) expect.soft(await refusalOf(question), question).toBe(denied);
    }
  });

  test.each([
    "drop trigger append_only on reviews",
    "alter table reviews disable trigger append_only",
    "set session_replication_role = replica",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin return null; end'",
    "drop table reviews",
    "create table herons (id int)",
    "create schema herons",
    "create trigger herons before insert on reviews execute function refuse_change()",
    "delete from drizzle.__drizzle_migrations",
    "set role keeper",
    "copy reviews to program 'true'",
  ])("it may not: %s", async (question) => expect(await refusalOf(question)).toBe(denied));

  /** What is put up to make a role mighty, and taken away again; the role, and why the site is not served with it. */
  test.each([
    ["keeper", "may act as the owner of the tables", "", ""],
    ["deputy", "may act as the owner of the tables", "", ""],
    ["maker", "may create roles", "", ""], // and by PostgreSQL 15 makes itself a member of any
    ["postgres", "may act as a superuser", "", ""],
    ["climber", "may act as a superuser", "", ""],
    ["copier", "may replicate the database", "", ""],
    ["glutton", "has a role that may do more", "", ""],
    ["scribe", "has a role that may do more", "", ""],
    ["herald", "has a role that may do more", "", ""],
    ["bailiff", "has a role that may do more", "", ""],
    [
      "heron",
      "may create in a schema",
      "grant create on schema drizzle to heron",
      "revoke create on schema drizzle from heron",
    ],
    // Where PostgreSQL looks for a table before it looks among ours.
    ["heron", "owns a schema", "create schema heron authorization heron", "drop schema heron"],
    [
      "heron",
      "may create in a schema",
      "create schema heron; grant create on schema heron to flock",
      "drop schema heron",
    ],
    [
      "heron",
      "owns a schema",
      "alter schema drizzle owner to heron; grant all on schema drizzle to keeper",
      "alter schema drizzle owner to keeper",
    ],
    [
      "heron",
      "owns tables",
      "create table drizzle.nests (id int); alter table drizzle.nests owner to heron",
      "drop table drizzle.nests",
    ],
    [
      "heron",
      "owns functions",
      "alter function refuse_change() owner to heron",
      "alter function refuse_change() owner to keeper",
    ],
    [
      "heron",
      "owns types",
      "create type nests as enum ('reed'); alter type nests owner to heron",
      "drop type nests",
    ],
    [
      "heron",
      "has rights to tables that it was not given",
      "grant delete on reviews to public",
      "revoke delete on reviews from public",
    ],
    [
      "heron",
      "has rights to tables that it was not given",
      "grant update (id) on reviews to flock",
      "revoke update (id) on reviews from flock",
    ],
    [
      "heron",
      "may say which migrations were done",
      "grant delete on drizzle.__drizzle_migrations to flock",
      "revoke delete on drizzle.__drizzle_migrations from flock",
    ],
    [
      "heron",
      "may set what counts its rows",
      "grant update on sequence figures_id_seq to flock",
      "revoke update on sequence figures_id_seq from flock",
    ],
    [
      "heron",
      "may switch off triggers",
      "grant alter system on parameter session_replication_role to flock",
      "revoke alter system on parameter session_replication_role from flock",
    ],
    [
      "heron",
      "may switch off triggers",
      "grant set on parameter session_replication_role to flock",
      "revoke set on parameter session_replication_role from flock",
    ],
  ])("a site that comes as %s is not served: it %s (%s)", async (role, why, given, taken) => {
    const asKeeperOfAll = (statements: string) =>
      administer(server.url("storks"), (sql) => sql.unsafe(statements));
    if (given) await asKeeperOfAll(given);
    const mighty = await openDatabase({ ...env, databaseUrl: as(role) });
    try {
      await expect(prepareTables(mighty, env, () => {})).rejects.toThrow(why);
    } finally {
      await mighty.close();
      if (taken) await asKeeperOfAll(taken);
    }
  });

  test("one that is in a role that may no more than it is served, and keeps what it needs of what it was given", async () => {
    await administer(server.url("storks"), (sql) =>
      sql.unsafe(`grant all on all tables in schema public, drizzle to heron;
        grant all on all sequences in schema public to heron`),
    );
    const modest = await openDatabase({ ...env, databaseUrl: as("heron") });
    try {
      await prepareTables(modest, env, () => {});
      await expect(modest.sql`select from reviews`).resolves.toBeDefined();
    } finally {
      await modest.close();
    }
  });

  test("two addresses of different databases are told apart", async () => {
    await administer(server.url(), (sql) => sql.unsafe("create database herons owner keeper"));
    const elsewhere = { ...env, ownerUrl: as("keeper", "herons") };
    const other = await openDatabase({ ...env, databaseUrl: as("site", "postgres") });
    try {
      await expect(prepareTables(other, elsewhere, () => {})).rejects.toThrow("different databases");
    } finally {
      await other.close();
    }
  });
});
