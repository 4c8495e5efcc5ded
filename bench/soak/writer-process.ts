import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "@/db/env";

/** A writing process (./writer.ts) and what it has been promised is kept. */
export type Writer = {
  readonly child: ChildProcess;
  /** Resolves when it has opened the database. */
  readonly ready: Promise<void>;
  /** Kills it with no chance to say goodbye. */
  kill(): Promise<void>;
};

/** @param acknowledged where the ids go that were acknowledged */
export function startWriter(
  dataDir: string,
  first: number,
  acknowledged: string[],
  wrapped: readonly string[] = [],
): Writer {
  const program = path.join(projectRoot, "bench/soak/writer.ts");
  const [command = "", ...args] = [
    ...wrapped,
    process.execPath,
    "--import",
    "tsx",
    program,
    dataDir,
    String(first),
  ];
  const child = spawn(command, args, { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr!.on("data", (text) => {
    complaint = (complaint + text).slice(-2000);
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on("line", (line) => {
      if (line === "ready") resolve();
      else acknowledged.push(line);
    });
    void ended.then(() => reject(new Error(`the writer ended before it was ready: ${complaint}`)));
  });
  ready.catch(() => {}); // whoever killed it early does not wait for it
  return {
    child,
    ready,
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
