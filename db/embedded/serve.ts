import { clusterState, createCluster, refuseOtherMajor } from "./cluster";
import { Control } from "./control";
import { freeSpace, giveUpReserve, leastFree, refuseWritesWhenFull } from "./disk";
import { openDurable } from "./durable";
import { filesIn, makeSocketFolder } from "./folder";
import { serveWire, type Wire } from "./wire";

/** The database of a data folder, served on its sockets. */
export type Serving = {
  /** Opens it; where that fails its users are told before anybody else. */
  start(): Promise<void>;
  /** Closes it in order; however often it is asked. */
  stop(why: string): Promise<void>;
};

type Wanted = {
  /** Refuse writes below so many free bytes. */
  readonly least?: number;
  readonly note: (line: string) => void;
  /** Called when it is closed, also where that was because nobody used it. */
  readonly stopped?: () => void;
};

/** Serves a data folder, until nobody uses it or it is stopped. Whoever calls holds its lock, or made it for itself. */
export function serveFolder(dataDir: string, { least = leastFree, note, stopped }: Wanted): Serving {
  const { cluster } = filesIn(dataDir);
  let wire: Wire | undefined;
  let lookNoMore = async () => {};
  let stopping: Promise<void> | undefined;

  const control = new Control(makeSocketFolder(dataDir), {
    // Between two statements the answer comes at once, so that a long transaction is not taken for a hang.
    ping: async () => (wire?.busy() ? undefined : wire?.alone((pglite) => pglite.query("select 1"))),
    leave: () => void stop("nobody uses it"),
  });

  function tell(...[state, more]: Parameters<Control["tell"]>): void {
    note(state);
    control.tell(state, more);
  }

  async function open(): Promise<void> {
    await control.listen();
    if (clusterState(cluster) === "missing") {
      if ((await freeSpace(dataDir)) < least)
        throw new Error(`There is too little free space for a database in ${dataDir}.`);
      tell("creating");
      await createCluster(cluster);
    }
    refuseOtherMajor(cluster);
    if (giveUpReserve(dataDir, await freeSpace(dataDir))) note("the disk is full: its reserve is given up");
    tell(clusterState(cluster) === "interrupted" ? "recovering" : "opening");
    const pglite = await openDurable(cluster);
    const { rows } = await pglite.query<{ server_version: string }>("show server_version");
    const lookOn = await refuseWritesWhenFull(pglite, dataDir, least);
    wire = await serveWire(pglite, makeSocketFolder(dataDir));
    lookNoMore = lookOn(wire);
    tell("ready", { version: rows[0]!.server_version });
  }

  async function close(why: string): Promise<void> {
    note(`stopping: ${why}`);
    control.tell("stopping");
    await lookNoMore();
    await wire?.alone(async (pglite) => {
      await wire?.close();
      await pglite.exec("checkpoint");
      await pglite.close();
    });
    control.close();
    note("stopped");
    stopped?.();
  }

  function stop(why: string): Promise<void> {
    stopping ??= close(why);
    return stopping;
  }

  return {
    async start() {
      try {
        await open();
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        note(`failed: ${why}`);
        control.tell("failed", { why });
        control.close();
        throw error;
      }
    },
    stop,
  };
}
