import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Engine } from "../client";
import { pendingMigrations } from "../migrate";
import { checkAuditChain } from "../queries/check-audit-chain";
import {
  aCollection,
  aDataset,
  aFigure,
  aSource,
  everythingIn,
  publish,
  published,
  storkFigure,
} from "../testing/makers";
import { engines, openBare, openScratch, type Scratch } from "../testing/scratch";
import { anImport, storkNights } from "../testing/tables";
import { restoreBackup } from "./restore-backup";
import { writeBackup } from "./write-backup";

const folder = mkdtempSync(path.join(tmpdir(), "vb-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = () => path.join(folder, `${++files}.backup`);

async function bare(engine: Engine): Promise<Scratch> {
  const database = await openBare(engine);
  onTestFinished(() => database.drop());
  return database;
}

const other = { embedded: "postgres", postgres: "embedded" } as const satisfies Record<Engine, Engine>;

describe.each(engines)("a backup of %s", (engine) => {
  let scratch: Scratch;
  let file: string;
  let source: Awaited<ReturnType<typeof aSource>>;
  beforeAll(async () => {
    scratch = await openScratch(engine);
    await aCollection(scratch.db);
    source = await aSource(scratch.db, { title: "Tab\t, line\n, back\\slash, \\N and 🦩" });
    await aDataset(scratch.db);
    await published(scratch.db, storkFigure(source), storkFigure(source));
    await aFigure(scratch.db, storkFigure(source));
    await anImport(scratch.db, storkNights(3));
    file = newFile();
    await writeBackup(scratch, file);
  });
  afterAll(() => scratch.drop());

  test.each([engine, other[engine]])("is restored on %s row for row, and written on", async (target) => {
    const database = await bare(target);
    const { end, rows } = await restoreBackup(database, file);
    expect(rows).toBeGreaterThan(50);
    expect(await everythingIn(database.sql)).toBe(await everythingIn(scratch.sql));
    expect(await pendingMigrations(database)).toBe(0);
    const chain = await checkAuditChain(database.db, end.audit?.hash);
    expect(chain).toMatchObject({ sound: true, holdsKnown: true, lines: end.audit?.lines });
    const next = await aFigure(database.db, storkFigure(source));
    await publish(database.db, next);
    expect(await checkAuditChain(database.db)).toMatchObject({ sound: true });
    await expect(database.sql`update audit_events set verb = 'retract'`).rejects.toThrow(/append|change/);
    await expect(database.sql`delete from units`).rejects.toMatchObject({ code: "23503" });
  });

  test("is of one moment while others write", async () => {
    const database = await bare("postgres");
    let writing = true;
    const writer = (async () => {
      let written = 0;
      for (; writing; written++) await published(scratch.db, storkFigure(source));
      return written;
    })();
    const busy = newFile();
    await writeBackup(scratch, busy);
    writing = false;
    expect(await writer).toBeGreaterThan(0);
    await restoreBackup(database, busy);
    expect(await checkAuditChain(database.db)).toMatchObject({ sound: true });
  });

  test("is for its owner's eyes, alone in its folder, and never written over", async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(writeBackup(scratch, file)).rejects.toThrow(/is there already/);
    expect(readdirSync(folder).filter((name) => !name.endsWith(".backup"))).toEqual([]);
  });

  test("is not restored over what is there", async () => {
    const before = await everythingIn(scratch.sql);
    await expect(restoreBackup(scratch, file)).rejects.toThrow(
      /something in the database already.*new, empty database/,
    );
    expect(await everythingIn(scratch.sql)).toBe(before);
  });

  /** A copy of the backup with its text changed. */
  function tampered(change: (text: string) => string): string {
    const copy = newFile();
    writeFileSync(copy, gzipSync(change(gunzipSync(readFileSync(file)).toString("utf8"))));
    return copy;
  }

  test("is refused cut off, changed, of another program or of a newer version, and leaves nothing", async () => {
    const database = await bare("postgres");
    const cut = newFile();
    writeFileSync(cut, readFileSync(file));
    truncateSync(cut, Math.floor(statSync(cut).size * 0.7));
    await expect(restoreBackup(database, cut)).rejects.toThrow(/damaged or cut off/);
    const changed = tampered((text) => text.replace("Example Marsh", "Example Swamp"));
    await expect(restoreBackup(database, changed)).rejects.toThrow(/checksum/);
    await expect(
      restoreBackup(
        database,
        tampered(() => "create table x;\n"),
      ),
    ).rejects.toThrow(/not a backup/);
    const newer = tampered((text) => text.replace(/"when":\d+/, '"when":9999999999999'));
    await expect(restoreBackup(database, newer)).rejects.toThrow(/newer/);
    const [left] = await database.sql`select count(*)::int as rows from agents`;
    expect(left).toEqual({ rows: 0 });
    await restoreBackup(database, file);
  });
});
