import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmdirSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { openEmbedded } from "@/db/embedded/ensure";
import { filesIn } from "@/db/embedded/folder";
import { copyCluster, emptyCluster, endServer } from "@/db/testing/embedded-folder";
import { type Fault, until } from "./fault";

const cases = {
  /** Another program leaves less than the database wants; the numbers are how much, and what it is told to want. */
  "nearly full": { left: 64e6, least: undefined },
  /** What is left is not enough for a table, and nothing has been refused before. */
  "full, in a table": { left: 3e6, least: 0 },
  /** Nothing is left when the log needs a new segment: the engine dies, on a disk that stays full. */
  "full, in the log": { left: 0, least: undefined },
} as const;

/** Fills a small disk under a database that is read and written to, then empties it. Needs the right to mount. */
export async function fillDisks(): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const [name, how] of Object.entries(cases)) {
    const disk = mkdtempSync(path.join(tmpdir(), "verbatim-disk-"));
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=320m", "tmpfs", disk]).status === 0;
    faults.push(
      mounted
        ? await fillDisk(name, disk, how)
        : { name, words: "NOT TRIED: may not mount a disk here", kept: null },
    );
    if (mounted) spawnSync("umount", ["-l", disk]);
    rmdirSync(disk);
  }
  return faults;
}

async function fillDisk(
  name: string,
  disk: string,
  { left, least }: { left: number; least: number | undefined },
): Promise<Fault> {
  const dataDir = path.join(disk, "data");
  copyCluster(await emptyCluster(), dataDir);
  const server = await openEmbedded(dataDir, undefined, least === undefined ? {} : { leastFree: least });
  const sql = postgres({
    ...{ host: server.socketDir, port: 5432, user: "postgres", max: 2, onnotice: () => {} },
    backoff: () => 0.1,
  });
  try {
    await sql`create table kept (number int, words text)`;
    await sql`insert into kept select n, md5(n::text) from generate_series(1, 1000) n`;
    if (least === undefined) await pause(6000); // until space has been set aside
    const ballast = path.join(disk, "ballast");
    fill(ballast, left);
    const refused = await writeUntilRefused(sql, left === 0);
    if (left === 0 && refused === "25006") process.kill(server.pid(), "SIGKILL"); // refused before the log was full
    const read = await until(() => sql`select count(*) from kept`, 120_000);
    await pause(3000);
    const again = await until(() => sql`select count(*) from kept`, 1000);
    rmSync(ballast);
    const written = await until(() => grow(sql), 60_000);
    const [row] = await sql`select count(*)::int as rows from kept where words = md5(number::text)`;
    const words = `writes refused (${refused}), read on after ${seconds(read)}, written to ${seconds(written)} after there was space`;
    const kept =
      again !== null && read !== null && written !== null && written < 15_000 && row?.rows === 1000;
    return { name, words, kept };
  } finally {
    await sql.end({ timeout: 1 });
    await server.close();
    await endServer(dataDir, "SIGKILL");
    await pause(500);
    rmSync(filesIn(dataDir).lock, { force: true });
  }
}

const seconds = (milliseconds: number | null) =>
  milliseconds === null ? "NEVER" : `${(milliseconds / 1000).toFixed(1)} s`;

/** Writes another program's file until so many bytes are left. */
function fill(ballast: string, left: number): void {
  const free = () => {
    const { bavail, bsize } = statfsSync(path.dirname(ballast));
    return bavail * bsize;
  };
  for (const step of [1024 * 1024, 4096]) {
    while (free() >= left + step) appendFileSync(ballast, Buffer.alloc(step));
  }
}

const grow = (sql: postgres.Sql) => sql`insert into kept
  select n, (select string_agg(md5(random()::text), '') from generate_series(1, 200)) from generate_series(1, 50) n`;

/** @param log whether to make the log grow rather than a table @returns how the first refusal was said */
async function writeUntilRefused(sql: postgres.Sql, log: boolean): Promise<string> {
  for (;;) {
    try {
      if (log) await sql`select pg_logical_emit_message(true, 'x', repeat('x', 1000000)), txid_current()`;
      else await grow(sql);
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }
}
