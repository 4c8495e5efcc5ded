import { expect, onTestFinished, test } from "vitest";
import { runKills } from "../testing/kills";
import { aCollection, aSource } from "../testing/makers";
import { openScratch } from "../testing/scratch";

/**
 * 25 kills take some 40 s of two processors; on a machine busy with other things, as many are done as go into 50 s.
 * `npm run bench:soak` does as many as it is asked for, and looks after each.
 */
test("a database killed up to 25 times in the middle of writing keeps all that it acknowledged", async () => {
  const scratch = await openScratch("embedded");
  onTestFinished(() => scratch.drop());
  await aCollection(scratch.db);
  await aSource(scratch.db);
  const kills = await runKills(scratch.env.dataDir, {
    ...{ cycles: 25, longestRun: 50_000, longestWait: 200, lookEvery: 5 },
  });
  expect(kills.broken).toEqual([]);
  expect(kills.cycles).toBeGreaterThan(2);
  expect(kills.acknowledged.length).toBeGreaterThanOrEqual(kills.cycles);
  console.info(`${kills.cycles} kills, ${kills.acknowledged.length} figures acknowledged`);
}, 180_000);
