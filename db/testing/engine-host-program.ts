/**
 * A process that serves many embedded databases, for tests to which it does not matter that a database has no process
 * of its own: compiling the engine takes more than a second of processor time, and what V8 makes better of it while it
 * runs some more; here it is done once. Its argument is the socket on which it is asked; it ends with who started it.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { createServer } from "node:net";
import { type Serving, serveFolder } from "../embedded/serve";
import { hear, say } from "../embedded/talk";
import type { FromHost, ToHost } from "./engine-host";

/** Nobody looks at what these databases left on the disk: what is killed, or must survive, has a process of its own. */
fs.fsyncSync = () => {};
syncBuiltinESMExports();

const served = new Map<string, Serving>();

async function carryOut({ serve, leave }: ToHost): Promise<void> {
  if (serve !== undefined) {
    const serving = serveFolder(serve, { note: () => {}, stopped: () => served.delete(serve) });
    served.set(serve, serving);
    await serving.start();
  }
  if (leave !== undefined) await served.get(leave)?.stop("its test is over");
}

createServer((socket) => {
  socket.on("error", () => socket.destroy());
  hear<ToHost>(socket, async (words) => {
    const answer: FromHost = await carryOut(words).then(
      () => ({ done: true }),
      (error: Error) => ({ done: false, why: error.stack ?? error.message }),
    );
    say(socket, answer);
  });
}).listen(process.argv[2], () => process.stdout.write("listening\n"));

process.stdin.resume().once("close", () => process.exit(0));
