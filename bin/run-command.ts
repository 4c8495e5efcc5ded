import { spawn } from "node:child_process";
import { projectRoot } from "@/db/env";

export type Outcome = { readonly code: number; readonly output: string };

/** Runs one of the project's tools to its end. What it prints is handed to `show` at once, and kept. */
export function runCommand(
  args: readonly string[],
  env: Record<string, string> = {},
  show: (text: Buffer) => void = (text) => void process.stdout.write(text),
): Promise<Outcome> {
  const [script = "", ...rest] = args;
  const child = spawn(process.execPath, [script, ...rest], {
    cwd: projectRoot,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk;
      show(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
