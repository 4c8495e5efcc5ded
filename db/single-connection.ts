import type { Socket } from "node:net";
import type postgres from "postgres";
import type { Connecting } from "./driver-socket";

/** A connection beside the shared ones, for what may be broken off at any moment. */
export type SingleConnection = {
  readonly sql: postgres.Sql;
  /** Ends it at once, whatever it is doing and whether anybody answers. To be called when it is done with, too. */
  drop(): void;
};

/** @param open the driver for at most one connection, on the socket it is given */
export function singleConnection(
  connecting: Connecting,
  open: (socket: Connecting) => postgres.Sql,
): SingleConnection {
  let dropped = false;
  const sockets: Socket[] = [];
  const sql = open(async (address) => {
    if (dropped) throw new Error("The connection was dropped."); // the driver would connect once more
    const socket = await connecting(address);
    if (dropped) socket.destroy();
    sockets.push(socket);
    return socket;
  });
  return {
    sql,
    drop() {
      dropped = true;
      // A socket that waits for its reader hears no goodbye, so it is not said.
      for (const socket of sockets) socket.destroy();
      void sql.end({ timeout: 0 });
    },
  };
}
