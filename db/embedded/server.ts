/**
 * The process of the embedded database: started under the lock by ./start.ts with the data folder on its command
 * line, shared by every process that connects, gone when the last of them is.
 */
import { statSync, truncateSync, writeSync } from "node:fs";
import { filesIn } from "./folder";
import { serveFolder } from "./serve";

const [dataDir = "", least] = process.argv.slice(2);
const { log } = filesIn(dataDir);
if (statSync(log).size > 1_000_000) truncateSync(log);

// The log lies beside the database. That it cannot be written to, as on a full or read-only disk, is no reason to end.
Object.assign(process.stderr, {
  write(piece: string | Uint8Array): boolean {
    try {
      writeSync(process.stderr.fd, piece.toString());
      return true;
    } catch {
      return false;
    }
  },
});

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
