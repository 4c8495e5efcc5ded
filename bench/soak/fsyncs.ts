import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "@/db/client";
import { openEmbedded } from "@/db/embedded/ensure";
import type { Fault } from "./fault";
import { makeFolder } from "./folder";

const name = "fsync";
const commits = 100;

/** Counts with strace how often the database sends its log to the disk while it commits. */
export async function countFsyncs(): Promise<Fault> {
  if (spawnSync("strace", ["-V"]).status !== 0)
    return { name, words: "NOT COUNTED: there is no strace here", kept: null };
  const folder = await makeFolder();
  const logs = mkdtempSync(path.join(tmpdir(), "verbatim-strace-"));
  try {
    const log = path.join(logs, "calls");
    const database = await openDatabase({ dataDir: folder.dataDir }, { max: 1 });
    const server = await openEmbedded(folder.dataDir);
    await database.sql`create table kept (number int)`;
    // -y names the file of each call: only those on the log of the database count.
    const calls = ["-f", "-y", "-e", "trace=fsync,fdatasync", "-o", log, "-p", String(server.pid())];
    const strace = spawn("strace", calls, { stdio: ["ignore", "ignore", "pipe"] });
    let attached = false;
    strace.stderr.on("data", () => {
      attached = true; // it says "Process … attached"
    });
    const ended = new Promise((resolve) => strace.once("close", resolve));
    while (!attached && strace.exitCode === null) await pause(20);
    for (let number = 0; number < commits; number++) await database.sql`insert into kept values (${number})`;
    strace.kill("SIGINT");
    await ended;
    await server.close();
    await database.close();
    const counted = readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => /\bf(data)?sync\(\d+<[^>]*\/pg_wal\/[^>]*>\) *= 0/.test(line)).length;
    return { name, words: `${counted} calls on the log for ${commits} commits`, kept: counted >= commits };
  } finally {
    rmSync(logs, { recursive: true, force: true });
    await folder.remove();
  }
}
