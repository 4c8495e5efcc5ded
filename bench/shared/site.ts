import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { nextCommand } from "@/bin/site-build";
import { projectRoot } from "@/db/env";

export type BenchSite = {
  readonly url: string;
  /** Memory and processor time of the site's own processes; null where the system does not tell. */
  usage(): Usage | null;
  stop(): Promise<void>;
};

export type Usage = {
  /** What of memory they occupy now, in MB. */
  readonly memory: number;
  /** Seconds of processor time since they began. */
  readonly cpu: number;
};

/** The site as built, on a database that is there already. */
export async function startSite(env: Record<string, string>): Promise<BenchSite> {
  const port = await freePort();
  const child = spawn(process.execPath, [nextCommand, "start", "-H", "localhost", "-p", String(port)], {
    cwd: projectRoot,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      SITE_URL: "",
      DRAWINGS_PER_MINUTE: "1000000",
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://localhost:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error("the site did not start");
    await pause(100);
  }
  return { url, usage: () => usageOf(child), stop: () => stop(child) };
}

/** Whether a site serves. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false; // nobody listens yet
    throw error;
  }
}

function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  return ended;
}

/** Clock ticks a second that Linux counts processor time in, on every architecture Node runs on. */
const ticks = 100;

/** The site and what it started; the server of the embedded database, which the bench starts before it, is none of it. */
export function usageOf({ pid }: ChildProcess): Usage | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  const all = [pid, ...childrenOf(pid)].map(readUsage);
  return {
    memory: all.reduce((sum, { memory }) => sum + memory, 0),
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
  };
}

function childrenOf(pid: number): number[] {
  const found = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
  );
  return found.flatMap((child) => [child, ...childrenOf(child)]);
}

function readUsage(pid: number): Usage {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  // The name of the program, in brackets, may hold spaces; user and system time are the 12th and 13th after it.
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
  return { memory: Number(kilobytes) / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / ticks };
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
