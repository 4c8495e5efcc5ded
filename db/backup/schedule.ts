import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Database } from "../client";
import { projectRoot } from "../env";
import { type Kept, writeBackupHeld } from "./write-backup";

/** Where backups are kept, how often one is made and how many stay. */
export type BackupSettings = { readonly folder: string; readonly every: number; readonly keep: number };

const milliseconds = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const settings = z.object({
  BACKUP_DIR: z.string().trim().default(""),
  BACKUP_EVERY: z
    .string()
    .trim()
    .transform((text) => text || "1d")
    .pipe(
      z
        .string()
        .regex(/^[1-9]\d{0,3}[mhd]$/, "must be a number of minutes, hours or days, such as 15m, 6h or 1d"),
    )
    .default("1d"),
  BACKUP_KEEP: z
    .string()
    .trim()
    .transform((text) => text || "14")
    .pipe(z.string().regex(/^[1-9]\d{0,3}$/, "must be a number from 1 to 9999"))
    .default("14"),
});

/** What the environment says about backups; null where none are wanted. */
export function readBackupSettings(
  env: Record<string, string | undefined> = process.env,
): BackupSettings | null {
  const read = settings.safeParse(env);
  if (!read.success) {
    const issue = read.error.issues[0]!;
    throw new Error(`${issue.path.join(".")} ${issue.message}.`);
  }
  const { BACKUP_DIR: folder, BACKUP_EVERY: every, BACKUP_KEEP: keep } = read.data;
  if (folder === "") return null;
  return {
    folder: path.resolve(/* turbopackIgnore: true */ projectRoot, folder),
    every: Number.parseInt(every, 10) * milliseconds[every.at(-1) as keyof typeof milliseconds],
    keep: Number(keep),
  };
}

/** What the folder of backups says: read by whoever wants to know, also in another process. */
export type BackupState = {
  readonly newest: Date | null;
  /** Why the last one failed, if it did. */
  readonly failure: { readonly at: Date; readonly why: string } | null;
};

const named = /^verbatim-[\dTZ-]+\.backup$/;
const failureFile = (folder: string) => path.join(/* turbopackIgnore: true */ folder, "last-failure.json");

/** The scheduled backups of a folder, the newest first. What else lies there is not ours. */
function listBackups(folder: string): string[] {
  try {
    return readdirSync(/* turbopackIgnore: true */ folder)
      .filter((name) => named.test(name))
      .sort()
      .reverse();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

export function readBackupState({ folder }: Pick<BackupSettings, "folder">): BackupState {
  const [newest] = listBackups(folder);
  return {
    newest:
      newest === undefined ? null : statSync(path.join(/* turbopackIgnore: true */ folder, newest)).mtime,
    failure: readFailure(folder),
  };
}

function readFailure(folder: string): BackupState["failure"] {
  try {
    const { at, why } = JSON.parse(readFileSync(failureFile(folder), "utf8"));
    return { at: new Date(at), why };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

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
        report(`backup: ${kept.rows} rows, ${(kept.bytes / 1e6).toFixed(1)} MB in ${wanted.folder}`);
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
