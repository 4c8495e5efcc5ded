import { execFile } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { open, statfs } from "node:fs/promises";
import { promisify } from "node:util";
import type { PGlite } from "@electric-sql/pglite";
import { filesIn } from "./folder";
import type { Wire } from "./wire";

/** Below this much free space nothing is written any more: a full disk in the middle of a write ends the engine. */
export const leastFree = 128 * 1024 * 1024;

const betweenLooks = 2000;

export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Room for two segments of the log: an engine that died for want of space needs a new one to open again. */
const reserved = 32 * 1024 * 1024;

/**
 * Sets space aside, so that a database on a full disk can at least be opened and read. Called again and again: it does
 * something only where there is none yet, and more than enough space for one.
 */
async function keepReserve(dataDir: string, free: number, least: number): Promise<void> {
  const { reserve } = filesIn(dataDir);
  if (existsSync(reserve) || free < least + 2 * reserved) return;
  await promisify(execFile)("fallocate", ["-l", String(reserved), reserve]);
}

/** Gives the reserve up where the disk is full. @returns whether it did */
export function giveUpReserve(dataDir: string, free: number): boolean {
  const { reserve } = filesIn(dataDir);
  if (free >= reserved || !existsSync(reserve)) return false;
  rmSync(reserve);
  return true;
}

/**
 * Why nothing may be written now; null where it may. A disk that has turned read-only shows in nothing but the attempt
 * to open a file for writing: the first commit there would end the engine, which could not be opened again.
 */
async function whyNot(folder: string, least: number): Promise<string | null> {
  try {
    await (await open(filesIn(folder).log, "a")).close();
  } catch (error) {
    return `The disk cannot be written to: writes are refused (${error}).`;
  }
  return (await freeSpace(folder)) < least ? "The disk is nearly full: writes are refused." : null;
}

/**
 * Lets no new transaction write while the disk is nearly full or read-only; reading goes on. All connections share one session,
 * so setting it once holds for everybody, and PostgreSQL itself refuses (25006 read_only_sql_transaction).
 * @returns when it has looked once, before anybody can write, what looks on while the engine is served, until told
 * to look no more; it then waits for a look that is under way, which may be setting space aside
 */
export async function refuseWritesWhenFull(
  pglite: PGlite,
  folder: string,
  least: number,
): Promise<(wire: Wire) => () => Promise<void>> {
  let refusing: string | null = null;
  const look = async (alone: Wire["alone"]) => {
    const why = await whyNot(folder, least);
    if (why === refusing) return;
    await alone((engine) => engine.exec(`set default_transaction_read_only = ${why ? "on" : "off"}`));
    refusing = why; // once it is so: otherwise the next look says it again
    console.error(why ?? "The disk can be written to again: writes go on.");
  };
  await look((work) => work(pglite));
  return (wire) => {
    const lookOn = async () => {
      await look(wire.alone);
      if (refusing === null) await keepReserve(folder, await freeSpace(folder), least);
    };
    let looking = Promise.resolve();
    const timer = setInterval(() => {
      looking = looking.then(lookOn).catch(console.error);
    }, betweenLooks).unref();
    return async () => {
      clearInterval(timer);
      await looking;
    };
  };
}
