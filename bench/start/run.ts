import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { report } from "@/bin/report";
import { buildIfChanged } from "@/bin/site-build";
import { projectRoot } from "@/db/env";
import { startPostgres } from "@/db/testing/postgres-server";
import { freshDatabase } from "../shared/collection";
import { median, rounded } from "../shared/numbers";
import { about, runBench, saveResults } from "../shared/results";
import { answers, freePort, usageOf } from "../shared/site";

/**
 * `npm run bench:start -- [--rounds N] [--save]`: seconds from `npm start` of a built site to its first answer and its
 * first page, with a new database and with one that is there, on both engines in turn; and the memory it then has.
 */
const { values: options } = parseArgs({
  options: { rounds: { type: "string", default: "3" }, save: { type: "boolean", default: false } },
});

type Start = {
  readonly answer: number;
  readonly page: number;
  readonly memory: number | null;
  readonly later: number | null;
};

async function main(): Promise<void> {
  await buildIfChanged(report);
  const postgres = await startPostgres();
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-bench-"));
  const found: Record<string, Start[]> = {};
  try {
    for (let round = 0; round < Number(options.rounds); round++)
      for (const engine of ["embedded", "postgres"]) {
        const DATABASE_URL = engine === "postgres" ? await freshDatabase(postgres, `start_${round}`) : "";
        const env = { DATA_DIR: path.join(folder, `${engine}-${round}`), DATABASE_URL };
        for (const state of ["new", "there"]) {
          const name = `${engine}, database ${state}`;
          const start = await startOnce(env);
          found[name] = [...(found[name] ?? []), start];
          report(`${name}: ${JSON.stringify(start)}`);
        }
      }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
  const measured = Object.entries(found).map(([name, starts]) => ({
    name,
    answer: median(starts.map(({ answer }) => answer)),
    page: median(starts.map(({ page }) => page)),
    memory: median(starts.map(({ memory }) => memory ?? 0)),
    later: median(starts.map(({ later }) => later ?? 0)),
  }));
  for (const one of measured)
    console.log(
      `${one.name}: answers after ${one.answer} s, first page after ${one.page} s, ${one.memory} MB, ${one.later} MB after 200 pages`,
    );
  console.log(`load ${about().load}`);
  if (options.save) console.log(`written to ${saveResults("start", { measured })}`);
}

async function startOnce(env: Record<string, string>): Promise<Start> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", path.join(projectRoot, "bin/start.ts")], {
    cwd: projectRoot,
    env: { ...process.env, ...env, PORT: String(port), HOST: "localhost" },
    stdio: ["ignore", "ignore", "ignore"],
  });
  const url = `http://localhost:${port}`;
  try {
    while (!(await answers(url))) {
      if (child.exitCode !== null) throw new Error("the site did not start");
      await pause(20);
    }
    const answer = sinceSeconds(began);
    await page(url);
    const first = sinceSeconds(began);
    const memory = memoryOf(child);
    for (let time = 0; time < 200; time++) await page(url);
    return { answer, page: first, memory, later: memoryOf(child) };
  } finally {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
  }
}

const sinceSeconds = (began: number) => rounded((performance.now() - began) / 1000);

/** Of the command, the site, and the embedded database where they started it. */
const memoryOf = (child: ChildProcess): number | null => {
  const usage = usageOf(child);
  return usage === null ? null : Math.round(usage.memory);
};

async function page(url: string): Promise<void> {
  const answer = await fetch(`${url}/fr/figures`);
  await answer.text();
  if (!answer.ok) throw new Error(`a page was answered ${answer.status}`);
}

runBench(main);
