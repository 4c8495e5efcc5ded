import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { type DatabaseEnv, projectRoot } from "../env";
import type { acceptSuggestion } from "../mutations/accept-suggestion";
import { programArguments } from "./programs";

export type Acceptance = Parameters<typeof acceptSuggestion>[2];

/**
 * Has another process accept suggestions in a burst, and kills it with no chance to say goodbye as soon as `after` of
 * them are acknowledged.
 * @returns the public ids it acknowledged, which may be a few more
 * @throws where it ended by itself
 */
export async function acceptUntilKilled(
  env: DatabaseEnv,
  acceptances: readonly Acceptance[],
  after: number,
): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [...programArguments("db/testing/accept-program.ts"), JSON.stringify(env)],
    {
      cwd: projectRoot,
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  let complaint = "";
  child.stderr.on("data", (text) => {
    complaint += text;
  });
  child.stdin.on("error", () => {}); // it was killed before it had read everything
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_, signal) => resolve(signal)),
  );
  child.stdin.end(acceptances.map((one) => `${JSON.stringify(one)}\n`).join(""));
  const acknowledged: string[] = [];
  for await (const publicId of createInterface({ input: child.stdout })) {
    acknowledged.push(publicId);
    if (acknowledged.length === after) child.kill("SIGKILL");
  }
  if ((await ended) !== "SIGKILL") throw new Error(`the process that accepts ended by itself: ${complaint}`);
  return acknowledged;
}
