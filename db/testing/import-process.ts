import { spawn } from "node:child_process";
import { type DatabaseEnv, projectRoot } from "../env";
import { asWritten, programArguments } from "./programs";

/** How a command ended, and what it printed. */
export type Ended = { readonly code: number | null; readonly out: string; readonly told: string };

type Circumstances = {
  readonly input?: string;
  readonly killAfter?: RegExp;
  /** Through tsx, as npm starts it. */
  readonly fromSource?: boolean;
};

/**
 * Runs `npm run import` on a database, as a person at a terminal would: `out` is standard output, `told` what it said
 * on standard error. With `killAfter`, it is killed with no chance to say goodbye once it has said that.
 */
export function runImportCommand(
  env: DatabaseEnv,
  args: readonly string[],
  { input = "", killAfter, fromSource = false }: Circumstances = {},
): Promise<Ended> {
  const program = (fromSource ? asWritten : programArguments)("bin/import.ts");
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: env.databaseUrl ?? "", DATA_DIR: env.dataDir },
    stdio: ["pipe", "pipe", "pipe"],
  });
  let [out, told] = ["", ""];
  child.stdout.on("data", (text) => {
    out += text;
  });
  child.stderr.on("data", (text) => {
    told += text;
    if (killAfter?.test(told)) child.kill("SIGKILL");
  });
  child.stdin.on("error", () => {}); // it ended before it had read everything
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, told }));
  });
}
