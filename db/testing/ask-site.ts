import { openDatabase } from "../client";
import { readDatabaseEnv } from "../env";
import { checkAuditChain } from "../queries/check-audit-chain";
import { everythingIn } from "./makers";

/**
 * In the environment of a running site, for the browser tests:
 * `tsx db/testing/ask-site.ts rows WORD…` prints as JSON every row of every table that holds one of the words, by word,
 * and whether the chain of the audit is sound. `tsx db/testing/ask-site.ts expire EDITOR…` lets sessions run out.
 */
async function main([verb, ...words]: readonly string[]): Promise<void> {
  const { db, sql, close } = await openDatabase(readDatabaseEnv(), { max: 1 });
  if (verb === "expire") {
    await sql`update sessions set expires_at = now() - interval '1 minute' where editor_id = any(${words})`;
  } else {
    const all = JSON.parse(await everythingIn(sql)) as { name: string; row: string }[];
    const rows = words.map((word) => [
      word,
      all.filter(({ row }) => row.includes(word)).map(({ name, row }) => `${name} ${row}`),
    ]);
    const { sound } = await checkAuditChain(db);
    process.stdout.write(JSON.stringify({ sound, rows: Object.fromEntries(rows) }));
  }
  await close();
}

await main(process.argv.slice(2));
process.exit(0);
