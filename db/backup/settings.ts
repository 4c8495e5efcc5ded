import path from "node:path";
import { z } from "zod";
import { projectRoot } from "../env";

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
