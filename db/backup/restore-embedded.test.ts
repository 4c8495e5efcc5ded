import { readdirSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../client";
import { dataFolder, lockIsFree } from "../testing/data-folder";
import { aCollection, everythingIn } from "../testing/makers";
import { openScratch } from "../testing/scratch";
import { restoreEmbedded } from "./restore-embedded";
import { writeBackup } from "./write-backup";

const quiet = { report: () => {} };

test("a folder with a database is written over only when asked, never in use, and the old one kept", async () => {
  const from = await openScratch("postgres");
  onTestFinished(() => from.drop());
  await aCollection(from.db);
  const [dataDir, elsewhere] = [await dataFolder(), await dataFolder("nothing")];
  const file = path.join(elsewhere, "storks.backup");
  await writeBackup(from, file);
  await expect(restoreEmbedded(dataDir, file, { replace: false, ...quiet })).rejects.toThrow(/--replace/);
  const user = await openDatabase({ dataDir });
  await expect(restoreEmbedded(dataDir, file, { replace: true, ...quiet })).rejects.toThrow(/stop the site/);
  await user.close();
  await lockIsFree(dataDir);
  const { aside } = await restoreEmbedded(dataDir, file, { replace: true, ...quiet });
  expect(readdirSync(dataDir)).toContain(path.basename(aside!));
  expect(readdirSync(dataDir).filter((name) => name.startsWith("restoring"))).toEqual([]);
  const restored = await openDatabase({ dataDir });
  onTestFinished(() => restored.close());
  expect(await everythingIn(restored.sql)).toBe(await everythingIn(from.sql));
}, 180_000); // a new cluster is made, and filled by every migration: 15 s of a processor
