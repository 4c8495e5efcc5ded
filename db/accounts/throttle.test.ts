import { beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../client";
import { eachEngine, type Scratch } from "../testing/scratch";
import { type Door, doors, forgive, knock, longestWait, spend, takeOnce } from "./throttle";

describe("a door that is knocked at in vain", () => {
  eachEngine((open) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
    });

    const { account, client, device } = doors("a secret of the tests");

    /** Makes a while pass for everyone. */
    const pass = (interval: string) => scratch.sql`update throttles set
      blocked_until = blocked_until - ${interval}::interval, last_attempt_at = last_attempt_at - ${interval}::interval`;

    async function knocks(times: number, ...tried: Door[]): Promise<number> {
      let wait = 0;
      for (let n = 0; n < times; n++) wait = await knock(scratch.db, tried);
      return wait;
    }

    test("opens five times, then makes one wait, longer each time and never longer than a quarter of an hour", async () => {
      const door = account("ana@example.org");
      expect(await knocks(6, door)).toBe(0);
      const waits: number[] = [];
      for (let n = 0; n < 12; n++) {
        waits.push(await knock(scratch.db, [door]));
        await pass(`${waits.at(-1)} seconds`);
        expect(await knock(scratch.db, [door]), "and then it opens").toBe(0);
      }
      expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900]);
      expect(Math.max(...waits)).toBe(longestWait);
    });

    test("is not kept shut by knocking on", async () => {
      const door = account("impatient@example.org");
      await knocks(6, door);
      const waits = [await knocks(1, door), await knocks(50, door)];
      expect(waits[1]).toBeLessThanOrEqual(waits[0]!);
    });

    test("lets no more in of many who knock at once", async () => {
      const door = account("crowd@example.org");
      const waits = await Promise.all(Array.from({ length: 30 }, () => knock(scratch.db, [door])));
      expect(waits.filter((wait) => wait === 0)).toHaveLength(6);
    });

    test("of one client leaves those of others open, and an office is allowed more", async () => {
      expect(await knocks(21, client("192.0.2.1"))).toBe(0);
      expect(await knock(scratch.db, [client("192.0.2.1"), account("target@example.org")])).toBeGreaterThan(
        0,
      );
      expect(await knock(scratch.db, [client("192.0.2.2"), account("target@example.org")])).toBe(0);
      const [counted] =
        await scratch.sql`select attempts from throttles where key = ${account("target@example.org").key}`;
      expect(counted!.attempts, "who is stopped at the first door is not counted at the second").toBe(1);
    });

    test("of an account stays open to a browser known there, whatever strangers do", async () => {
      await knocks(40, account("known@example.org"));
      expect(await knock(scratch.db, [account("known@example.org")])).toBeGreaterThan(0);
      expect(await knock(scratch.db, [device("a browser of hers")])).toBe(0);
    });

    test("is forgiven: one's own wholly, a shared one the knock just made", async () => {
      const [own, shared] = [account("right@example.org"), client("192.0.2.3")];
      await knocks(5, shared, own);
      await forgive(scratch.db, [own], [shared]);
      const rows =
        await scratch.sql`select key, attempts from throttles where key in (${own.key}, ${shared.key})`;
      expect([...rows]).toEqual([{ key: shared.key, attempts: 4 }]);
    });

    test("is forgotten after a day, and never says who knocked", async () => {
      await knocks(3, account("old@example.org"));
      await pass("25 hours");
      await knock(scratch.db, [account("new@example.org")]);
      const rows = await scratch.sql`select * from throttles`;
      expect(rows.map(({ key }) => key)).toEqual([account("new@example.org").key]);
      expect(JSON.stringify(rows)).not.toContain("example");
      expect(doors("another secret").account("new@example.org").key).not.toBe(rows[0]!.key);
    });

    test("hands out so many a minute to all processes together, and more as time passes", async () => {
      const budget = doors("a secret of the tests").deliveries(7, 30);
      const other = await openDatabase(scratch.env, { max: 4 }); // as another process has it
      try {
        const asked = Array.from({ length: 40 }, (_, n) => spend(n % 2 ? scratch.db : other.db, budget));
        const waits = await Promise.all(asked);
        const letIn = waits.filter((wait) => wait === 0).length;
        expect(letIn).toBeGreaterThanOrEqual(30);
        expect(letIn, "but for what grew back while they asked").toBeLessThanOrEqual(32);
        const wait = await spend(scratch.db, budget);
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThanOrEqual(2);
        await pass("10 seconds");
        const later = await Promise.all(Array.from({ length: 10 }, () => spend(other.db, budget)));
        expect(later.filter((one) => one === 0).length).toBeGreaterThanOrEqual(5);
        expect(later.filter((one) => one > 0).length).toBeGreaterThan(0);
        expect(await spend(scratch.db, doors("a secret of the tests").deliveries(8, 30))).toBe(0);
      } finally {
        await other.close();
      }
    });

    test("shut in one process is shut in every other", async () => {
      const other = await openDatabase(scratch.env, { max: 2 });
      try {
        const door = account("everywhere@example.org");
        for (let n = 0; n < 6; n++) await knock(n % 2 ? scratch.db : other.db, [door]);
        expect(await knock(scratch.db, [door])).toBeGreaterThan(0);
        expect(await knock(other.db, [door])).toBeGreaterThan(0);
      } finally {
        await other.close();
      }
    });

    test("takes six digits once, of many who bring them at once, until their time is over", async () => {
      const key = doors("a secret of the tests").code("ana@example.org", "123456");
      const taken = await Promise.all(Array.from({ length: 8 }, () => takeOnce(scratch.db, key, 120)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(key).not.toContain("123456");
      await pass("121 seconds");
      expect(await takeOnce(scratch.db, key, 120)).toBe(true);
    });
  });
});
