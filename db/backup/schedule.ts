import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Database } from "../client";
import type { BackupSettings } from "./settings";
import { failureFile, listBackups, readBackupState } from "./state";
import { type Kept, writeBackupHeld } from "./write-backup";

/**
 * Makes a backup where the newest is older than it should be, and takes away those beyond the number to keep; never
 * the last good one, as the new one is there before an old one goes. Several processes may ask at once: one makes it.
 * @returns what was kept, or null where none was due
 */
export async function backUpIfDue(
  database: Database,
  { folder, every, keep }: BackupSettings,
  now: () => number = Date.now,
  signal?: AbortSignal,
): Promise<Kept | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return database.withSetupLock(async () => {
    const { newest } = readBackupState({ folder });
    // A clock that was put back would put the next one off, so what is from the future counts for nothing.
    const age = newest === null ? Number.POSITIVE_INFINITY : now() - newest.getTime();
    if (age >= 0 && age < every) return null;
    const name = `verbatim-${new Date(now()).toISOString().replace(/\.\d+/, "").replaceAll(":", "-")}.backup`;
    const kept = await writeBackupHeld(database, path.join(folder, name), signal);
    for (const old of listBackups(folder).slice(keep)) rmSync(path.join(folder, old), { force: true });
    rmSync(failureFile(folder), { force: true });
    return kept;
  });
}

const longestBetweenLooks = 60_000;

/** Makes backups for as long as the process lives. `stop` breaks off one that is under way. */
export function keepBackingUp(
  database: Database,
  wanted: BackupSettings,
  report: (line: string) => void,
): { stop(): Promise<void> } {
  const gone = new AbortController();
  let under = Promise.resolve();
  const look = async () => {
    try {
      const kept = await backUpIfDue(database, wanted, Date.now, gone.signal);
      if (kept !== null)
        report(`backup: ${kept.rows} rows, ${Math.ceil(kept.bytes / 1000)} kB in ${wanted.folder}`);
    } catch (error) {
      if (gone.signal.aborted) return;
      report(`backup FAILED: ${(error as Error).message}`);
      noteFailure(wanted.folder, error as Error, report);
    }
  };
  const timer = setInterval(
    () => {
      under = under.then(look);
    },
    Math.min(longestBetweenLooks, wanted.every / 4),
  );
  under = look();
  return {
    async stop() {
      clearInterval(timer);
      gone.abort(new Error("The site is stopping."));
      await under;
    },
  };
}

function noteFailure(folder: string, { message: why }: Error, report: (line: string) => void): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(failureFile(folder), JSON.stringify({ at: new Date(), why }), { mode: 0o600 });
  } catch (error) {
    report(`backup: nothing can be written in ${folder}: ${(error as Error).message}`);
  }
}
