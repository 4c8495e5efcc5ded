import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { pendingMigrations } from "../migrate";
import { eachEngine, type Scratch } from "./scratch";

describe("a scratch database", () => {
  eachEngine((open, engine) => {
    let scratch: Scratch;
    beforeAll(async () => {
      scratch = await open();
    });

    test("is the engine asked for, and migrated", async () => {
      expect(scratch.engine).toBe(engine);
      expect(await pendingMigrations(scratch)).toBe(0);
    });

    test("is nobody else's", async () => {
      const other = await open();
      await other.db.execute(sql`create table mine (word text)`);
      const [row] = await scratch.db.execute(sql`select to_regclass('mine') as found`);
      expect(row?.found).toBeNull();
    });

    test("can be dropped twice", async () => {
      const other = await open();
      await other.drop();
      await other.drop();
    });
  });
});
