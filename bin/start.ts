import { keepBackingUp } from "@/db/backup/schedule";
import { readBackupSettings } from "@/db/backup/settings";
import { prepareDatabase } from "./prepare-database";
import { fail, report } from "./report";
import { readAddress, refuseTakenPort, runSite } from "./serve";
import { buildIfChanged } from "./site-build";

/** `npm start`: builds what changed, readies the database meanwhile, and serves and backs up until told to stop. */
async function main(): Promise<void> {
  const address = readAddress();
  const backups = readBackupSettings();
  await refuseTakenPort(address);
  const [database] = await Promise.all([prepareDatabase(report), buildIfChanged(report)]);
  report(`serving on http://${address.host}:${address.port}`);
  const keeping = backups && keepBackingUp(database, backups, report);
  const code = await runSite("start", address);
  await keeping?.stop();
  await database.close();
  process.exit(code);
}

main().catch(fail);
