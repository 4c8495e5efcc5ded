import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { report } from "@/bin/report";
import { type Database, openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { approveImport } from "@/db/mutations/approve-import";
import { checkImport } from "@/db/mutations/check-import";
import { mapImport } from "@/db/mutations/map-import";
import { recordImport } from "@/db/mutations/record-import";
import { runImport } from "@/db/mutations/run-import";
import { submitImport } from "@/db/mutations/submit-import";
import { findImport } from "@/db/queries/find-import";
import { findLexicon } from "@/db/queries/find-lexicon";
import { aCollection, done, reviewer, writer } from "@/db/testing/makers";
import { startPostgres } from "@/db/testing/postgres-server";
import { readRows } from "@/domain/import/read-rows";
import { headerText } from "@/domain/import/record";
import type { Table } from "@/domain/import/table";
import { freshDatabase } from "../shared/collection";
import { runBench, saveResults } from "../shared/results";
import { bulletin, bulletinMap } from "./table";

/**
 * `npm run bench:import -- [--rows N]… [--engines postgres,embedded] [--save]`: what checking a table and taking it in
 * costs, reading its cells included, and the same table again with every hundredth row changed; then submitting and
 * approving it. `--save` keeps the measurements under bench/results.
 */
const { values: options } = parseArgs({
  options: {
    rows: { type: "string", multiple: true, default: ["10000", "40000"] },
    engines: { type: "string", default: "postgres,embedded" },
    save: { type: "boolean", default: false },
  },
});

type Measured = {
  readonly engine: string;
  readonly rows: number;
  /** Seconds. */
  readonly check: number;
  readonly run: number;
  readonly checkAgain: number;
  readonly runChanged: number;
  readonly submit: number;
  readonly approve: number;
  /** Of it, the one transaction at its end: others wait that long to publish, and on the embedded server to do anything. */
  readonly publish: number;
  readonly rowsPerSecond: number;
  /** Most memory of this process, in MB; an embedded server has its own. */
  readonly memory: number;
};

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-bench-"));
  const postgres = await startPostgres();
  const measured: Measured[] = [];
  try {
    for (const [index, rows] of options.rows.map(Number).entries())
      for (const engine of options.engines.split(",")) {
        const env =
          engine === "embedded"
            ? { dataDir: path.join(folder, `data-${index}`) }
            : { dataDir: "", databaseUrl: await freshDatabase(postgres, `bench_${index}`) };
        const database = await openDatabase(env);
        try {
          await database.withSetupLock(() => migrateDatabase(database));
          measured.push(await measure(database, rows));
          console.log(JSON.stringify(measured.at(-1)));
        } finally {
          await database.close();
        }
      }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
  if (options.save) saveResults("import", { measured });
}

async function measure(database: Database, rows: number): Promise<Measured> {
  report(`${rows} rows on ${database.engine}`);
  await aCollection(database.db, { records: "published" });
  const memory = watchMemory();
  const first = await takeIn(database, bulletin(rows));
  const again = await takeIn(database, bulletin(rows, 100));
  const submit = await seconds(async () => {
    const reasons = { below_earlier_total: "Printed so", above_later_total: "Printed so" };
    done(await submitImport(database.db, writer, { publicId: first.publicId, reasons }));
  });
  let looked = 0;
  const onProgress = () => {
    looked = performance.now();
  };
  const approve = await seconds(async () => {
    done(
      await approveImport(database, reviewer, { publicId: first.publicId, comment: null }, { onProgress }),
    );
  });
  const publish = Math.round(performance.now() - looked) / 1000;
  return {
    ...{ engine: database.engine, rows, check: first.check, run: first.run },
    ...{ checkAgain: again.check, runChanged: again.run, submit, approve, publish },
    ...{ rowsPerSecond: Math.round(rows / first.run), memory: memory() },
  };
}

async function takeIn({ db }: Database, table: Table) {
  const bytes = new TextEncoder().encode(JSON.stringify(table.rows.map(({ cells }) => cells)));
  const { publicId } = done(await recordImport(db, writer, { fileName: "bulletin.csv", bytes }));
  const { rowVersion } = (await findImport(db, publicId))!;
  done(await mapImport(db, writer, { publicId, rowVersion, map: bulletinMap }));
  const names = await findLexicon(db);
  const check = await seconds(async () => {
    const readings = readRows(table, bulletinMap, names);
    const found = done(await checkImport({ db }, writer, publicId, readings, table.rows.length));
    report(
      JSON.stringify({ ...found.counts, warnings: found.warnings.map(({ rule, count }) => [rule, count]) }),
    );
  });
  const run = await seconds(async () => {
    const readings = readRows(table, bulletinMap, names);
    done(await runImport({ db }, writer, publicId, readings, { only: "all", header: headerText(table) }));
  });
  return { publicId, check, run };
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began) / 1000;
}

/** @returns ends the watch: the most memory seen, in MB */
function watchMemory(): () => number {
  let most = 0;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  return () => {
    clearInterval(look);
    return Math.round(most / 1e6);
  };
}

runBench(main);
