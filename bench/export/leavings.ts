import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/db/client";
import { median } from "../shared/numbers";
import type { BenchSite } from "../shared/site";
import { ask, download } from "./download";

export type Leavings = {
  readonly engine: Database["engine"];
  readonly whole: number;
  readonly aborted: number;
  /** What is not as it should be, a second after the last of them. */
  readonly backends: number;
  /** Seconds that the next page and the next download took, and what the page takes when nothing has happened. */
  readonly nextPage: number;
  readonly nextDownload: number;
  readonly usualPage: number;
};

const addresses = ["csv", "tsv", "json", "ndjson", "xlsx", "parquet"].map((format) => `figures.${format}`);
const together = 25;

/** Takes `count` downloads of every format whole, and leaves as many: in line, before the first byte, and in the middle. */
export async function leavings(site: BenchSite, database: Database, count: number): Promise<Leavings> {
  const usualPage = median(await Promise.all([0, 1, 2].map(() => page(site))));
  for (let done = 0; done < count; done += together) {
    const some = Array.from({ length: together }, (_, index) => done + index);
    await Promise.all(some.map((index) => whole(site, index)));
    await Promise.all(some.map((index) => aborted(site, index)));
  }
  await pause(1000);
  const { backends } = await busy(database);
  const nextPage = await page(site);
  const nextDownload = (await download(site, "figures.csv?metric=metric-1")).seconds;
  const { engine } = database;
  return { engine, whole: count, aborted: count, backends, nextPage, nextDownload, usualPage };
}

const addressOf = (index: number) => addresses[index % addresses.length]!;

async function whole(site: BenchSite, index: number): Promise<void> {
  const { bytes } = await download(site, addressOf(index), { gzip: index % 2 === 0 });
  if (bytes === 0) throw new Error(`${addressOf(index)} is empty`);
}

/** One in four leaves before any answer, the others after one, four or thirteen pieces. */
async function aborted(site: BenchSite, index: number): Promise<void> {
  const pieces = [0, 1, 4, 13][index % 4]!;
  if (pieces === 0) {
    const gone = AbortSignal.timeout(5 + (index % 50));
    const left = fetch(`${site.url}/api/v1/${addressOf(index)}`, { signal: gone }).then((answer) =>
      answer.text(),
    );
    await left.catch((error) => {
      if (error.name !== "TimeoutError") throw error;
    });
    return;
  }
  const answer = await ask(site, addressOf(index));
  if (answer.statusCode !== 200) throw new Error(`${addressOf(index)}: ${answer.statusCode}`);
  let seen = 0;
  await new Promise<void>((resolve) => {
    answer.on("data", () => {
      if (++seen === pieces) answer.destroy();
    });
    answer.once("close", resolve);
    answer.on("error", () => {}); // leaving is what was meant
  });
}

async function page(site: BenchSite): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${site.url}/en/figures`);
  await answer.text();
  if (!answer.ok) throw new Error(`a page was answered ${answer.status}`);
  return (performance.now() - began) / 1000;
}

/** What the server is doing for others than us; the embedded one is a single process, and is asked whether it answers. */
async function busy({ sql }: Database): Promise<{ backends: number }> {
  const [row] = await sql<{ backends: number }[]>`
    select count(*)::int as backends from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and (state <> 'idle' or query ilike 'copy (%')`;
  return row!; // an aggregate always answers
}
