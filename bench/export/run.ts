import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { report } from "@/bin/report";
import { buildIfChanged } from "@/bin/site-build";
import { type Database, openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { copyCsv } from "@/db/queries/stream-formats";
import { withLiterals } from "@/db/queries/stream-literals";
import { exportRows } from "@/db/queries/stream-rows";
import { startPostgres } from "@/db/testing/postgres-server";
import { fillDatabase } from "./fill";
import { type BenchSite, startSite } from "./site";

/**
 * `npm run bench:export -- [--rows N] [--runs N] [--engines postgres,embedded]`: downloads through HTTP from the site as
 * built, each held against psql's COPY of the same rows run right before it on PostgreSQL.
 */
const { values: options } = parseArgs({
  options: {
    rows: { type: "string", multiple: true, default: ["10000", "100000"] },
    runs: { type: "string", default: "3" },
    engines: { type: "string", default: "postgres,embedded" },
  },
});

type Download = { readonly name: string; readonly path: string; readonly gzip?: true; readonly most: number };

/** What is promised: at most so many times psql's time. */
const downloads: readonly Download[] = [
  { name: "csv", path: "csv", most: 1.5 },
  { name: "csv.gz", path: "csv", gzip: true, most: 2 },
  { name: "ndjson", path: "ndjson", most: 4 },
  { name: "xlsx", path: "xlsx", most: 4 },
  { name: "parquet", path: "parquet", most: 6 },
];

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function main(): Promise<void> {
  await buildIfChanged(report);
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-bench-"));
  const postgres = await startPostgres();
  try {
    for (const [index, rows] of options.rows.map(Number).entries()) {
      const url = postgres.url(`bench_${index}`);
      const admin = await openDatabase({ databaseUrl: postgres.url(), dataDir: "" });
      await admin.sql.unsafe(`create database bench_${index}`);
      await admin.close();
      const reference = await filled({ databaseUrl: url, dataDir: "" }, rows);
      for (const engine of options.engines.split(",")) {
        const dataDir = path.join(folder, `data-${index}`);
        const embedded = engine === "embedded" ? await filled({ dataDir }, rows) : null;
        const site = await startSite(
          embedded ? { DATA_DIR: dataDir, DATABASE_URL: "" } : { DATABASE_URL: url },
        );
        try {
          await measure(engine, rows, site, () => psql(url, reference));
        } finally {
          await site.stop();
          await embedded?.close();
        }
      }
      await reference.close();
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function filled(env: { databaseUrl?: string; dataDir: string }, rows: number): Promise<Database> {
  const database = await openDatabase(env);
  await database.withSetupLock(() => migrateDatabase(database));
  report(`filling ${rows} rows on ${database.engine}`);
  await fillDatabase(database, rows);
  return database;
}

async function measure(
  engine: string,
  rows: number,
  site: BenchSite,
  baseline: () => Promise<number>,
): Promise<void> {
  await download(site, downloads[0]!); // what is loaded once is not counted
  for (const one of downloads) {
    const [ratios, seconds]: [number[], number[]] = [[], []];
    const idle = site.memory();
    let [highest, bytes] = [idle ?? 0, 0];
    for (let run = 0; run < Number(options.runs); run++) {
      const against = await baseline();
      const got = await download(site, one);
      ratios.push(got.seconds / against);
      seconds.push(got.seconds);
      highest = Math.max(highest, got.highest);
      bytes = got.bytes;
    }
    const memory = idle === null ? "not measured" : `+${(highest - idle).toFixed(0)} MB`;
    const verdict = engine === "postgres" ? `goal ${one.most}` : "goal 4";
    console.log(
      [
        engine,
        rows,
        one.name,
        `×${median(ratios).toFixed(2)} of psql (${verdict})`,
        `${median(seconds).toFixed(2)} s`,
        `${(bytes / 1e6).toFixed(1)} MB`,
        memory,
      ].join("\t"),
    );
  }
}

type Got = { readonly seconds: number; readonly bytes: number; readonly highest: number };

function download(site: BenchSite, { path: format, gzip }: Download): Promise<Got> {
  const began = performance.now();
  let [bytes, highest] = [0, 0];
  const look = setInterval(() => {
    highest = Math.max(highest, site.memory() ?? 0);
  }, 50);
  const headers = gzip ? { "Accept-Encoding": "gzip" } : {};
  return new Promise<Got>((resolve, reject) => {
    request(`${site.url}/api/v1/figures.${format}`, { headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`${format}: ${answer.statusCode}`));
      answer.on("data", (piece: Buffer) => {
        bytes += piece.length;
      });
      answer.once("error", reject);
      answer.once("end", () => resolve({ seconds: (performance.now() - began) / 1000, bytes, highest }));
    })
      .once("error", reject)
      .end();
  }).finally(() => clearInterval(look));
}

/** Seconds that psql takes to write the same rows as CSV to nowhere; the driver's own COPY where there is no psql. */
async function psql(url: string, { db, sql }: Database): Promise<number> {
  const rows = withLiterals(exportRows(db, { query: {}, revision: 1, lang: "en", site: "" }).toSQL());
  const statement = copyCsv(rows, { delimiter: ",", guard: true, decimalComma: false });
  const began = performance.now();
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn("psql", ["-X", "-q", url, "-c", statement], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("error", () => resolve(null)); // there is no psql
    child.once("exit", resolve);
  });
  if (code === 0) return (performance.now() - began) / 1000;
  if (code !== null) throw new Error(`psql ended with ${code}`);
  const again = performance.now();
  for await (const _piece of await sql.unsafe(statement).readable()) {
    // read and forgotten
  }
  return (performance.now() - again) / 1000;
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
