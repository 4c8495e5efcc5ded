/**
 * The process of the embedded database: started under the lock by ./start.ts with the data folder on its command
 * line, shared by every process that connects, gone when the last of them is.
 */
import { statSync, truncateSync } from "node:fs";
import { filesIn } from "./folder";
import { serveFolder } from "./serve";

const [dataDir = "", least] = process.argv.slice(2);
const { log } = filesIn(dataDir);
if (statSync(log).size > 1_000_000) truncateSync(log);

const serving = serveFolder(dataDir, {
  least: least === undefined ? undefined : Number(least),
  note: (line) => console.error(`${new Date().toISOString()} ${process.pid} ${line}`),
  stopped: () => process.exit(0),
});

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const)
  process.on(signal, () => void serving.stop(signal));

serving.start().catch(() => {
  // Those who listen are told before the sockets go.
  setTimeout(() => process.exit(1), 100);
});
