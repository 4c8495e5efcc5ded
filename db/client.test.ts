import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { openDatabase } from "./client";
import { migrateDatabase, pendingMigrations } from "./migrate";
import { currentRevision } from "./queries/current-revision";
import { eachEngine, type Scratch } from "./testing/scratch";

test("next build is refused the database", async () => {
  vi.stubEnv("NEXT_PHASE", "phase-production-build");
  await expect(openDatabase({ dataDir: "/nowhere" })).rejects.toThrow(/next build/);
  vi.unstubAllEnvs();
});

test("an address that leads nowhere is named", async () => {
  const nowhere = { databaseUrl: "postgres://me@127.0.0.1:1/x", dataDir: "" };
  await expect(openDatabase(nowhere)).rejects.toThrow(/DATABASE_URL does not answer.*ECONNREFUSED/);
});

describe("an open database", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
    });

    test("speaks UTC, keeps numeric a string, compiles no query and starts no workers for one", async () => {
      const [row] = await scratch.db.execute(
        sql`select current_setting('TimeZone') as zone, 1.10::numeric as price, array['a"\\', null] as list, array[1,2] as ids,
          current_setting('jit')::bool and pg_jit_available() as compiles,
          current_setting('max_parallel_workers_per_gather')::int as workers`,
      );
      expect(row).toEqual({
        ...{ zone: "UTC", price: "1.10", list: ['a"\\', null], ids: [1, 2] },
        ...{ compiles: false, workers: 0 },
      });
    });

    test("runs transactions side by side", async () => {
      const seen = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          scratch.db.transaction(async (tx) => {
            await tx.execute(sql`select ${i}::int`);
            const [row] = await tx.execute(sql`select ${i}::int as i`);
            return row?.i;
          }),
        ),
      );
      expect(seen).toEqual(Array.from({ length: 20 }, (_, i) => i));
    });

    test("lets one at a time set it up", async () => {
      const events: string[] = [];
      const work = (name: string) => async () => {
        events.push(`${name} in`);
        await scratch.sql`select 1`;
        events.push(`${name} out`);
      };
      await Promise.all([scratch.withSetupLock(work("a")), scratch.withSetupLock(work("b"))]);
      const [first, second] = events[0] === "a in" ? ["a", "b"] : ["b", "a"];
      expect(events).toEqual([`${first} in`, `${first} out`, `${second} in`, `${second} out`]);
    });

    test("gives the setup lock back after a failure", async () => {
      await expect(scratch.withSetupLock(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
      expect(await scratch.withSetupLock(async () => "yes")).toBe("yes");
    });

    test("goes on where a newer process has migrated it further", async () => {
      const newer = await open();
      await newer.sql`insert into drizzle.__drizzle_migrations (hash, created_at)
        values ('of a later release', 32503680000000)`;
      expect(await pendingMigrations(newer)).toBe(0);
      await migrateDatabase(newer);
      expect(await currentRevision(newer.db)).toBe(0);
    });

    test("knows which migrations it has not seen", async () => {
      expect(await pendingMigrations(scratch)).toBe(0);
      const other = await open();
      await other.sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`;
      expect(await pendingMigrations(other)).toBe(1);
      await other.sql`drop schema drizzle cascade`;
      expect(await pendingMigrations(other)).toBeGreaterThan(1);
      await migrateDatabase(scratch);
      expect(await pendingMigrations(scratch)).toBe(0);
    });
  });
});
