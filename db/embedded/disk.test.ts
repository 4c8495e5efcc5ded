import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { expect, onTestFinished, test, vi } from "vitest";
import { dataFolder } from "../testing/data-folder";
import { giveUpReserve, refuseWritesWhenFull } from "./disk";
import { openEmbedded } from "./ensure";
import { filesIn } from "./folder";
import type { Wire } from "./wire";

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

test("who looks no more has ended: nothing is written into the folder afterwards", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-disk-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [begun, slow] = [path.join(folder, "begun"), path.join(folder, "fallocate")];
  writeFileSync(slow, `#!/bin/sh\n: > ${begun}\nsleep 0.5\n: > "$3"\n`);
  chmodSync(slow, 0o755);
  vi.stubEnv("PATH", `${folder}:${process.env.PATH}`);
  onTestFinished(() => void vi.unstubAllEnvs());
  const lookOn = await refuseWritesWhenFull({} as PGlite, folder, 0); // there is space: the engine is asked nothing
  const lookNoMore = lookOn({ alone: async () => {} } as unknown as Wire);
  await vi.waitFor(() => expect(existsSync(begun)).toBe(true), { timeout: 10_000 });
  await lookNoMore();
  expect(existsSync(filesIn(folder).reserve)).toBe(true);
});

test("an engine that could not be told that the disk is read-only is told at the next look", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-disk-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  vi.spyOn(console, "error").mockImplementation(() => {});
  onTestFinished(() => void vi.restoreAllMocks());
  const lookOn = await refuseWritesWhenFull({} as PGlite, folder, 0);
  rmSync(filesIn(folder).log);
  mkdirSync(filesIn(folder).log); // nothing can be written into it
  const told: string[] = [];
  const engine = { exec: async (statement: string) => void told.push(statement) } as unknown as PGlite;
  const alone = vi
    .fn(async (work: (engine: PGlite) => Promise<unknown>) => void (await work(engine)))
    .mockRejectedValueOnce(new Error("between two engines"));
  const lookNoMore = lookOn({ alone } as unknown as Wire);
  onTestFinished(lookNoMore);
  vi.advanceTimersByTime(2000);
  await vi.waitFor(() => expect(alone).toHaveBeenCalledTimes(1));
  expect(told).toEqual([]);
  vi.advanceTimersByTime(2000);
  await vi.waitFor(() => expect(told).toEqual(["set default_transaction_read_only = on"]));
});
