import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { report } from "@/bin/report";
import { buildIfChanged } from "@/bin/site-build";
import { openDatabase } from "@/db/client";
import { migrateDatabase, pendingMigrations } from "@/db/migrate";
import { startPostgres } from "@/db/testing/postgres-server";
import { press } from "../fill/shape";
import { type Filled, filled, freshDatabase } from "../shared/collection";
import { about, runBench, saveResults } from "../shared/results";
import { startSite } from "../shared/site";
import { freshnessOf } from "./freshness";
import { type Latency, latencyOf, type Sized } from "./latency";
import { questionsOf } from "./questions";
import { serveStill } from "./still";
import {
  freshInWords,
  latencyHeadings,
  latencyInWords,
  throughputHeadings,
  throughputInWords,
} from "./table";
import { type Throughput, throughputOf } from "./throughput";

/**
 * `npm run bench:pages -- [--rows N …] [--rounds N] [--seconds N] [--on URL] [--without NAME …] [--save]`: what pages and API cost as built,
 * on PostgreSQL, with collections of several sizes asked in turn; and how many a second are served, beside the same
 * bytes as files. `--rows 10000000` takes an hour to fill. `--on` uses a PostgreSQL that runs: databases `pages_N` are
 * filled where they are missing, and kept. `--without` leaves questions out.
 */
const { values: options } = parseArgs({
  options: {
    rows: { type: "string", multiple: true, default: ["10000", "100000", "1000000"] },
    rounds: { type: "string", default: "15" },
    seconds: { type: "string", default: "3" },
    on: { type: "string" },
    without: { type: "string", multiple: true, default: [] },
    save: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  await buildIfChanged(report);
  const own = options.on === undefined ? await startPostgres() : null;
  const all: { one: Filled; sized: Sized }[] = [];
  try {
    for (const rows of options.rows.map(Number)) {
      const one = await collectionOf(rows, own);
      const site = await startSite({
        DATABASE_URL: one.env.databaseUrl ?? "",
        DATA_DIR: mkdtempSync(path.join(tmpdir(), "verbatim-bench-")),
        TRUSTED_PROXY: "127.0.0.1, ::1",
      });
      const questions = (await questionsOf(one.database, rows)).filter(
        ({ name }) => !options.without.includes(name),
      );
      all.push({ one, sized: { rows, site, database: one.database, questions } });
    }
    await measure(all);
  } finally {
    for (const { one, sized } of all) {
      await sized.site.stop();
      await one.database.close();
    }
    await own?.stop();
  }
}

async function collectionOf(
  rows: number,
  own: Awaited<ReturnType<typeof startPostgres>> | null,
): Promise<Filled> {
  const name = `pages_${rows}`;
  const url = (database: string) => Object.assign(new URL(options.on!), { pathname: `/${database}` }).href;
  const server = own ?? { url: (database = "postgres") => url(database), stop: async () => {} };
  const admin = await openDatabase({ databaseUrl: server.url(), dataDir: "" }, { max: 1 });
  const there = await admin.sql`select 1 from pg_database where datname = ${name}`;
  await admin.close();
  if (there.length === 0)
    return filled({ databaseUrl: await freshDatabase(server, name), dataDir: "" }, rows, press);
  const env = { databaseUrl: server.url(name), dataDir: "" };
  const database = await openDatabase(env);
  const pending = await pendingMigrations(database);
  await database.withSetupLock(() => migrateDatabase(database));
  if (pending > 0) await database.sql.unsafe("vacuum analyze");
  return { rows, env, database };
}

async function measure(all: readonly { one: Filled; sized: Sized }[]): Promise<void> {
  const sized = all.map((each) => each.sized);
  const latencies: Latency[] = [];
  const throughputs: Throughput[] = [];
  console.log(latencyHeadings);
  for (const index of sized[0]!.questions.keys()) {
    latencies.push(await latencyOf(index, sized, Number(options.rounds)));
    console.log(latencyInWords(latencies.at(-1)!).join("\n"));
  }
  const largest = all.at(-1)!;
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-nginx-"));
  const still = await serveStill(folder, Number(new URL(largest.sized.site.url).port));
  let fresh: number[] = [];
  try {
    console.log(`\nas files: ${still.name}\n${throughputHeadings}`);
    for (const [index, { name }] of largest.sized.questions.entries()) {
      const cost = latencies[index]!.sizes.at(-1)!.cost;
      if (name.startsWith("search, a ") || "failed" in cost) continue;
      throughputs.push(await throughputOf(index, largest.sized, still, 3, Number(options.seconds)));
      console.log(throughputInWords(throughputs.at(-1)!));
    }
    if (still.proxy !== null)
      fresh = await freshnessOf(`${still.proxy}/en/metrics/metric-101`, largest.one.database, 10);
    console.log(freshInWords(fresh));
  } finally {
    await still.stop();
  }
  const memory = sized.map(({ rows, site }) => ({ rows, megabytes: Math.round(site.usage()?.memory ?? 0) }));
  console.log(
    `memory of each site: ${memory.map(({ rows, megabytes }) => `${rows}: ${megabytes} MB`).join(", ")}`,
  );
  console.log(`load ${about().load}`);
  if (options.save)
    console.log(
      `written to ${saveResults("pages", { still: still.name, latencies, throughputs, fresh, memory })}`,
    );
}

runBench(main);
