import { sql as statement } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { isAway } from "./away";
import { type Database, openDatabase, openReplica } from "./client";
import { migrateDatabase } from "./migrate";
import { currentRevision } from "./queries/current-revision";
import { findFigure } from "./queries/find-figure";
import { copyOut } from "./queries/stream-copy";
import { findExport } from "./queries/stream-figures";
import { streamTable } from "./queries/stream-table";
import { leftOut, type Replicas, replicasOf } from "./replicas";
import { aCollection, aSource, counted, published, storkFigure } from "./testing/makers";
import { type PostgresServer, startPostgres, startReplica } from "./testing/postgres-server";
import { aWire, type Wire } from "./testing/wire";

let servers: { primary: PostgresServer; replica: PostgresServer };
let primary: Database;
let replica: Database;
let wire: Wire;
let source: { slug: string; text: string };
let figures = 0;

beforeAll(async () => {
  const first = await startPostgres();
  primary = await openDatabase({ databaseUrl: first.url(), dataDir: "" });
  await migrateDatabase(primary);
  await aCollection(primary.db);
  source = await aSource(primary.db, { passages: [counted] });
  servers = { primary: first, replica: await startReplica(first) };
  wire = await aWire(servers.replica.url());
});
afterAll(async () => {
  await primary.close();
  wire.close();
  await servers.replica.stop();
  await servers.primary.stop();
});

let all: Replicas;
let clock: number;
let reports: string[];
beforeEach(async () => {
  clock = 0;
  reports = [];
  replica = openReplica(wire.url, undefined, { max: 4 });
  const report = (place: number, why: string) => void reports.push(`${place}: ${why}`);
  all = replicasOf(primary, [replica], { report, now: () => clock });
  onTestFinished(() => all.close());
});

const isReplica = async ({ database }: { database: Database }): Promise<boolean> => {
  const [row] = await database.db.execute<{ follows: boolean }>(
    statement`select pg_is_in_recovery() as follows`,
  );
  return row!.follows;
};
async function publish(count = 1): Promise<number> {
  const ids = Array.from({ length: count }, () => `s${String(figures++).padStart(7, "0")}`);
  return published(primary.db, ...ids.map((publicId) => storkFigure(source, { publicId })));
}
const reached = (revision: number) =>
  expect.poll(() => currentRevision(replica.db), { timeout: 10_000 }).toBeGreaterThanOrEqual(revision);
async function withoutReplay<T>(work: () => Promise<T>): Promise<T> {
  await replica.sql`select pg_wal_replay_pause()`;
  await expect
    .poll(async () => (await replica.sql`select pg_get_wal_replay_pause_state() as is`)[0]!.is)
    .toBe("paused");
  try {
    return await work();
  } finally {
    await replica.sql`select pg_wal_replay_resume()`;
  }
}

