import { setTimeout as pause } from "node:timers/promises";
import type { Lease } from "./lease";

const betweenPings = 2000;
/** A statement that takes longer than this on the embedded server ends it. */
const defaultPatience = 10_000;
/** Migrations and seeding may take longer, for instance to build an index. */
const patienceWhileSettingUp = 600_000;

export type Watched = { lease(): Lease; onLost(lost: () => void): void; end(): Promise<void> };

/**
 * Keeps a server running for as long as we use it: kills it when it stops answering, and reaches for another
 * whenever ours is gone. Every using process has such a watchdog. They cannot fight: killing is by the process id
 * that this very connection was told, and the lock lets one new server live, which all of them find.
 */
export function watch(first: Lease, reach: () => Promise<Lease>, patience = defaultPatience): Watched {
  let lease = first;
  let ended = false;
  const losses: (() => void)[] = [];

  void (async () => {
    for (;;) {
      const stopPinging = keepPinging(lease, patience);
      await lease.gone;
      stopPinging();
      if (ended) return;
      for (const lost of losses) lost();
      lease = await reachAgain(reach, () => ended);
      if (ended) return void lease.end();
    }
  })().catch(() => {
    // Ended while reaching: there is nothing left to watch.
  });

  return {
    lease: () => lease,
    onLost: (lost) => void losses.push(lost),
    async end() {
      ended = true;
      await lease.end();
    },
  };
}

/** Tries until it works, waiting longer each time, up to 5 s; a full disk may be emptied, a folder mended. */
async function reachAgain(reach: () => Promise<Lease>, ended: () => boolean): Promise<Lease> {
  for (let wait = 100; ; wait = Math.min(wait * 2, 5000)) {
    try {
      return await reach();
    } catch (error) {
      if (ended()) throw error;
      console.error(`The embedded database is away: ${(error as Error).message}`);
      await pause(wait, undefined, { ref: false });
    }
  }
}

/**
 * Counts its own ticks rather than time: when this process is the one that was held up (a long computation, a
 * laptop asleep) its ticks stop too, and the server is not blamed.
 */
function keepPinging(lease: Lease, patience: number): () => void {
  const tick = Math.min(betweenPings, patience / 5);
  let sent = 0;
  let unanswered = 0;
  const timer = setInterval(() => {
    if (sent === (lease.server.pong ?? 0)) {
      unanswered = 0;
      lease.ping(++sent);
      return;
    }
    unanswered += tick;
    if (unanswered >= (lease.server.settingUp ? patienceWhileSettingUp : patience)) killServer(lease);
  }, tick);
  timer.unref();
  return () => clearInterval(timer);
}

/** Ends the server at the other end of a lease that is still open, so the process id cannot be another's by now. */
export function killServer({ server }: Lease): void {
  if (server.pid === undefined) return;
  try {
    process.kill(server.pid, "SIGKILL");
  } catch {
    // It is gone already, and its connection with it.
  }
}
