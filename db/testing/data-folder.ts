import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished, vi } from "vitest";
import { filesIn } from "../embedded/folder";
import { copyCluster, emptyCluster, endServer } from "./embedded-folder";

/** A data folder for one test: with an empty cluster in it, or with nothing. */
export async function dataFolder(content: "cluster" | "nothing" = "cluster"): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "vb-test-"));
  onTestFinished(async () => {
    await endServer(folder, "SIGKILL");
    await lockIsFree(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  if (content === "cluster") copyCluster(await emptyCluster(), folder);
  return folder;
}

/** Waits until no process holds the lock of a data folder. */
export async function lockIsFree(dataDir: string): Promise<void> {
  await vi.waitFor(
    () => {
      if (spawnSync("flock", ["-n", filesIn(dataDir).lock, "true"]).status !== 0)
        throw new Error("still locked");
    },
    { timeout: 15_000, interval: 50 },
  );
}
