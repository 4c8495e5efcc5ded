import { rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { postgresSocket } from "./folder";
import { Session } from "./session";
import { Turns } from "./turns";

/** How long a transaction may stay open and silent while somebody waits: a busy site may be slow to speak on. */
const longestSilence = 10_000;

export type Wire = {
  /** Runs `work` on the engine between two turns, when no transaction is open. */
  alone<T>(work: (pglite: PGlite) => Promise<T>): Promise<T>;
  /** True when some connection is speaking or in a transaction. */
  busy(): boolean;
  /** Hangs up on every connection and takes no more. */
  close(): Promise<void>;
};

/** Serves the PostgreSQL protocol on the socket of `folder`. */
export async function serveWire(pglite: PGlite, folder: string): Promise<Wire> {
  const turns = new Turns<unknown>();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    new Session(socket, pglite, turns);
  });
  rmSync(postgresSocket(folder), { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(postgresSocket(folder), resolve);
  });
  const guard = setInterval(() => {
    if (turns.waiting > 0 && turns.current instanceof Session) turns.current.endIfSilent(longestSilence);
  }, 1000);

  return {
    async alone(work) {
      const us = {};
      await turns.take(us);
      try {
        return await work(pglite);
      } finally {
        turns.give(us);
      }
    },
    busy: () => turns.current !== null,
    async close() {
      clearInterval(guard);
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
