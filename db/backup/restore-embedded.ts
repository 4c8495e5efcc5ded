import { existsSync, mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "../client";
import { filesIn, makeDataFolder } from "../embedded/folder";
import { takeLease } from "../embedded/lease";
import { replaceCluster } from "../embedded/replace";
import { stopServer } from "../embedded/stop";
import { type Restored, restoreBackup } from "./restore-backup";

/**
 * Restores into a data folder: into a database beside its place, which is proven, closed, and only then put there.
 * @param replace keeps the database that is there under another name, instead of refusing
 */
export async function restoreEmbedded(
  dataDir: string,
  file: string,
  { replace, report }: { replace: boolean; report: (line: string) => void },
): Promise<Restored & { readonly aside: string | null }> {
  makeDataFolder(dataDir);
  if (existsSync(filesIn(dataDir).cluster) && !replace)
    throw new Error(
      `${dataDir} has a database already. With --replace it is kept there under another name; ` +
        "or set DATA_DIR to a folder that has none.",
    );
  await refuseInUse(dataDir);
  const beside = mkdtempSync(path.join(dataDir, "restoring-"));
  try {
    const database = await openDatabase({ dataDir: beside }, { report });
    let restored: Restored;
    try {
      restored = await restoreBackup(database, file, report);
    } finally {
      await database.close();
      await stopServer(beside);
    }
    return { ...restored, aside: replaceCluster(dataDir, filesIn(beside).cluster) };
  } finally {
    rmSync(beside, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Early, before the work; the lock has the last word. A server that nobody uses is gone a moment later. */
async function refuseInUse(dataDir: string): Promise<void> {
  const lease = await takeLease(dataDir);
  if (lease === null) return;
  await lease.end();
  throw new Error(`The database in ${dataDir} is in use: stop the site first, then restore.`);
}
