import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import path from "node:path";

/** When and where it was measured. A busy machine measures itself: the load says how much of it was ours. */
export const about = () => ({
  day: new Date().toISOString().slice(0, 10),
  processors: `${cpus().length} × ${cpus()[0]?.model ?? "?"}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  load: loadavg().map((load) => Number(load.toFixed(1))),
  node: process.version,
});

/** Keeps what a bench measured as a dated file of bench/results. @returns where */
export function saveResults(name: string, results: object): string {
  const folder = path.join(import.meta.dirname, "..", "results");
  const file = path.join(folder, `${name}-${about().day}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ about: about(), ...results }, null, 2)}\n`);
  return file;
}

/** Runs a bench to its end and ends the process: what the driver holds open does not keep it. */
export function runBench(main: () => Promise<void>): void {
  main().then(
    () => process.exit(0),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
}
