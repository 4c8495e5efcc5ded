import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { writeThrough } from "./cluster";
import { filesIn, makeDataFolder } from "./folder";

const alreadyLocked = 75;

/**
 * Puts a cluster at rest in the place of a data folder's own, which is kept beside it. Under the server's own lock,
 * so that no server has either open.
 * @returns where the old one is now, or null where there was none
 */
export function replaceCluster(dataDir: string, made: string): string | null {
  makeDataFolder(dataDir);
  const { cluster, lock } = filesIn(dataDir);
  const aside = existsSync(cluster) ? freeName(`${cluster}.before-${day()}`) : null;
  const moves = aside === null ? `mv "$2" "$1"` : `mv "$1" "$3" && mv "$2" "$1"`;
  const { status, stderr } = spawnSync(
    "flock",
    ["-n", "-E", String(alreadyLocked), lock, "sh", "-c", moves, "sh", cluster, made, aside ?? ""],
    { encoding: "utf8" },
  );
  if (status === alreadyLocked)
    throw new Error(`The database in ${dataDir} is in use: stop the site first, then restore.`);
  if (status !== 0) throw new Error(`The database in ${dataDir} could not be put in place: ${stderr}`);
  writeThrough(path.dirname(cluster));
  return aside;
}

const day = () => new Date().toISOString().slice(0, 10);

function freeName(wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}
