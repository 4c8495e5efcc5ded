import { prepareDatabase } from "./prepare-database";
import { fail, report } from "./report";
import { readAddress, refuseTakenPort, runSite } from "./serve";

/** `npm run dev`: the same site, rebuilt at every edit. */
async function main(): Promise<void> {
  const address = readAddress();
  await refuseTakenPort(address);
  const database = await prepareDatabase(report);
  const code = await runSite("dev", address);
  await database.close();
  process.exit(code);
}

main().catch(fail);
