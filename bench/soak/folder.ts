import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { copyCluster, emptyCluster, endServer } from "@/db/testing/embedded-folder";
import { aCollection, aSource } from "@/db/testing/makers";

/** A data folder with a collection to write to, ready to be copied or used. */
export async function makeFolder(
  dataDir: string = mkdtempSync(path.join(tmpdir(), "verbatim-soak-")),
): Promise<{ dataDir: string; remove(): Promise<void> }> {
  copyCluster(await emptyCluster(), dataDir);
  const database = await openDatabase({ dataDir });
  await database.withSetupLock(() => migrateDatabase(database));
  await aCollection(database.db);
  await aSource(database.db);
  await database.close();
  return {
    dataDir,
    async remove() {
      await endServer(dataDir, "SIGKILL");
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
