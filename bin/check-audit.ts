import { openDatabase } from "@/db/client";
import { readDatabaseEnv } from "@/db/env";
import { pendingMigrations } from "@/db/migrate";
import { type ChainFault, checkAuditChain } from "@/db/queries/check-audit-chain";
import { fail } from "./report";

const usage = `Usage: npm run audit:check [-- HASH]

Makes every hash of the audit again and names the first line that was changed, taken out or moved. HASH is one that
an earlier check printed: the chain must still have it.`;

const words: Record<ChainFault, string> = {
  changed: "is not what was written there",
  missing: "does not follow the line before it: lines were taken out or moved",
  unlinked: "was slipped in past the chain",
};

/** Runs the command on its arguments and returns the exit code: 0 all sound, 1 not, 2 called wrongly. */
async function run([known, ...rest]: readonly string[]): Promise<number> {
  if (rest.length > 0 || (known !== undefined && !/^[0-9a-f]{64}$/.test(known))) {
    console.error(usage);
    return 2;
  }
  const database = await openDatabase(readDatabaseEnv());
  try {
    if ((await pendingMigrations(database)) > 0)
      throw new Error("The tables of this database are of an older version: start the site once.");
    const check = await checkAuditChain(database.db, known ?? null);
    if (!check.sound) {
      console.error(
        check.seq === null
          ? "The newest lines of the audit were taken out."
          : `Line ${check.seq} of the audit ${words[check.why]}.`,
      );
      return 1;
    }
    if (check.holdsKnown === false) {
      console.error("The chain is sound in itself, but it never had that hash: it is not the chain it was.");
      return 1;
    }
    console.log(`${check.lines} lines, every hash verified. The newest is\n${check.hash}`);
    return 0;
  } finally {
    await database.close();
  }
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
}, fail);
