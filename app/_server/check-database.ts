import { pendingMigrations } from "@/db/migrate";
import { database } from "./database";
import { errorFacts, log } from "./log";

/**
 * Refuses to serve on a database this code does not fit. The process ends: left to itself, Next would stay up and
 * answer 500 for ever.
 */
export async function checkDatabase(): Promise<void> {
  try {
    const opened = await database();
    const pending = await pendingMigrations(opened);
    if (pending > 0) throw new Error(`${pending} migrations are pending: start the site with "npm start".`);
    log("info", "database open", { engine: opened.engine });
  } catch (error) {
    log("error", "the site cannot start", errorFacts(error));
    process.exit(1);
  }
}
