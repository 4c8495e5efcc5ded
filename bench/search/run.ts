import { sql as drizzleSql } from "drizzle-orm";
import { report } from "@/bin/report";
import { openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { countFigures } from "@/db/queries/list-figures";
import { readSearch } from "@/db/queries/read-search";
import { searchAgents, searchMetrics, searchSources } from "@/db/queries/search-names";
import { searchSentences } from "@/db/queries/search-sentences";
import { startPostgres } from "@/db/testing/postgres-server";
import { fillDatabase } from "../fill/fill";
import { median } from "../shared/numbers";

const sizes = [10_000, 99_000];

/**
 * `npm run bench:search`: how long each kind of search takes on a PostgreSQL with 10,000 and with 99,000 figures, the
 * median of nine. Words stand in all sentences, half, a hundredth, and a ten-thousandth of them.
 */
async function main(): Promise<void> {
  for (const size of sizes) await measure(size);
}

async function measure(size: number): Promise<void> {
  const server = await startPostgres();
  const database = await openDatabase({ databaseUrl: server.url(), dataDir: "" }, { max: 1 });
  try {
    await database.withSetupLock(() => migrateDatabase(database));
    report(`filling ${size} figures`);
    await fillDatabase(database, size);
    const { db, sql } = database;
    report("stemming their sentences");
    // The filling turns the triggers off; the sentences are those of a press that repeats itself.
    await sql.unsafe("truncate sentence_stems");
    await sql.unsafe(`insert into sentence_stems select r.id, 0, coalesce(r.reported_end, '0001-01-01'), search_stems(
      'Selon le ministère, ' || r.id || ' cigognes nichaient ' || case when r.id % 2 = 0 then 'au marais' else 'en ville' end
      || ' près de lieu' || r.id % 100 || ' et de hameau' || r.id % 10000 || ', libérées par les villageois du village voisin.')
      from figure_revisions r`);
    await sql.unsafe("vacuum analyze");
    report("asking");
    const ask =
      (q: string, after: { key: string; id: string } | null = null) =>
      () =>
        readSearch(db, q).then((asked) => searchSentences(db, asked, { revision: 1, size: 20, after }));
    const deep = { key: "2024-06-01", id: "1" };
    const questions: Record<string, () => Promise<unknown>> = {
      "a word in every sentence": ask("cigogne"),
      "the same, deep": ask("cigogne", deep),
      "in half of them": ask("marais"),
      "two words, in a hundredth": ask("cigogne lieu7"),
      "in a ten-thousandth": ask("hameau77"),
      "a common phrase": ask('"villageois du village"'),
      "a phrase of common words that stands nowhere": ask('"village villageois"'),
      "common words that never meet": ask("marais ville"),
      nothing: ask("flamingo"),
      "with -word": ask("cigogne -marais"),
      "names of metrics": async () => searchMetrics(db, await readSearch(db, "metric")),
      "names of agents": async () => searchAgents(db, await readSearch(db, "agent"), 1),
      "titles of sources": async () => searchSources(db, await readSearch(db, "source"), 1),
      "the table's q, which looks for letters": () => countFigures(db, { q: "flamingo" }, 1),
    };
    for (const [name, question] of Object.entries(questions))
      report(`${(await medianOf(question)).toFixed(1).padStart(7)} ms  ${name}`);
    const plan = await db.execute<{
      "QUERY PLAN": string;
    }>(drizzleSql`explain (analyze, costs off, timing off)
      select s.revision_id from sentence_stems s where s.stems @@ search_query('cigogne')
      order by s.reported_on desc, s.revision_id desc limit 21`);
    for (const line of plan) console.log(line["QUERY PLAN"]);
  } finally {
    await database.close();
    await server.stop();
  }
}
async function medianOf(read: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 9; run++) {
    const begun = performance.now();
    await read();
    times.push(performance.now() - begun);
  }
  return median(times);
}

await main();
