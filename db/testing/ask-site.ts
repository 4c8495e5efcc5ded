import type { Database } from "../client";
import { checkAuditChain } from "../queries/check-audit-chain";
import { everythingIn } from "./makers";

/** Every row of every table of a site that holds one of the words, by word, and whether the chain of the audit is sound. */
export async function rowsHolding({ db, sql }: Database, words: readonly string[]) {
  const all = JSON.parse(await everythingIn(sql)) as { name: string; row: string }[];
  const rows = words.map((word) => [
    word,
    all.filter(({ row }) => row.includes(word)).map(({ name, row }) => `${name} ${row}`),
  ]);
  const { sound } = await checkAuditChain(db);
  return { sound, rows: Object.fromEntries(rows) };
}

/** Lets the sessions of people run out. */
export async function expireSessions({ sql }: Database, editorIds: readonly string[]): Promise<void> {
  await sql`update sessions set expires_at = now() - interval '1 minute' where editor_id = any(${editorIds})`;
}
