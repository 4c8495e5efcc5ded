import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { projectRoot } from "../env";
import { programArguments } from "./programs";

/** Another process that uses an embedded database. */
export type User = {
  /** The database process it found or started. */
  server: number;
  run(sql: string): Promise<Record<string, unknown>[]>;
  /** Kills it with no chance to say goodbye. */
  kill(): Promise<void>;
};

/** Starts a process that opens the embedded database of `dataDir`. */
export async function startUser(dataDir: string): Promise<User> {
  const child = spawn(process.execPath, [...programArguments("db/testing/user-program.ts"), dataDir], {
    cwd: projectRoot,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`the process that uses ${dataDir} ended: ${complaint}`);
    return JSON.parse(value);
  };
  const { server } = await answer();
  return {
    server,
    run(sql) {
      child.stdin.write(`${sql}\n`);
      return answer();
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
