import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { report } from "@/bin/report";
import { type Database, openDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { reviseFigure } from "@/db/mutations/revise-figure";
import { aCollection, aSource, done, figureOf, published, writer } from "@/db/testing/makers";
import { startPostgres } from "@/db/testing/postgres-server";
import { freshDatabase } from "../shared/collection";
import { median, quantile, rounded } from "../shared/numbers";
import { about, runBench, saveResults } from "../shared/results";

/**
 * `npm run bench:saves -- [--seconds N] [--rounds N] [--save]`: how many drafts a second editors can save, one of them
 * and many at once, each with its validation, its audit event and its transaction, on both engines in turn.
 */
const { values: options } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "3" },
    save: { type: "boolean", default: false },
  },
});

const crowds = [1, 4, 16] as const;

type Saves = {
  readonly engine: string;
  readonly editors: number;
  /** Medians of the rounds. */
  readonly perSecond: number;
  /** Milliseconds a save takes. */
  readonly median: number;
  readonly p99: number;
};

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-bench-"));
  const postgres = await startPostgres();
  const databases: Database[] = [];
  const measured: Saves[] = [];
  try {
    for (const env of [
      { dataDir: "", databaseUrl: await freshDatabase(postgres, "saves") },
      { dataDir: path.join(folder, "data") },
    ]) {
      const database = await openDatabase(env, { max: Math.max(...crowds) });
      databases.push(database);
      await database.withSetupLock(() => migrateDatabase(database));
      await aCollection(database.db);
    }
    for (const editors of crowds) {
      const rounds = databases.map((): Awaited<ReturnType<typeof saveFor>>[] => []);
      for (let round = 0; round < Number(options.rounds); round++)
        for (const [index, database] of databases.entries())
          rounds[index]!.push(await saveFor(database, editors));
      for (const [index, { engine }] of databases.entries()) {
        const times = rounds[index]!.flatMap((one) => one.times);
        const perSecond = rounded(median(rounds[index]!.map((one) => one.perSecond)));
        const one = {
          engine,
          editors,
          perSecond,
          median: rounded(median(times)),
          p99: rounded(quantile(times, 0.99)),
        };
        measured.push(one);
        report(
          `${engine}, ${editors} at once: ${perSecond} saves a second, ${one.median} ms, p99 ${one.p99} ms`,
        );
      }
    }
  } finally {
    await Promise.all(databases.map((database) => database.close()));
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
  report(`load ${about().load}`);
  if (options.save) report(`written to ${saveResults("saves", { measured })}`);
}

/** Each of so many editors revises a figure of their own, over and over. */
async function saveFor({ db }: Database, editors: number) {
  const source = await aSource(db);
  const mine = Array.from({ length: editors }, () => figureOf(source, "20"));
  await published(db, ...mine);
  const times: number[] = [];
  const began = performance.now();
  const ends = began + Number(options.seconds) * 1000;
  await Promise.all(
    mine.map(async (figure) => {
      // As it stands after it was recorded and published.
      let rowVersion = 2;
      for (let value = 21; performance.now() < ends; value++) {
        const { mentions } = figureOf(source, String(value));
        const from = performance.now();
        const revision = {
          ...figure,
          value: String(value),
          mentions,
          rowVersion,
          change: "revision" as const,
        };
        rowVersion = done(await reviseFigure(db, writer, { ...revision, changeReason: "Counted again" }));
        times.push(performance.now() - from);
      }
    }),
  );
  return { times, perSecond: times.length / ((performance.now() - began) / 1000) };
}

runBench(main);
