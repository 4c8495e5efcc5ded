import { connect } from "node:net";
import { controlSocket, findSocketFolder } from "./folder";
import { type FromServer, hear, say } from "./talk";

/** A held connection to a server's control socket: as long as it is open the server stays. */
export type Lease = {
  socketDir: string;
  /** All that the server has said of itself. */
  server: FromServer;
  /** Resolves when `check` holds, or with false when the connection is gone first. */
  until(check: (server: FromServer) => boolean): Promise<boolean>;
  acquire(): Promise<void>;
  release(): void;
  /** Sends a ping; `server.pong` turns to its number when the server has answered. */
  ping(number: number): void;
  /** Lets go; resolves when the connection is closed. */
  end(): Promise<void>;
  /** Resolves when the connection is gone, whoever ended it. */
  gone: Promise<void>;
};

/** Connects to the server of a data folder, or gives null when there is none. */
export async function takeLease(dataDir: string): Promise<Lease | null> {
  const socketDir = findSocketFolder(dataDir);
  if (!socketDir) return null;
  const socket = connect(controlSocket(socketDir));
  const connected = await new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  });
  if (!connected) return null;

  const server: FromServer = {};
  const watchers = new Set<() => void>();
  let open = true;
  const gone = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  void gone.then(() => {
    open = false;
    for (const watcher of watchers) watcher();
  });
  socket.on("error", () => socket.destroy());
  hear<FromServer>(socket, (words) => {
    Object.assign(server, words);
    for (const watcher of watchers) watcher();
  });

  const until: Lease["until"] = (check) =>
    new Promise((resolve) => {
      const look = () => {
        const holds = check(server);
        if (!holds && open) return;
        watchers.delete(look);
        resolve(holds);
      };
      watchers.add(look);
      look();
    });

  return {
    socketDir,
    server,
    until,
    gone,
    async acquire() {
      server.granted = undefined;
      say(socket, { ask: "acquire" });
      if (!(await until((said) => said.granted === true)))
        throw new Error("The embedded database went away.");
    },
    release() {
      server.granted = undefined;
      say(socket, { ask: "release" });
    },
    ping: (number) => say(socket, { ask: "ping", number }),
    async end() {
      socket.end();
      await gone;
    },
  };
}
