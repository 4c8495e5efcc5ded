import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../client";
import { takeLease } from "../embedded/lease";
import { findBroken } from "./broken-promises";
import { startWriter, type Writer } from "./writer-process";

/** Who is killed, in turn: `opening` is the database, and the one that takes its place while that opens. */
const targets = ["database", "writer", "both", "opening"] as const;
type Target = (typeof targets)[number];

export type Kills = {
  cycles: number;
  readonly killed: Record<Target, number>;
  readonly acknowledged: string[];
  /** In sentences, what did not hold. */
  broken: readonly string[];
  /** How long after a kill that was looked at the database answered again, in milliseconds. */
  readonly back: number[];
};

export type KillsWanted = {
  readonly cycles: number;
  /** How long a kill waits at most after a figure was acknowledged, in milliseconds. */
  readonly longestWait: number;
  /** After how many kills what is there is looked at: nothing is ever deleted, so what one breaks stays broken. */
  readonly lookEvery: number;
  readonly progress?: (kills: Kills) => void;
};

/**
 * Kills the database, a process that writes to it as the site does, or both, at random moments, over and over on the
 * same folder: in four cycles the database four times. Between two kills somebody must be able to write, without being
 * started anew where it was not killed itself. Everything that was ever acknowledged must be there, and the database in
 * order; stops where it is not.
 */
export async function runKills(
  dataDir: string,
  { cycles, longestWait, lookEvery, progress }: KillsWanted,
): Promise<Kills> {
  const killed = { database: 0, writer: 0, both: 0, opening: 0 };
  const kills: Kills = { cycles: 0, killed, acknowledged: [], broken: [], back: [] };
  const start = () => startWriter(dataDir, (kills.cycles + 1) * 1000, kills.acknowledged);
  let writer: Writer = start();
  try {
    while (kills.cycles < cycles && kills.broken.length === 0) {
      await writer.writes();
      const target = targets[kills.cycles % targets.length]!; // below their number
      await pause(Math.random() * longestWait);
      const [began, died] = [performance.now(), target === "writer" ? null : await killDatabase(dataDir)];
      if (target === "writer" || target === "both") await writer.kill();
      if (target === "opening") await killWhileOpening(dataDir, died);
      kills.cycles++;
      kills.killed[target]++;
      if (target === "writer" || target === "both") writer = start();
      if (kills.cycles === cycles || kills.cycles % lookEvery === 0) await look(dataDir, kills, began);
      progress?.(kills);
    }
  } finally {
    await writer.kill();
  }
  return kills;
}

async function look(dataDir: string, kills: Kills, began: number): Promise<void> {
  // Before the database is asked: what is acknowledged later need not be there yet.
  const acknowledged = [...kills.acknowledged];
  const database = await openDatabase({ dataDir }, { max: 2 });
  try {
    await database.sql`select 1`;
    kills.back.push(performance.now() - began);
    kills.broken = await findBroken(database, acknowledged);
  } finally {
    await database.close();
  }
}

/** Kills the process that the server itself names on its socket. @returns its id, or null where there is none */
async function killDatabase(dataDir: string): Promise<number | null> {
  const lease = await takeLease(dataDir);
  if (lease === null) return null;
  const known = await lease.until(({ pid }) => pid !== undefined);
  const pid = lease.server.pid ?? null;
  if (known && pid !== null) process.kill(pid, "SIGKILL");
  await lease.gone;
  return pid;
}

/** The writer's own watchdog starts the next server, which is killed at some moment of its opening. */
async function killWhileOpening(dataDir: string, died: number | null): Promise<void> {
  for (;;) {
    const lease = await takeLease(dataDir);
    if (lease !== null && (await lease.until(({ pid }) => pid !== undefined)) && lease.server.pid !== died) {
      await pause(Math.random() * 700);
      // Held all the while, so the process id cannot be another's by now.
      process.kill(lease.server.pid!, "SIGKILL");
      await lease.gone;
      return;
    }
    await lease?.end();
    await pause(10);
  }
}
