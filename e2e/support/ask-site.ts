import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { embedded, type Site } from "./accounts";

/** Every row of every table that holds a word, as "table (columns)", by word; and whether the audit's chain holds. */
export type Kept = { readonly sound: boolean; readonly rows: Readonly<Record<string, readonly string[]>> };

/** Asks the database of a site what is kept that holds one of the words. */
export async function rowsHolding(words: readonly string[], site: Site = embedded): Promise<Kept> {
  return JSON.parse(await ask(site, ["rows", ...words])) as Kept;
}

/** Lets the sessions of people run out. */
export async function expireSessions(editorIds: readonly string[], site: Site = embedded): Promise<void> {
  await ask(site, ["expire", ...editorIds]);
}

async function ask(site: Site, words: readonly string[]): Promise<string> {
  const program = ["--import", "tsx", "db/testing/ask-site.ts", ...words];
  const env = { ...process.env, ...site.env };
  return (await promisify(execFile)(process.execPath, program, { env, maxBuffer: 2 ** 26 })).stdout;
}
