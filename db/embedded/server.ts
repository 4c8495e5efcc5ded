/**
 * The process of the embedded database: started under the lock by ./start.ts with the data folder on its command
 * line, shared by every process that connects, gone when the last of them is.
 */
import { statSync, truncateSync } from "node:fs";
import { clusterState, createCluster, refuseOtherMajor } from "./cluster";
import { Control } from "./control";
import { freeSpace, giveUpReserve, leastFree, refuseWritesWhenFull } from "./disk";
import { openDurable } from "./durable";
import { filesIn, makeSocketFolder } from "./folder";
import { serveWire, type Wire } from "./wire";

const dataDir = process.argv[2]!;
const least = Number(process.argv[3] ?? leastFree);
const { cluster, log } = filesIn(dataDir);

let wire: Wire | undefined;
let stopping = false;

const control = new Control(makeSocketFolder(dataDir), {
  // Between two statements the answer comes at once, so that a long transaction is not taken for a hang.
  ping: async () => (wire?.busy() ? undefined : wire?.alone((pglite) => pglite.query("select 1"))),
  leave: () => void stop("nobody uses it"),
});

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop(signal));

try {
  if (statSync(log).size > 1_000_000) truncateSync(log);
  await control.listen();
  await start();
} catch (error) {
  const why = error instanceof Error ? error.message : String(error);
  note(`failed: ${why}`);
  control.tell("failed", { why });
  control.close();
  // Those who listen are told before the sockets go.
  setTimeout(() => process.exit(1), 100);
}

async function start(): Promise<void> {
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
  lookOn(wire);
  tell("ready", { version: rows[0]!.server_version });
}

async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  note(`stopping: ${why}`);
  control.tell("stopping");
  await wire?.alone(async (pglite) => {
    await wire?.close();
    await pglite.exec("checkpoint");
    await pglite.close();
  });
  control.close();
  note("stopped");
  process.exit(0);
}

function tell(...[state, more]: Parameters<Control["tell"]>): void {
  note(state);
  control.tell(state, more);
}

function note(line: string): void {
  console.error(`${new Date().toISOString()} ${process.pid} ${line}`);
}