describe("a reader", () => {
  test("is answered by a replica, at its newest revision", async () => {
    const revision = await publish();
    await reached(revision);
    const choice = await all.choose();
    expect([await isReplica(choice), choice.revision]).toEqual([true, revision]);
    expect(await findFigure(choice.database.db, "s0000000", revision)).toMatchObject({ id: "s0000000" });
    await expect(choice.database.db.execute(statement`create table t ()`)).resolves.toBeDefined();
    await primary.sql`drop table t`;
  });

  test("never sees an older revision than this process has shown", async () => {
    await reached(await publish());
    await withoutReplay(async () => {
      const before = await all.choose();
      expect(await isReplica(before)).toBe(true);
      const revision = await publish();
      // Nobody was shown the new one yet: the old one may stand a moment longer.
      expect((await all.choose()).revision).toBe(before.revision);
      const newest = await all.choose(revision);
      expect([await isReplica(newest), newest.revision]).toEqual([false, revision]);
      for (let time = 0; time < 3; time++) expect((await all.choose()).revision).toBe(revision);
      expect(reports).toEqual([`1: at ${before.revision}, behind ${revision}`]);
      expect(all.count()).toEqual({ all: 1, asked: 0 });
    });
    await reached((await all.choose()).revision);
    expect(await isReplica(await all.choose()), "left out for a while").toBe(false);
    clock += leftOut.lagging;
    expect(await isReplica(await all.choose())).toBe(true);
  });

  test("who asks for a revision the replica has not reached is answered by the primary", async () => {
    await reached(await publish());
    await withoutReplay(async () => {
      const old = (await all.choose()).revision;
      const revision = await publish();
      const choice = await all.choose(revision);
      expect(await isReplica(choice)).toBe(false);
      expect(
        await findFigure(choice.database.db, `s${String(figures - 1).padStart(7, "0")}`, revision),
      ).not.toBeNull();
      expect(old).toBeLessThan(revision);
    });
  });

  test("reads on while a replica is stopped, and by it once it is back", async () => {
    const revision = await publish();
    await reached(revision);
    const choice = await all.choose();
    await servers.replica.halt();
    try {
      // What was begun on the replica ends on the primary, at the same revision.
      expect(await findFigure(choice.database.db, "s0000000", revision)).toMatchObject({ id: "s0000000" });
      for (let time = 0; time < 3; time++) expect(await isReplica(await all.choose())).toBe(false);
      expect(reports).toHaveLength(1);
    } finally {
      await servers.replica.wake();
    }
    expect(await isReplica(await all.choose())).toBe(false);
    const later = async () => {
      clock += leftOut.away;
      return isReplica(await all.choose());
    };
    await expect.poll(later, { timeout: 10_000 }).toBe(true);
  });

  test("reads on while the primary is away, and an editor can write after it", async () => {
    const revision = await publish();
    await reached(revision);
    await servers.primary.halt();
    try {
      for (let time = 0; time < 5; time++) {
        const choice = await all.choose();
        expect([await isReplica(choice), choice.revision]).toEqual([true, revision]);
        expect(await findFigure(choice.database.db, "s0000000", revision)).not.toBeNull();
      }
      await expect(all.choose(revision + 1)).rejects.toThrow();
      await expect(publish()).rejects.toThrow();
    } finally {
      await servers.primary.wake();
    }
    figures--; // the figure that could not be written
    const next = await publish();
    expect(next).toBe(revision + 1);
    await reached(next);
    expect((await all.choose(next)).revision).toBe(next);
  });

  test("waits no longer than a second for a replica that hangs", async () => {
    await reached(await publish());
    expect(await isReplica(await all.choose())).toBe(true);
    wire.hold();
    const began = performance.now();
    expect(await isReplica(await all.choose())).toBe(false);
    expect(performance.now() - began).toBeLessThan(4000);
    wire.cut();
    expect(reports).toEqual(["1: The database did not answer in 1000 ms."]);
  });

  test("whose question was cut off is answered all the same", async () => {
    await reached(await publish());
    const { database } = await all.choose();
    const ask = async () => {
      const [row] = await database.db.execute<{ one: number }>(statement`select 1 as one from pg_sleep(0.2)`);
      return row!.one;
    };
    const asked = Array.from({ length: 20 }, ask);
    await Promise.race(asked); // all connections are open
    wire.cut();
    expect(await Promise.all(asked)).toEqual(asked.map(() => 1));
  });
});

describe("where every connection is taken", () => {
  test("a question is refused in time, and answered once one is free", async () => {
    const small = await openDatabase({ databaseUrl: servers.primary.url(), dataDir: "" }, { max: 2 });
    onTestFinished(() => small.close());
    const alone = replicasOf(small, [], { longest: 200 });
    const { revision } = await alone.choose();
    const held = Promise.all([1, 2].map(() => small.db.execute(statement`select pg_sleep(1.5)`)));
    const error = await alone.choose().then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(isAway(error)).toBe(true);
    await held;
    expect((await alone.choose()).revision).toBe(revision);
  });

  test("of a replica, the primary answers", async () => {
    await reached(await publish());
    const held = Promise.all([1, 2, 3, 4].map(() => replica.sql`select pg_sleep(2)`));
    expect(await isReplica(await all.choose())).toBe(false);
    await held;
    clock += leftOut.away;
    expect(await isReplica(await all.choose())).toBe(true);
  });
});

describe("a download", () => {
  const csv = async (database: Database, revision: number) => {
    const selection = { query: {}, revision, lang: "en", site: "" } as const;
    const found = await findExport(database, selection);
    const about = { slug: "storks", title: "Storks", revision, site: "", request: "" };
    return streamTable({ format: "csv", raw: false, excel: false }, about, found);
  };
  const read = async (bytes: AsyncIterable<Uint8Array>, each = () => {}) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of bytes) {
      pieces.push(piece);
      each();
    }
    return Buffer.concat(pieces).toString();
  };

  test("comes from the replica that was chosen, and is the same as the primary's", async () => {
    const revision = await publish(20);
    await reached(revision);
    const choice = await all.choose();
    const before = wire.received();
    const rows = await read(await csv(choice.database, revision));
    expect(wire.received() - before, "it came over the replica's wire").toBeGreaterThan(rows.length);
    expect(rows).toBe(await read(await csv(primary, revision)));
  });

  test("whose connection is cut in the middle fails, and is never short", async () => {
    await reached(await publish());
    const { database } = await all.choose();
    const rows = 60_000;
    const copy = () =>
      copyOut(database, [`copy (select repeat('x', 500) from generate_series(1, ${rows})) to stdout`]);
    const before = wire.received();
    await expect(read(copy(), wire.cut)).rejects.toMatchObject({ code: "CONNECTION_CLOSED" });
    expect(wire.received() - before).toBeGreaterThan(0);
    expect(await read(copy())).toHaveLength(rows * 501);
  });
});
