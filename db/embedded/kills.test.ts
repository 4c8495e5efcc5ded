import { expect, onTestFinished, test } from "vitest";
import { runKills } from "../testing/kills";
import { aCollection, aSource } from "../testing/makers";
import { openScratch } from "../testing/scratch";

/** `npm run bench:soak` kills as often as it is asked to, waits longer between, and looks after each. */
test("a database killed 25 times in the middle of writing keeps all that it acknowledged", async () => {
  const scratch = await openScratch("embedded", "own process");
  onTestFinished(() => scratch.drop());
  await aCollection(scratch.db);
  await aSource(scratch.db);
  const kills = await runKills(scratch.env.dataDir, {
    ...{ cycles: 25, longestWait: 200, lookEvery: 5 },
  });
  expect(kills.broken).toEqual([]);
  expect(kills.killed, "of the database 25, of who writes 12").toEqual({
    ...{ database: 7, writer: 6, both: 6, opening: 6 }, // the last kills two of the database
  });
  expect(kills.acknowledged.length).toBeGreaterThanOrEqual(kills.cycles);
  console.info(`${kills.cycles} kills, ${kills.acknowledged.length} figures acknowledged`);
}, 600_000);
