import { sql as statement } from "drizzle-orm";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { isAway, NoAnswer, withinPatience } from "./away";
import { openDatabase } from "./client";
import { type Wire, aWire as wireTo } from "./testing/wire";

/** A way to the database of the tests that can be cut. */
async function aWire(): Promise<Wire> {
  const wire = await wireTo(inject("templates").postgresUrl);
  onTestFinished(wire.close);
  return wire;
}

async function open(url: string) {
  const database = await openDatabase({ databaseUrl: url, dataDir: "" }, { max: 1 });
  onTestFinished(() => database.close());
  return database;
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

const isLost = (error: unknown) => isAway(error) && !(error instanceof NoAnswer);

const lost = (error: unknown): string => {
  expect(error).toSatisfy(isLost);
  return "lost";
};

describe("a connection that is cut", () => {
  test.each([0, 1, 2, 3])("in a transaction %i deep in others serves the next one", async (depth) => {
    const { url, cut } = await aWire();
    const { db } = await open(url);
    type Nesting = Pick<typeof db, "execute" | "transaction">;
    const within = async (tx: Nesting, deeper: number): Promise<unknown> => {
      if (deeper > 0) return tx.transaction((inner) => within(inner, deeper - 1));
      const never = tx.execute(statement`select pg_sleep(60)`);
      const asked = never.catch((error) => Promise.reject(error)); // drizzle sends nothing before it is waited for
      setImmediate(cut);
      return asked;
    };
    for (let time = 0; time < 3; time++) {
      await expect(db.transaction((tx) => within(tx, depth))).rejects.toThrow();
      expect([...(await db.execute(statement`select 1 as one`))]).toEqual([{ one: 1 }]);
    }
  });

  test.each([0, 1, 2])("while a transaction %i deep waits for something else ends it", async (depth) => {
    const { url, cut } = await aWire();
    const { db } = await open(url);
    type Nesting = Pick<typeof db, "execute" | "transaction">;
    const within = async (tx: Nesting, deeper: number): Promise<unknown> => {
      if (deeper > 0) return tx.transaction((inner) => within(inner, deeper - 1));
      await tx.execute(statement`select 1`);
      cut();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return tx.execute(statement`select 2`);
    };
    for (let time = 0; time < 3; time++) {
      await expect(db.transaction((tx) => within(tx, depth))).rejects.toThrow();
      expect([...(await db.execute(statement`select 1 as one`))]).toEqual([{ one: 1 }]);
    }
  });

  test("just as a transaction asks again ends it, however far it is gone by then", async () => {
    const { url, cut } = await aWire();
    const { db } = await open(url);
    for (let turns = 0; turns < 40; turns++) {
      const broken = db.transaction(async (tx) => {
        await tx.execute(statement`select 1`);
        cut();
        for (let turn = 0; turn < turns; turn++) await nextTurn();
        await tx.execute(statement`select 2`);
      });
      await expect(withinPatience(broken, 5000), `${turns} turns`).rejects.toSatisfy(isLost);
      expect([...(await db.execute(statement`select 1 as one`))]).toEqual([{ one: 1 }]);
    }
  });

  test("at any moment of its opening breaks what was asked for at most", async () => {
    const { url, cut } = await aWire();
    const { sql } = await open(url);
    for (let turns = 0; turns < 60; turns++) {
      const asked = withinPatience(sql`select 1 as one`, 5000).catch(lost);
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      cut();
      expect(await asked, `${turns} turns`).toBeOneOf([[{ one: 1 }], "lost"]);
    }
    await expect.poll(() => sql`select 2 as two`.catch(lost)).toEqual([{ two: 2 }]);
  });

  test("while nobody asks anything is made anew", async () => {
    const { url, cut } = await aWire();
    const { sql } = await open(url);
    await sql`select 1`;
    cut();
    await expect.poll(() => sql`select 2 as two`.catch(() => null)).toEqual([{ two: 2 }]);
  });

  test("to cancel a query is no error", async () => {
    const { sql } = await open((await aWire()).url);
    const long = sql`select pg_sleep(60)`;
    const ended = expect(long).rejects.toMatchObject({ code: "57014" });
    // What cancels a query that has not begun cancels nothing.
    const watch = await open(inject("templates").postgresUrl);
    const running = () => watch.sql`
      select from pg_stat_activity where state = 'active' and query = 'select pg_sleep(60)'`;
    await expect.poll(async () => (await running()).length).toBe(1);
    long.cancel();
    await ended;
    expect([...(await sql`select 1 as one`)]).toEqual([{ one: 1 }]);
  });

  test("before the first word is an error at once", async () => {
    const wire = await aWire();
    const { sql } = await open(wire.url);
    wire.deny();
    wire.cut();
    await expect(sql`select 1`.then(() => sql`select 1`)).rejects.toMatchObject({
      code: "CONNECTION_CLOSED",
    });
    wire.allow(); // a connection that was never made is waited for at the close
    await expect.poll(() => sql`select 2 as two`.catch(() => null)).toEqual([{ two: 2 }]);
  });

  test("from where nobody listens is refused at once", async () => {
    await expect(
      openDatabase({ databaseUrl: "postgres://postgres@127.0.0.1:1/none", dataDir: "" }),
    ).rejects.toThrow("does not answer");
  });
});
