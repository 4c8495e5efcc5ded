import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, statSync } from "node:fs";
import { environmentForChildren, projectRoot } from "../env";
import { filesIn, makeDataFolder } from "./folder";
import { serverArguments } from "./made-server";

/** The exit code we have flock use when another process holds the lock. */
const alreadyLocked = 75;

export type Start = {
  /** Null while it runs; then "gone" when another server has the folder or ours was told to stop; or the failure. */
  ended(): "gone" | Error | null;
};

/**
 * Starts a server for a data folder. `flock --no-fork` becomes the server, so the server itself holds the lock,
 * from before it looks at a file until the kernel takes it back, however it dies. A server outlives who started
 * it, and has its own process group, so that Ctrl-C does not take the database from under those who close it.
 */
export function startServer(dataDir: string, leastFree?: number): Start {
  makeDataFolder(dataDir);
  const { lock, log } = filesIn(dataDir);
  const output = openSync(log, "a", 0o600);
  const before = statSync(log).size;
  const program = serverArguments();
  const server = [...program, dataDir, ...(leastFree === undefined ? [] : [String(leastFree)])];
  const child = spawn(
    "flock",
    ["--no-fork", "-n", "-E", String(alreadyLocked), lock, process.execPath, ...server],
    {
      cwd: projectRoot,
      detached: true,
      stdio: ["ignore", output, output],
      env: environmentForChildren(),
    },
  );
  closeSync(output);
  child.unref();
  return { ended: watchEnd(child, log, before, program.at(-1)!) };
}

function watchEnd(child: ChildProcess, log: string, before: number, program: string): Start["ended"] {
  let end: ReturnType<Start["ended"]> | number | string = null;
  child.once("error", (error: NodeJS.ErrnoException) => {
    end = error.code === "ENOENT" ? new Error(withoutFlock) : error;
  });
  child.once("exit", (code, signal) => {
    // A build takes the program away that it makes anew: the next start finds another.
    const without = !existsSync(/* turbopackIgnore: true */ program);
    end = code === alreadyLocked || code === 0 || without ? "gone" : (signal ?? code);
  });
  return () => {
    if (end === null || end === "gone" || end instanceof Error) return end;
    return new Error(`The embedded database ended (${end}). ${lastWords(log, before)}`);
  };
}

const withoutFlock =
  "The embedded database needs the program flock to keep two processes from opening the same folder: " +
  "install util-linux, or set DATABASE_URL to a PostgreSQL server.";

function lastWords(log: string, before: number): string {
  const all = readFileSync(log);
  const own = all.subarray(all.length < before ? 0 : before); // a log that had grown long is begun anew
  const lines = own.toString().trim().split("\n").slice(-8);
  return `Its last words, from ${log}:\n${lines.join("\n")}`;
}
