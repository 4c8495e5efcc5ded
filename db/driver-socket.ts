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
 * Where a transaction waits for something else than the database, all of this waits for what it writes next.
 */
export function dyingSlowly<T extends Socket>(socket: T): T {
  const emit = socket.emit.bind(socket) as (event: string | symbol, ...args: unknown[]) => boolean;
  let write = socket.write as Write;
  /** The last that was read since something was written. */
  let lastRead = nothing;
  let onWrite: (() => void) | null = null;
  let spoken = false;
  const noted = (...args: unknown[]): boolean => {
    lastRead = nothing;
    if (!spoken) args[0] = withoutStale(args[0]);
    spoken = true;
    // Not at once: what is written is asked, to the driver, when it has been written.
    if (onWrite) setImmediate(onWrite);
    onWrite = null;
    return write.apply(socket, args);
  };
  // Node puts another in its place when it connects, and once more as soon as the other side has ended: what is written
  // from then on until the close is noted too, or its answer would be waited for for ever.
  Object.defineProperty(socket, "write", {
    configurable: true,
    get: () => noted,
    set(other: Write) {
      write = other;
    },
  });
  socket.emit = (event: string | symbol, ...args: unknown[]): boolean => {
    // Where no word was ever exchanged there was no transaction: nobody listened, or a query was only to be cancelled.
    const silent = socket.bytesRead === 0 && socket.bytesWritten <= bytesOfCancel;
    if (event === "data") lastRead = endOf(lastRead, args[0] as Uint8Array); // what a socket hands over
    if (event !== "close" || silent) return emit(event, ...args);
    const die = () => tell(socket.bytesRead === 0 ? 1 : deepest);
    if (waitsInTransaction(lastRead)) onWrite = die;
    else die();
    return true;
  };
  // The driver says its first word right after it has begun to listen.
  socket.on("newListener", (event) => {
    if (event !== "data" || spoken) return;
    setImmediate(() => setImmediate(() => !spoken && socket.destroy()));
  });
  return socket;

  function tell(times: number): void {
    if (times === 0) return void emit("close", false);
    emit("error", Object.assign(new Error("The connection to the database closed."), closed));
    setImmediate(() => tell(times - 1));
  }
}

type Write = (...args: unknown[]) => boolean;

/** The number of the protocol, which follows its length in the first word to a server (version 3.0). */
const protocol = Buffer.from([0, 3, 0, 0]);

/**
 * The first word to a server without what was meant for another. A connection that ends between a question and its
 * writing leaves postgres.js (3.4.9) with the question, and with the belief that it is about to write: it then says
 * nothing on the next connection, where it would be waited for until the time to connect is over, and again, for forty
 * seconds. So who listens and says nothing is hung up on, at which the driver comes again; as soon as it has a kilobyte
 * to say it says all of it, and the last of that is what it would have said at first.
 */
function withoutStale(word: unknown): unknown {
  if (!(word instanceof Uint8Array) || word.length < fullBytes) return word;
  const at = Buffer.from(word.buffer, word.byteOffset, word.length).lastIndexOf(protocol) - lengthBytes;
  return at > 0 ? word.subarray(at) : word;
}
const lengthBytes = 4;
const fullBytes = 1024;

const closed = { code: "CONNECTION_CLOSED" };

/** The last word of a server that has answered all: ReadyForQuery, and whether a transaction is open or broken. */
const readyBytes = [0x5a, 0, 0, 0, 5];
const inTransaction: ReadonlySet<number | undefined> = new Set(Buffer.from("TE"));

const nothing: Uint8Array = new Uint8Array();

const endOf = (before: Uint8Array, read: Uint8Array): Uint8Array =>
  read.length > readyBytes.length
    ? read.subarray(-readyBytes.length - 1)
    : Buffer.concat([before, read]).subarray(-6);

const waitsInTransaction = (last: Uint8Array): boolean =>
  readyBytes.every((byte, index) => last[index] === byte) && inTransaction.has(last[readyBytes.length]);

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
