import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { pendingMigrations } from "@/db/migrate";
import { site } from "@/db/mutations/accept-invitation";
import { recordLinkChecks } from "@/db/mutations/record-link-checks";
import { listLinks } from "@/db/queries/list-links";
import { isBroken } from "@/domain/link-check";
import { agentName, askHosts } from "./links/ask-address";
import { fail } from "./report";

const usage = `Usage: npm run links:check [-- MOST]

Asks the addresses of the sources whether they are still there, those asked longest ago first, MOST of them (200). One
question to a host at a time, a second apart; robots.txt is kept to; private networks are never asked. What answered
stands on the pages of the sources, what did not on the home of the desk too.`;

const atOnce = 4;

/** Runs the command on its arguments and returns the exit code: 0 done, 2 called wrongly. */
async function run([most = "200", ...rest]: readonly string[]): Promise<number> {
  if (rest.length > 0 || !/^[1-9]\d{0,4}$/.test(most)) {
    console.error(usage);
    return 2;
  }
  const database = await openDatabase(readDatabaseEnv());
  try {
    if ((await pendingMigrations(database)) > 0)
      throw new Error("The tables of this database are of an older version: start the site once.");
    const { db } = database;
    const queue = await listLinks(db, Number(most));
    const asked = queue.length;
    const about = process.env.SITE_URL?.trim();
    const manners = {
      userAgent: `${agentName}/1.0${about ? ` (+${about})` : ""}`,
      timeout: 10_000,
      allowPrivate: process.env.LINKS_CHECK_PRIVATE === "yes",
    };
    const ask = askHosts(manners, wait);
    let broken = 0;
    const worker = async () => {
      for (let link = queue.shift(); link !== undefined; link = queue.shift()) {
        const answered = await ask(link.url);
        const check = { ...link, ...answered, checkedAt: new Date().toISOString() };
        // Written at once: what was asked before the command is stopped stays known.
        const done = await recordLinkChecks(db, site, { checks: [check] });
        if (!done.ok) throw new Error(`The answer of ${link.url} could not be noted: ${done.refusal.kind}.`);
        if (isBroken(check)) broken++;
        console.log(`${check.answer.padEnd(8)} ${check.status ?? "---"}  ${link.url}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    console.log(`${asked} addresses asked, ${broken} of them broken.`);
    return 0;
  } finally {
    await database.close();
  }
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, fail);
