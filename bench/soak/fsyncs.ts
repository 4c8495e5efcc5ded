import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDatabase } from "@/db/client";
import { openEmbedded } from "@/db/embedded/ensure";
import { makeFolder } from "./folder";

export type Fsyncs = { readonly words: string; readonly enough: boolean | null };

const commits = 100;

/** Counts with strace how often the database sends its files to the disk while it commits; null where it cannot. */
export async function countFsyncs(): Promise<Fsyncs> {
  if (spawnSync("strace", ["-V"]).status !== 0)
    return { words: "fsync NOT COUNTED: there is no strace here", enough: null };
  const folder = await makeFolder();
  const logs = mkdtempSync(path.join(tmpdir(), "verbatim-strace-"));
  try {
    const log = path.join(logs, "calls");
    const database = await openDatabase({ dataDir: folder.dataDir }, { max: 1 });
    const server = await openEmbedded(folder.dataDir);
    const calls = ["-f", "-q", "-e", "trace=fsync,fdatasync", "-o", log, "-p", String(server.pid())];
    const strace = spawn("strace", calls, { stdio: ["ignore", "ignore", "pipe"] });
    const attached = new Promise((resolve) => setTimeout(resolve, 1000));
    const ended = new Promise((resolve) => strace.once("close", resolve));
    await attached;
    await database.sql`create table kept (number int)`;
    for (let number = 1; number < commits; number++) await database.sql`insert into kept values (${number})`;
    strace.kill("SIGINT");
    await ended;
    await server.close();
    await database.close();
    const counted = readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => /\bf(data)?sync\(.*= 0/.test(line)).length;
    return { words: `${counted} calls of fsync for ${commits} commits`, enough: counted >= commits };
  } finally {
    rmSync(logs, { recursive: true, force: true });
    await folder.remove();
  }
}
