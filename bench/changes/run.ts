import { report } from "@/bin/report";
import { openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { countCompared, listCompared } from "@/db/queries/compare-moments";
import { listFigureChanges } from "@/db/queries/list-figure-changes";
import { listPublishes } from "@/db/queries/list-publishes";
import { startPostgres } from "@/db/testing/postgres-server";
import { median } from "../shared/numbers";
import { fillChanges } from "./fill";

/**
 * `npm run bench:changes`: how long each page of what changed takes to read on a PostgreSQL with 100,000
 * publications, the median of nine.
 */
async function main(): Promise<void> {
  const server = await startPostgres();
  const database = await openDatabase({ databaseUrl: server.url(), dataDir: "" }, { max: 1 });
  try {
    await database.withSetupLock(() => migrateDatabase(database));
    report("filling 100,000 publications");
    await fillChanges(database);
    const { db, sql } = database;
    const [{ newest } = { newest: 0 }] = await sql<
      { newest: number }[]
    >`select revision::int as newest from collection`;
    const wish = { asOf: newest, publishes: 20, changes: 40 };
    const pages: Record<string, () => Promise<unknown>> = {
      "newest page": () => listPublishes(db, {}, wish),
      "page with the publish of 20,000": () => listPublishes(db, {}, { ...wish, before: 15 }),
      "deep page": () => listPublishes(db, {}, { ...wish, before: 9000 }),
      corrections: () => listPublishes(db, { kind: "correction" }, wish),
      "corrections, deep": () => listPublishes(db, { kind: "correction" }, { ...wish, before: 300 }),
      retractions: () => listPublishes(db, { kind: "retraction" }, wish),
      "new figures": () => listPublishes(db, { kind: "first" }, wish),
      "one metric": () => listPublishes(db, { metric: "metric-7" }, wish),
      "one metric, end": () => listPublishes(db, { metric: "metric-7" }, { ...wish, before: 100 }),
      "one claimant": () => listPublishes(db, { claimant: "agent-9" }, wish),
      "metric and claimant": () => listPublishes(db, { metric: "metric-7", claimant: "agent-9" }, wish),
      "a window of days": () => listPublishes(db, { from: "2024-03-01", to: "2024-03-02" }, wish),
      "nobody has this metric": () => listPublishes(db, { metric: "nothing" }, wish),
      "feed of everything": () => listPublishes(db, {}, { asOf: newest, publishes: 50, changes: 50 }),
      "counts since the beginning": () => countCompared(db, { since: 0, until: newest }, {}),
      "figures since the beginning": () => listCompared(db, { since: 0, until: newest }, {}, { size: 25 }),
      "counts of the publish of 20,000": () => countCompared(db, { since: 0, until: 1 }, {}),
      "figures of the publish of 20,000": () => listCompared(db, { since: 0, until: 1 }, {}, { size: 25 }),
      "one metric since the middle": () =>
        listCompared(db, { since: 10_000, until: newest }, { metric: "metric-7" }, { size: 25 }),
      "history of a figure": async () => {
        const [row] = await sql<{ id: string }[]>`select public_id as id from figures where id = 77`;
        return listFigureChanges(db, row!.id, newest);
      },
    };
    for (const [name, read] of Object.entries(pages))
      report(`${(await medianOf(read)).toFixed(1).padStart(7)} ms  ${name}`);
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
