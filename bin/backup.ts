import { existsSync } from "node:fs";
import path from "node:path";
import { writeBackup } from "@/db/backup/write-backup";
import { openDatabase } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { fail, report } from "./report";

const usage = `npm run backup -- FILE
Writes the whole database to FILE as it is at one moment; the site may run on. docs/backups.md says more.`;

/** `npm run backup`. */
async function main([file, ...rest]: readonly string[]): Promise<void> {
  if (file === undefined || file.startsWith("-") || rest.length > 0) throw new Error(usage);
  if (existsSync(file)) throw new Error(`${file} is there already: choose another name.`);
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => stop.abort(new Error(`Stopped (${signal}): nothing was written.`)));
  const env = readDatabaseEnv();
  const database = await openDatabase(env, { report, max: 2 });
  try {
    const kept = await writeBackup(database, path.resolve(file), stop.signal);
    report(
      `${kept.rows} rows, ${Math.ceil(kept.bytes / 1000)} kB, written to ${file}; ` +
        `the database was held for ${(kept.heldMilliseconds / 1000).toFixed(2)} s`,
    );
    if (kept.audit) report(`the audit: ${kept.audit.lines} lines, the newest ${kept.audit.hash}`);
    if (!process.env.AUTH_SECRET)
      report(`keep ${path.join(env.dataDir, "auth-secret")} too, in another place: second factors need it`);
  } finally {
    await database.close();
  }
}

main(process.argv.slice(2)).then(() => process.exit(0), fail);
