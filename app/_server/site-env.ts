import { readDatabaseEnv } from "@/db/env";
import { perMinute } from "@/domain/export/limits";

/** The public address of the site, where it is told: SITE_URL. Null otherwise. @throws where it is no address */
export function siteUrl(env: Record<string, string | undefined> = process.env): URL | null {
  const given = env.SITE_URL?.trim();
  if (!given) return null;
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    throw new Error("SITE_URL must look like https://verbatim.example.org.");
  return new URL(given);
}

/** The same without a slash at its end; "" where it is not told: what a visitor writes in Host is not ours to repeat. */
export const siteAddress = (): string => siteUrl()?.href.replace(/\/$/, "") ?? "";

/** How long a site that is told to stop goes on with answers under way: STOP_SECONDS, else 30. @throws where it is no number */
export function stopSeconds(env: Record<string, string | undefined> = process.env): number {
  const given = env.STOP_SECONDS?.trim() || "30";
  if (!/^\d{1,5}$/.test(given)) throw new Error("STOP_SECONDS must be a number of seconds, 0 to 99999.");
  return Number(given);
}

/** Whether everyone who signs in must have a second step: SECOND_STEP. @throws where it is neither empty nor "required" */
export function secondStepRequired(env: Record<string, string | undefined> = process.env): boolean {
  const given = env.SECOND_STEP?.trim() || "";
  if (given !== "" && given !== "required") throw new Error('SECOND_STEP must be "required", or nothing.');
  return given === "required";
}

/** How many pages and pictures are drawn anew for one client in a minute: DRAWINGS_PER_MINUTE. @throws where it is no number */
export function drawingsPerMinute(env: Record<string, string | undefined> = process.env): number {
  const given = env.DRAWINGS_PER_MINUTE?.trim() || String(perMinute.drawings);
  if (!/^[1-9]\d{0,6}$/.test(given)) throw new Error("DRAWINGS_PER_MINUTE must be a number, 1 to 9999999.");
  return Number(given);
}

/** The folder of what the site keeps outside the database. */
export const dataDir = (): string => readDatabaseEnv().dataDir;
