import postgres from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { isAway } from "./away";
import { openEmbedded } from "./embedded/ensure";
import { dataFolder } from "./testing/data-folder";

test("a write that a full disk refuses may be tried again, a wrong one not", async () => {
  const server = await openEmbedded(await dataFolder(), undefined, { leastFree: Number.MAX_SAFE_INTEGER });
  const sql = postgres({ host: server.socketDir, port: 5432, user: "postgres", max: 1, onnotice: () => {} });
  onTestFinished(async () => {
    await sql.end({ timeout: 1 });
    await server.close();
  });
  const refusal = await sql`create table more (word text)`.catch((error: Error) => error);
  expect(isAway(refusal)).toBe(true);
  expect(isAway(Object.assign(new Error("could not extend file"), { code: "53100" }))).toBe(true);
  expect(isAway(await sql`select nothing`.catch((error: Error) => error))).toBe(false);
});
