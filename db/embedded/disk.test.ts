import { existsSync, statSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { dataFolder } from "../testing/data-folder";
import { giveUpReserve } from "./disk";
import { openEmbedded } from "./ensure";
import { filesIn } from "./folder";

test("space is set aside beside a database, and given up when a full disk would keep it from opening", async () => {
  const folder = await dataFolder();
  const { reserve } = filesIn(folder);
  const server = await openEmbedded(folder);
  onTestFinished(() => server.close());
  await vi.waitFor(() => expect(existsSync(reserve)).toBe(true), { timeout: 20_000 });
  const { size, blocks } = statSync(reserve);
  expect(blocks * 512).toBeGreaterThanOrEqual(size);
  expect(giveUpReserve(folder, size)).toBe(false);
  expect(giveUpReserve(folder, size - 1)).toBe(true);
  expect(existsSync(reserve)).toBe(false);
  expect(giveUpReserve(folder, 0)).toBe(false);
});

test("no space is set aside where it is short", async () => {
  const folder = await dataFolder();
  const server = await openEmbedded(folder, undefined, { leastFree: Number.MAX_SAFE_INTEGER });
  onTestFinished(() => server.close());
  await new Promise((resolve) => setTimeout(resolve, 5000)); // two looks at the disk
  expect(existsSync(filesIn(folder).reserve)).toBe(false);
});
