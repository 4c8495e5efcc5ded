import { setTimeout as pause } from "node:timers/promises";
import { median } from "../shared/numbers";
import type { BenchSite } from "../shared/site";
import { download, type Got } from "./download";

type Download = {
  readonly name: string;
  readonly address: string;
  readonly gzip?: true;
  /** At most so many times psql's time, on PostgreSQL and embedded; null where nothing is promised. */
  readonly most: { readonly postgres: number | null; readonly embedded: number | null };
  /** More rows than these are not measured. */
  readonly rows?: number;
};

/** What is promised (issue 5). */
export const downloads: readonly Download[] = [
  { name: "csv", address: "figures.csv", most: { postgres: 1.5, embedded: 4 } },
  { name: "csv.gz", address: "figures.csv", gzip: true, most: { postgres: 2, embedded: null } },
  { name: "ndjson", address: "figures.ndjson", most: { postgres: null, embedded: null }, rows: 100_000 },
  { name: "xlsx", address: "figures.xlsx", most: { postgres: 4, embedded: null }, rows: 100_000 },
  { name: "parquet", address: "figures.parquet", most: { postgres: 6, embedded: null } },
];

/** More memory above idle than this is too much, in MB. */
export const mostMemory = 64;

export type Measured = {
  readonly engine: "postgres" | "embedded";
  readonly rows: number;
  readonly name: string;
  /** Medians of the runs. */
  readonly timesPsql: number;
  readonly seconds: number;
  readonly psqlSeconds: number;
  readonly cpuSeconds: number | null;
  readonly megabytes: number;
  /** The most memory of any run above idle, in MB. */
  readonly memory: number | null;
  readonly most: number | null;
  readonly ratios: readonly number[];
};

/** Measures every download so many times, each right after psql has written the same rows. */
export async function measure(
  engine: Measured["engine"],
  rows: number,
  site: BenchSite,
  baseline: () => Promise<number>,
  runs: number,
): Promise<Measured[]> {
  const idle = await idleMemory(site);
  const measured: Measured[] = [];
  for (const one of downloads) {
    if (one.rows !== undefined && rows > one.rows) continue;
    const got: (Got & { psql: number })[] = [];
    for (let run = 0; run < runs; run++) {
      const psql = await baseline();
      got.push({ ...(await download(site, one.address, { gzip: one.gzip ?? false })), psql });
    }
    measured.push({ engine, rows, name: one.name, most: one.most[engine], ...summary(got, idle) });
  }
  return measured;
}

function summary(got: readonly (Got & { psql: number })[], idle: number | null) {
  const ratios = got.map(({ seconds, psql }) => round(seconds / psql));
  const highest = got.map((one) => one.highest).filter((memory) => memory !== null);
  const cpu = got.map((one) => one.cpu).filter((seconds) => seconds !== null);
  return {
    timesPsql: median(ratios),
    seconds: round(median(got.map(({ seconds }) => seconds))),
    psqlSeconds: round(median(got.map(({ psql }) => psql))),
    cpuSeconds: cpu.length > 0 ? round(median(cpu)) : null,
    megabytes: round(got[0]!.bytes / 1e6),
    memory: idle === null || highest.length === 0 ? null : Math.round(Math.max(...highest) - idle),
    ratios,
  };
}

const round = (value: number) => Number(value.toFixed(2));

/**
 * Idle is after a page and a fortieth of the rows in every format, twice, and three seconds of rest: what is loaded
 * once is loaded, and nothing is under way.
 */
async function idleMemory(site: BenchSite): Promise<number | null> {
  for (let time = 0; time < 2; time++) {
    await (await fetch(`${site.url}/en/figures`)).text();
    for (const { address, gzip = false } of downloads)
      await download(site, `${address}?metric=metric-1`, { gzip });
  }
  await pause(3000);
  return site.usage()?.memory ?? null;
}
