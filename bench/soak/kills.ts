import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "@/db/client";
import { openEmbedded } from "@/db/embedded/ensure";
import { whatIsWrong } from "./holds";
import { startWriter, type Writer } from "./writer-process";

export type Kills = {
  cycles: number;
  readonly killed: Record<Target, number>;
  acknowledged: number;
  lost: readonly string[];
  /** How long after each kill the database answered again. */
  readonly back: number[];
};

const targets = ["database", "writer", "both"] as const;
type Target = (typeof targets)[number];

/**
 * Kills the database, the writer or both at random moments, over and over on the same folder, and asks after each kill
 * whether all that was acknowledged is there. Stops at the first time it is not.
 */
export async function runKills(
  dataDir: string,
  cycles: number,
  random: () => number,
  progress: (kills: Kills) => void,
): Promise<Kills> {
  const kills: Kills = {
    cycles: 0,
    killed: { database: 0, writer: 0, both: 0 },
    acknowledged: 0,
    lost: [],
    back: [],
  };
  const acknowledged: string[] = [];
  let writer: Writer | null = null;
  try {
    while (kills.cycles < cycles && kills.lost.length === 0) {
      if (writer === null) {
        writer = startWriter(dataDir, (kills.cycles + 1) * 10_000, acknowledged);
        await writer.ready;
      }
      const target = targets[Math.floor(random() * targets.length)]!;
      await pause(20 + random() * 1000);
      if (target !== "writer") await killDatabase(dataDir);
      if (target !== "database") {
        await writer.kill();
        writer = null;
      }
      kills.killed[target]++;
      const killed = performance.now();
      const database = await openDatabase({ dataDir }, { max: 2 });
      try {
        await database.sql`select 1`;
        kills.back.push(performance.now() - killed);
        kills.lost = await whatIsWrong(database, acknowledged);
      } finally {
        await database.close();
      }
      kills.acknowledged = acknowledged.length;
      kills.cycles++;
      progress(kills);
    }
  } finally {
    await writer?.kill();
  }
  return kills;
}

/** By the process that the server itself names on its socket. */
async function killDatabase(dataDir: string): Promise<void> {
  const server = await openEmbedded(dataDir);
  process.kill(server.pid(), "SIGKILL");
  await server.close();
}
