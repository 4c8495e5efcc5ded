import { setTimeout as pause } from "node:timers/promises";
import { type Lease, takeLease } from "./lease";
import { startServer } from "./start";
import type { ServerState } from "./talk";
import { killServer, watch } from "./watchdog";

export type EmbeddedOptions = {
  /** Refuse writes below so many free bytes. */
  leastFree?: number;
  /** How long a statement may keep the server from answering before it is taken for hung. */
  patience?: number;
};

/** A running embedded server, of which we hold a lease. */
export type Embedded = {
  socketDir: string;
  /** The server's process, which changes when the watchdog has had to start another. */
  pid(): number;
  /** Runs `work` while no other user runs its own. The lock goes with our connection if we die. */
  withSetupLock<T>(work: () => Promise<T>): Promise<T>;
  /** Lets go of the server, which ends soon after its last user has. */
  close(): Promise<void>;
  /** Calls `lost` whenever the server has gone and another is being found or started. */
  onLost(lost: () => void): void;
};

/** Finds the running server of a data folder or starts one, and keeps it running until closed. */
export async function openEmbedded(
  dataDir: string,
  report: (line: string) => void = () => {},
  options: EmbeddedOptions = {},
): Promise<Embedded> {
  const reach = (tell: (line: string) => void) => reachServer(dataDir, tell, options);
  const watched = watch(await reach(report), () => reach(() => {}), options.patience);
  return {
    get socketDir() {
      return watched.lease().socketDir;
    },
    pid: () => watched.lease().server.pid!,
    withSetupLock: oneAtATime(async (work) => {
      const lease = watched.lease();
      await lease.acquire();
      try {
        return await work();
      } finally {
        lease.release();
      }
    }),
    close: () => watched.end(),
    onLost: watched.onLost,
  };
}

type Runner = <T>(work: () => Promise<T>) => Promise<T>;

/** The server knows us as one user, so within our process we keep a line of our own. */
function oneAtATime(run: Runner): Runner {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(() => run(work));
    last = mine.catch(() => {});
    return mine;
  };
}

/** How long a server may be neither reachable nor ended before something must be wrong. */
const longestSearch = 30_000;

/**
 * Any number of processes may do this at once: the kernel's lock lets one server live, and the starts that found
 * it taken go back to looking for the socket of the one that has it.
 */
async function reachServer(
  dataDir: string,
  report: (line: string) => void,
  options: EmbeddedOptions,
): Promise<Lease> {
  const deadline = performance.now() + longestSearch;
  let start: ReturnType<typeof startServer> | null = null;
  while (performance.now() < deadline) {
    const lease = await takeLease(dataDir);
    if (lease && (await becomesReady(lease, report))) return lease;
    const ended = start?.ended() ?? null;
    if (ended instanceof Error) throw ended;
    if (!lease && (start === null || ended === "gone")) start = startServer(dataDir, options.leastFree);
    await pause(25);
  }
  throw new Error(`The embedded database in ${dataDir} is locked by a process that does not answer.`);
}

const inWords: Partial<Record<ServerState, string>> = {
  creating: "Creating the database (a few seconds, the first time only)",
  opening: "Opening the database",
  recovering: "Recovering the database after an interruption",
};

/** Far more than creating a cluster or replaying its log takes; a server that needs longer is stuck. */
const longestOpening = 180_000;

/** Follows a server until it is ready; false when it is one that is just going. */
async function becomesReady(lease: Lease, report: (line: string) => void): Promise<boolean> {
  const limit = setTimeout(() => killServer(lease), longestOpening);
  try {
    return await follow(lease, report);
  } finally {
    clearTimeout(limit);
  }
}

async function follow(lease: Lease, report: (line: string) => void): Promise<boolean> {
  for (let reported: ServerState | undefined; ; reported = lease.server.state) {
    const last = reported;
    if (!(await lease.until(({ state }) => state !== last))) return false;
    const { state, why } = lease.server;
    if (state === "ready") return true;
    if (state === "failed") throw new Error(why);
    if (state === "stopping") {
      await lease.gone;
      return false;
    }
    if (state && inWords[state]) report(inWords[state]);
  }
}
