import { spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { environmentForChildren, projectRoot } from "../env";

/** The PostgreSQL that PGlite 0.5.16 is built from: it opens no other major version's files. */
const major = "18";

/** What the files say: not made yet, closed in order, or left by a process that died. */
export function clusterState(cluster: string): "missing" | "closed" | "interrupted" {
  if (!existsSync(cluster)) return "missing";
  // The state of the cluster is the 4-byte integer at offset 16 of pg_control; 1 is "shut down".
  const closed = readFileSync(path.join(cluster, "global/pg_control")).readInt32LE(16) === 1;
  return closed ? "closed" : "interrupted";
}

/** Refuses a folder written by another major version, and says what to do. */
export function refuseOtherMajor(cluster: string): void {
  const version = path.join(cluster, "PG_VERSION");
  const found = existsSync(version) ? readFileSync(version, "utf8").trim() : "unknown";
  if (found === major) return;
  throw new Error(
    `${cluster} was written by PostgreSQL ${found}, and this version of Verbatim reads ${major} only. ` +
      "Export it as text with the version of Verbatim that wrote it and import that text here, " +
      "or set DATA_DIR to another folder to begin anew.",
  );
}

/**
 * Makes a cluster with initdb. That takes 4 to 5 s and some 800 MB that a process never gives back, so it is done
 * in a child that ends; and beside its place, moved there when complete, so that no kill can leave half of one.
 */
export async function createCluster(cluster: string): Promise<void> {
  const folder = path.dirname(cluster);
  const unfinished = `${path.basename(cluster)}.unfinished-`;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(unfinished))
      rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
  const made = path.join(folder, `${unfinished}${process.pid}`);
  await runInitdb(made);
  chmodSync(made, 0o700);
  renameSync(made, cluster);
  writeThrough(folder);
}

/** The child's own program; a path from the project root, as the caller may be bundled elsewhere. */
const program = path.join(/* turbopackIgnore: true */ projectRoot, "db/embedded/initdb.ts");

function runInitdb(target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", program, target], {
      cwd: projectRoot,
      env: environmentForChildren(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr.on("data", (text) => {
      complaint = (complaint + text).slice(-2000);
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb ended with ${signal ?? code}: ${complaint.trim()}`));
    });
  });
}

/** Sends a folder and all within it to the disk. */
export function writeThrough(target: string, { deep = false } = {}): void {
  if (deep) {
    for (const entry of readdirSync(target, { withFileTypes: true })) {
      const inside = path.join(target, entry.name);
      if (entry.isDirectory()) writeThrough(inside, { deep });
      else if (entry.isFile()) fsync(inside);
    }
  }
  fsync(target);
}

function fsync(file: string): void {
  const descriptor = openSync(file, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
