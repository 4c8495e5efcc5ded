import { existsSync } from "node:fs";
import { restoreBackup } from "@/db/backup/restore-backup";
import { restoreEmbedded } from "@/db/backup/restore-embedded";
import { openDatabase } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { fail, report } from "./report";

const usage = `npm run restore -- FILE [--replace]
Reads a backup into the empty database of DATABASE_URL, or into DATA_DIR while the site is stopped. --replace keeps the
embedded database that is there under another name. docs/backups.md says more.`;

/** `npm run restore`. */
async function main(args: readonly string[]): Promise<void> {
  const replace = args.includes("--replace");
  const [file, ...rest] = args.filter((argument) => argument !== "--replace");
  if (file === undefined || file.startsWith("-") || rest.length > 0) throw new Error(usage);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.`);
  const env = readDatabaseEnv();
  const { rows, end } =
    env.databaseUrl === undefined
      ? await embedded(env.dataDir, file, replace)
      : await onPostgres(file, replace);
  report(`${rows} rows restored and proven equal; ${end.audit?.lines ?? 0} lines of the audit verified`);
}

async function embedded(dataDir: string, file: string, replace: boolean) {
  const restored = await restoreEmbedded(dataDir, file, { replace, report });
  if (restored.aside !== null) report(`the database that was there is kept in ${restored.aside}`);
  return restored;
}

async function onPostgres(file: string, replace: boolean) {
  if (replace)
    throw new Error(
      "--replace is for the embedded database. Create a new, empty database and set DATABASE_URL to that one.",
    );
  const database = await openDatabase(readDatabaseEnv(), { report, max: 2 });
  try {
    return await restoreBackup(database, file, report);
  } finally {
    await database.close();
  }
}

main(process.argv.slice(2)).then(() => process.exit(0), fail);
