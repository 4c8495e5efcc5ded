import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { builtPrograms, environmentForChildren, projectRoot } from "@/db/env";

/** What a program of ours may take: memory of its heap in megabytes, and time in milliseconds. */
export type Allowance = { readonly memory: number; readonly time: number };

/** How a program ended: its exit code is null where it was killed. */
export type Run = {
  readonly code: number | null;
  readonly timedOut: boolean;
  readonly output: string;
  readonly errors: string;
};

/**
 * Starts a program of `bin/` in a process of its own: what people bring in never runs in the process that answers
 * readers. What asks for more memory than it is allowed ends its own process, not the site.
 */
export function startApart(program: string, memory: number): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [`--max-old-space-size=${memory}`, ...toRun(program)], {
    cwd: projectRoot,
    env: withoutSecrets(),
    stdio: "pipe",
  });
  child.stdin.on("error", () => {}); // a program that ended early says why by its exit code
  return child;
}

/** What Node is given: the one file that the build made of it (bin/apart-programs.ts), or where nothing is built its source. */
function toRun(program: string): string[] {
  if (process.env.NODE_ENV === "production") {
    const made = path.join(/* turbopackIgnore: true */ builtPrograms, `${program}.mjs`);
    if (existsSync(made)) return [made];
  }
  return ["--import", "tsx", path.join(/* turbopackIgnore: true */ projectRoot, "bin", `${program}.ts`)];
}

/** Runs a program to its end, or to the end of its time. */
export function runApart(program: string, input: string, { memory, time }: Allowance): Promise<Run> {
  const child = startApart(program, memory);
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    let timedOut = false;
    const limit = setTimeout(() => {
      timedOut = true;
      child.kill("SIGKILL");
    }, time);
    child.once("error", (error) => {
      clearTimeout(limit);
      reject(error);
    });
    child.once("close", (code) => {
      clearTimeout(limit);
      const said = (chunks: readonly Buffer[]) => String(Buffer.concat(chunks));
      resolve({ code, timedOut, output: said(output), errors: said(errors) });
    });
  });
}

/** These programs need no database and no secret, so they are given none. */
function withoutSecrets(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG, NODE_ENV } = environmentForChildren();
  return { PATH, HOME, TMPDIR, LANG, NODE_ENV } as NodeJS.ProcessEnv;
}
