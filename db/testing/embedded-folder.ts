import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { createCluster } from "../embedded/cluster";
import { filesIn } from "../embedded/folder";
import { takeLease } from "../embedded/lease";
import { projectRoot } from "../env";

/** Where what the tests make stays from run to run: a folder from which packages are found. */
export function cacheFolder(): string {
  const cache = path.join(projectRoot, "node_modules/.cache/verbatim");
  mkdirSync(cache, { recursive: true });
  return cache;
}

/** An empty cluster made once per version of PGlite: initdb takes 4 to 6 s of processor time. */
export async function emptyCluster(): Promise<string> {
  const manifest = path.join(projectRoot, "node_modules/@electric-sql/pglite/package.json");
  const cache = cacheFolder();
  const cluster = path.join(cache, `cluster-${JSON.parse(readFileSync(manifest, "utf8")).version}`);
  if (existsSync(cluster)) return cluster;
  const workshop = mkdtempSync(path.join(cache, "making-"));
  try {
    await createCluster(path.join(workshop, "cluster"));
    // Another run may have put one there meanwhile; either will do.
    if (!existsSync(cluster)) renameSync(path.join(workshop, "cluster"), cluster);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return cluster;
}

/** To make its usual 128 MB ready is a third of what the engine does to open, and tests open it hundreds of times. */
const small = "\nshared_buffers = 16MB\n";

/** Makes a data folder out of a cluster at rest. */
export function copyCluster(cluster: string, dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const copy = filesIn(dataDir).cluster;
  const { status, stderr } = spawnSync("cp", ["-R", cluster, copy], { encoding: "utf8" });
  if (status !== 0) throw new Error(`cp: ${stderr}`);
  appendFileSync(path.join(copy, "postgresql.conf"), small);
}

/** Ends the server of a data folder and waits until it is gone: in order, or by force when nothing need be kept. */
export async function endServer(dataDir: string, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  const lease = await takeLease(dataDir);
  if (!lease) return;
  if (await lease.until(({ pid }) => pid !== undefined)) process.kill(lease.server.pid!, signal);
  await lease.gone;
}
