import { spawn } from "node:child_process";
import path from "node:path";
import { type DatabaseEnv, projectRoot } from "../env";

/** How a command ended, and what it printed. */
export type Ended = { readonly code: number | null; readonly out: string; readonly told: string };

/**
 * Runs `npm run import` on a database, as a person at a terminal would: `out` is standard output, `told` what it said
 * on standard error. With `killAfter`, it is killed with no chance to say goodbye once it has said that.
 */
export function runImportCommand(
  env: DatabaseEnv,
  args: readonly string[],
  { input = "", killAfter }: { readonly input?: string; readonly killAfter?: RegExp } = {},
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(projectRoot, "bin/import.ts"), ...args],
    {
      cwd: projectRoot,
      env: { ...process.env, DATABASE_URL: env.databaseUrl ?? "", DATA_DIR: env.dataDir },
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
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
