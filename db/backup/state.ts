import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { BackupSettings } from "./settings";

/** What the folder of backups says: read by whoever wants to know, also in another process. */
export type BackupState = {
  readonly newest: Date | null;
  /** Why the last one failed, if it did. */
  readonly failure: { readonly at: Date; readonly why: string } | null;
};

const named = /^verbatim-[\dTZ-]+\.backup$/;
export const failureFile = (folder: string) =>
  path.join(/* turbopackIgnore: true */ folder, "last-failure.json");

/** The scheduled backups of a folder, the newest first. What else lies there is not ours. */
export function listBackups(folder: string): string[] {
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

/** How much older than the interval the newest may be: it takes a while to be made, and a site to be restarted. */
const grace = 15 * 60_000;

/** What the desk is told of backups; null where none are wanted. */
export type BackupNews = BackupState & { readonly late: boolean };

/** How backups stand at `now`. A folder that cannot be read is a failure too: nobody can tell what is in it. */
export function findBackupNews(wanted: BackupSettings | null, now: Date): BackupNews | null {
  if (wanted === null) return null;
  try {
    const state = readBackupState(wanted);
    const age = state.newest === null ? Number.POSITIVE_INFINITY : now.getTime() - state.newest.getTime();
    return { ...state, late: age > wanted.every + grace };
  } catch (error) {
    return { newest: null, failure: { at: now, why: (error as Error).message }, late: true };
  }
}
