import { Socket } from "node:net";

/** Deeper than transactions are nested in one another here. */
const deepest = 8;

/** Whoever connects to ask something says more than that; were the end not an error, the driver would try for ever. */
const bytesOfCancel = 16;

/** What the driver says of where to connect, once it has read its options. */
export type Address = {
  readonly path?: string | false;
  readonly host: readonly string[];
  readonly port: readonly number[];
};

/**
 * Has a socket die slowly. postgres.js (3.4.9) lets go of a socket as soon as it closes, and a transaction that was
 * under way then rolls back on a connection that has none: an exception that nobody can catch, or a connection that
 * never sends again, each query on it waiting for ten seconds in vain. So the end is told first as an error, once for
 * each transaction that may stand in another, while what they still write goes into the dead socket; then as the end.
 */
export function dyingSlowly<T extends Socket>(socket: T): T {
  const emit = socket.emit.bind(socket) as (event: string | symbol, ...args: unknown[]) => boolean;
  socket.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    // Where no word was ever exchanged there was no transaction: nobody listened, or a query was only to be cancelled.
    const silent = socket.bytesRead === 0 && socket.bytesWritten <= bytesOfCancel;
    if (event !== "close" || silent) return emit(event, ...args);
    tell(socket.bytesRead === 0 ? 1 : deepest);
    return true;
  };
  return socket;

  function tell(times: number): void {
    if (times === 0) return void emit("close", false);
    emit("error", Object.assign(new Error("The connection to the database closed."), closed));
    setImmediate(() => tell(times - 1));
  }
}

const closed = { code: "CONNECTION_CLOSED" };

/** The driver's option `socket`: connects to one host, or to a socket in the file system. */
export function driverSocket({ path, host, port }: Address): Socket {
  const socket = dyingSlowly(new Socket());
  if (path) return socket.connect(path);
  socket.connect(port[0]!, host[0]!); // the driver has both, if only as defaults
  return Object.assign(socket, { host: host[0], port: port[0] }); // it names them in its messages, and to TLS
}

/** How a driver connects: at once, or after talks of our own. */
export type Connecting = (address: Address) => Socket | Promise<Socket>;

/** Sockets for one driver, and how many of them are open. */
export function countedSockets(connecting: Connecting): { readonly socket: Connecting; open(): number } {
  let open = 0;
  return {
    open: () => open,
    async socket(address) {
      const socket = await connecting(address);
      open++;
      return socket.once("close", () => {
        open--;
      });
    },
  };
}
