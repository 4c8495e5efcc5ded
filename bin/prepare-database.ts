import path from "node:path";
import { makeFirstAdmin } from "@/db/accounts/first-admin";
import { type Database, openDatabase } from "@/db/client";
import { projectRoot, readDatabaseEnv } from "@/db/env";
import { prepareTables } from "@/db/owner";
import { loadSeeds } from "@/seeds/load";
import { formatProblem, readSeeds } from "@/seeds/read";
import { applyReviewSetting } from "./review-setting";

const seedsFolder = path.join(projectRoot, "seeds");

/**
 * Opens the database, brings its tables up to date and loads the seeds, under the setup lock: several processes
 * may start at once. The caller keeps the database open for as long as it needs it, then closes it.
 */
export async function prepareDatabase(report: (line: string) => void): Promise<Database> {
  const seeds = readSeeds(seedsFolder);
  if (Array.isArray(seeds))
    throw new Error(`The seeds are not sound:\n${seeds.map(formatProblem).join("\n")}`);
  const env = readDatabaseEnv();
  const database = await openDatabase(env, { report });
  try {
    await prepareTables(database, env, report);
    await database.withSetupLock(async () => {
      const loaded = await loadSeeds(database, seeds);
      if (loaded !== null) {
        const { added, corrected, leftAlone } = loaded;
        report(
          `seeds: ${added.length} figures added, ${corrected.length} corrected, ${leftAlone.length} left to their editors`,
        );
      }
      await applyReviewSetting(database.db, seeds.collection.settings.review, report);
      const admin = await makeFirstAdmin(database.db);
      if (admin !== null) report(`first admin: ${admin}`);
    });
  } catch (error) {
    await database.close();
    throw error;
  }
  report(`database ready (${database.engine})`);
  return database;
}
