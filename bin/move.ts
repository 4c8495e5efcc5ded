import { moveTo } from "@/db/backup/move";
import { openDatabase } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { fail, report } from "./report";

const usage = `npm run move -- --to ADDRESS
Copies everything from the database in use to another, empty one: ADDRESS is that of a PostgreSQL (postgres://…) or a
folder for the embedded database. Stop the site first. docs/backups.md says more.`;

/** `npm run move`. */
async function main([option, to, ...rest]: readonly string[]): Promise<void> {
  if (option !== "--to" || to === undefined || rest.length > 0) throw new Error(usage);
  const isAddress = to.includes("://");
  const { DATABASE_TLS, DATABASE_CA } = process.env;
  const target = readDatabaseEnv(
    isAddress ? { DATABASE_TLS, DATABASE_CA, DATABASE_URL: to } : { DATA_DIR: to },
  );
  const database = await openDatabase(readDatabaseEnv(), { report, max: 2 });
  try {
    const { rows, lines } = await moveTo(database, target, report);
    report(`${rows} rows moved and proven equal, ${lines} lines of the audit verified`);
    report(`set ${isAddress ? "DATABASE_URL to that address" : `DATA_DIR to ${to}`} and start the site`);
  } finally {
    await database.close();
  }
}

main(process.argv.slice(2)).then(() => process.exit(0), fail);
