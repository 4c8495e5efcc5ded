import { statfs } from "node:fs/promises";
import type { Wire } from "./wire";

/** Below this much free space nothing is written any more: a full disk in the middle of a write ends the engine. */
export const leastFree = 128 * 1024 * 1024;

const betweenLooks = 2000;

export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Lets no new transaction write while the disk is nearly full; reading goes on. All connections share one session,
 * so setting it once holds for everybody, and PostgreSQL itself refuses (25006 read_only_sql_transaction).
 */
export function refuseWritesWhenFull(wire: Wire, folder: string, least: number): () => void {
  let refusing = false;
  const look = async () => {
    const full = (await freeSpace(folder)) < least;
    if (full === refusing) return;
    refusing = full;
    console.error(
      full ? "The disk is nearly full: writes are refused." : "There is space again: writes go on.",
    );
    await wire.alone((pglite) => pglite.exec(`set default_transaction_read_only = ${full ? "on" : "off"}`));
  };
  const timer = setInterval(() => void look().catch(console.error), betweenLooks);
  void look().catch(console.error);
  return () => clearInterval(timer);
}
