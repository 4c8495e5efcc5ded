import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Database, openDatabase } from "../client";
import type { DatabaseEnv } from "../env";
import { restoreBackup } from "./restore-backup";
import { restoreEmbedded } from "./restore-embedded";
import { standing } from "./snapshot";
import { writeBackup } from "./write-backup";

export type Moved = { readonly rows: number; readonly lines: number };

/**
 * Copies everything to another, empty database of either engine, proven equal row for row.
 * @throws where somebody wrote to the old one meanwhile: what they wrote would be left behind
 */
export async function moveTo(
  from: Database,
  to: DatabaseEnv,
  report: (line: string) => void = () => {},
): Promise<Moved> {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-move-"));
  try {
    const file = path.join(folder, "everything.backup");
    const kept = await writeBackup(from, file);
    report(`${kept.rows} rows taken out`);
    await restoreAt(to, file, report);
    const now = await standing(from.sql);
    if (now.audit?.hash !== kept.audit?.hash)
      throw new Error(
        "Somebody wrote to the old database meanwhile, which the new one does not have. " +
          "Stop the site, and move again to another empty database.",
      );
    return { rows: kept.rows, lines: kept.audit?.lines ?? 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function restoreAt(to: DatabaseEnv, file: string, report: (line: string) => void): Promise<void> {
  if (to.databaseUrl === undefined) {
    await restoreEmbedded(to.dataDir, file, { replace: false, report });
    return;
  }
  const database = await openDatabase(to, { report, max: 2 });
  try {
    await restoreBackup(database, file, report);
  } finally {
    await database.close();
  }
}
