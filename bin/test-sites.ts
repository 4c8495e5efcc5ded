import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { projectRoot } from "@/db/env";
import { startPostgres } from "@/db/testing/postgres-server";

export type TestSites = {
  /** Addresses for the browser tests, as environment variables. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
};

/** Two sites of the same build, each started the way a person starts it: one embedded, one on a real PostgreSQL. */
export async function startTestSites(): Promise<TestSites> {
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-e2e-"));
  const postgres = await startPostgres();
  const dataDir = { embedded: path.join(folder, "data"), postgres: path.join(folder, "secret") };
  const sites = [
    await startSite({ DATA_DIR: dataDir.embedded, DATABASE_URL: "" }),
    await startSite({ DATA_DIR: dataDir.postgres, DATABASE_URL: postgres.url() }),
  ];
  const [embedded, onPostgres] = sites;
  return {
    env: {
      E2E_EMBEDDED: embedded!.url,
      E2E_EMBEDDED_DATA_DIR: dataDir.embedded,
      E2E_POSTGRES: onPostgres!.url,
      E2E_POSTGRES_DATA_DIR: dataDir.postgres,
      E2E_POSTGRES_DATABASE_URL: postgres.url(),
    },
    async stop() {
      await Promise.all(sites.map((site) => stopSite(site.child)));
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Site = { readonly url: string; readonly child: ChildProcess };

async function startSite(env: Record<string, string>): Promise<Site> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", path.join(projectRoot, "bin/start.ts")], {
    cwd: projectRoot,
    env: { ...process.env, ...env, PORT: String(port), HOST: "localhost" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  const url = `http://localhost:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`The site for the browser tests did not start:\n${said}`);
    await pause(100);
  }
  return { url, child };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok;
  } catch (error) {
    if (error instanceof TypeError) return false; // nobody listens yet
    throw error;
  }
}

function stopSite(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "localhost", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
