import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type PostgresServer, startPostgres, startReplica } from "@/db/testing/postgres-server";
import type { Site } from "./accounts";

/** A process of a site, as a person starts it. */
export type Machine = Site & {
  /** Tells it to stop. */
  stop(): void;
  /** With which code it ended, once it has. */
  readonly ended: Promise<number | null>;
  log(): string;
};

export type Machines = {
  readonly primary: PostgresServer;
  readonly replica: PostgresServer;
  /** Two processes on the primary alone. */
  readonly plain: readonly [Machine, Machine];
  /** One that has a replica as well. */
  readonly replicated: Machine;
  stop(): Promise<void>;
};

/** Several processes of one site on one PostgreSQL, that has a replica. */
export async function startMachines(): Promise<Machines> {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-machines-"));
  const primary = await startPostgres();
  const DATA_DIR = path.join(folder, "data");
  const env = { DATA_DIR, DATABASE_URL: primary.url(), STOP_SECONDS: "20" };
  const first = await startMachine(env, path.join(folder, "first.log"));
  const replica = await startReplica(primary);
  const rest = { ...env, DATABASE_REPLICA_URLS: replica.url() };
  const second = await startMachine(env, path.join(folder, "second.log"));
  const replicated = await startMachine(rest, path.join(folder, "replicated.log"));
  const all = [first, second, replicated];
  return {
    primary,
    replica,
    plain: [first, second],
    replicated,
    async stop() {
      for (const machine of all) machine.stop();
      await Promise.all(all.map(({ ended }) => ended));
      await replica.stop();
      await primary.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A further process of a site. */
export async function startMachine(env: Record<string, string>, logFile: string): Promise<Machine> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", "bin/start.ts"], {
    env: { ...process.env, DRAWINGS_PER_MINUTE: "1000000", ...env, PORT: String(port), HOST: "localhost" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  child.stderr!.pipe(createWriteStream(logFile)); // piped, as asked for above
  const log = () => readFileSync(logFile, "utf8");
  const url = `http://localhost:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`A site did not start:\n${log()}`);
    await pause(100);
  }
  return { url, env, stop: () => void child.kill("SIGTERM"), ended: endOf(child), log };
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null) await once(child, "exit");
  return child.exitCode;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false; // nobody listens yet
    throw error;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "localhost");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
