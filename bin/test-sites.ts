import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { stopServer } from "@/db/embedded/stop";
import { projectRoot } from "@/db/env";
import { copyCluster, emptyCluster } from "@/db/testing/embedded-folder";
import { startPlanter } from "@/db/testing/planter";
import { startPostgres } from "@/db/testing/postgres-server";
import { administer } from "@/db/testing/templates";

export type TestSites = {
  /** Addresses for the browser tests, as environment variables. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
};

/**
 * Sites of the same build, each started the way a person starts it: one embedded, one on a real PostgreSQL; and of
 * both a second one, where tests publish and retract what the readers of the first must go on seeing.
 */
export async function startTestSites(): Promise<TestSites> {
  const folder = await mkdtemp(path.join(tmpdir(), "verbatim-e2e-"));
  const postgres = await startPostgres();
  await administer(postgres.url(), async (sql) => {
    await sql.unsafe("create role keeper login; create role desk login");
    await sql.unsafe("create database desk owner keeper");
  });
  /** The desk on PostgreSQL does what it does with no right to change a table; who plants has them all. */
  const twoRoles = {
    DATABASE_URL: postgres.url("desk").replace("postgres@", "desk@"),
    DATABASE_OWNER_URL: postgres.url("desk").replace("postgres@", "keeper@"),
  };
  const wanted = {
    E2E_EMBEDDED: "",
    E2E_POSTGRES: postgres.url(),
    E2E_DESK_EMBEDDED: "",
    E2E_DESK_POSTGRES: postgres.url("desk"),
  };
  const metricsToken = randomUUID();
  const planter = await startPlanter();
  const cluster = await emptyCluster();
  const env: Record<string, string> = { E2E_METRICS_TOKEN: metricsToken, E2E_PLANTER: planter.url };
  const starts = Object.entries(wanted).map(async ([name, address]) => {
    const dataDir = path.join(folder, name);
    const logFile = path.join(folder, `${name}.log`);
    // One embedded site makes its cluster, as a person's first start does; the other need not prove that again.
    if (name === "E2E_DESK_EMBEDDED") copyCluster(cluster, dataDir);
    // Metrics are open on the sites of the desk alone: on the others there are none.
    const METRICS_TOKEN = name.startsWith("E2E_DESK") ? metricsToken : "";
    const roles = name === "E2E_DESK_POSTGRES" ? twoRoles : { DATABASE_URL: address };
    const site = await startSite({ DATA_DIR: dataDir, METRICS_TOKEN, ...roles }, logFile);
    Object.assign(env, {
      [name]: site.url,
      [`${name}_DATA_DIR`]: dataDir,
      [`${name}_DATABASE_URL`]: address,
      [`${name}_LOG`]: logFile,
    });
    return site;
  });
  const sites = await Promise.all(starts);
  return {
    env,
    async stop() {
      await planter.stop();
      await Promise.all(sites.map((site) => stopSite(site.child)));
      // The embedded server outlives its last user by some seconds, and would write into a folder that is going.
      await Promise.all(Object.keys(wanted).map((name) => stopServer(path.join(folder, name))));
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Site = { readonly url: string; readonly child: ChildProcess };

async function startSite(env: Record<string, string>, logFile: string): Promise<Site> {
  const port = await freePort();
  const child = spawn(process.execPath, ["--import", "tsx", path.join(projectRoot, "bin/start.ts")], {
    cwd: projectRoot,
    // All tests ask from one address, and much.
    env: { ...process.env, DRAWINGS_PER_MINUTE: "1000000", ...env, PORT: String(port), HOST: "localhost" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  child.stderr!.pipe(createWriteStream(logFile)); // piped, as asked for above
  const url = `http://localhost:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null)
      throw new Error(`The site for the browser tests did not start:\n${await readFile(logFile, "utf8")}`);
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
