import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { projectRoot } from "../env";
import { programArguments } from "./programs";

/** A process that writes (./writer-program.ts). */
export type Writer = {
  /** Resolves when one more figure has been acknowledged to it; rejects where it has ended by itself. */
  writes(): Promise<void>;
  /** Kills it with no chance to say goodbye; what it had been promised until then is all in `acknowledged`. */
  kill(): Promise<void>;
};

/**
 * Starts a process that records and publishes figures, one after the other, until it is killed.
 * @param first the number of its first figure
 * @param acknowledged where the ids go that were acknowledged
 */
export function startWriter(dataDir: string, first: number, acknowledged: string[]): Writer {
  const child = spawn(
    process.execPath,
    [...programArguments("db/testing/writer-program.ts"), dataDir, String(first)],
    {
      cwd: projectRoot,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint = (complaint + text).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines = createInterface({ input: child.stdout }).on("line", (line) => acknowledged.push(line));
  return {
    writes: () =>
      new Promise((resolve, reject) => {
        lines.once("line", () => resolve());
        void ended.then(() => reject(new Error(`The writer ended by itself: ${complaint}`)));
      }),
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
