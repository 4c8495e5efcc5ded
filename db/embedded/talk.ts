/** What is said on the control socket: one JSON object a line, in both directions. */
import type { Socket } from "node:net";

/** How far along the server is. A server that is `stopping` or `failed` is about to be gone. */
export type ServerState = "creating" | "opening" | "recovering" | "ready" | "stopping" | "failed";

export type FromServer = {
  state?: ServerState;
  pid?: number;
  /** Version of the PostgreSQL inside, once known. */
  version?: string;
  /** Why it failed. */
  why?: string;
  /** Whether some process holds the setup lock: its statements may take long. */
  settingUp?: boolean;
  /** You have the setup lock. */
  granted?: true;
  pong?: number;
};

export type FromUser = { ask: "acquire" } | { ask: "release" } | { ask: "ping"; number: number };

export function say(socket: Socket, words: object): void {
  if (socket.writable) socket.write(`${JSON.stringify(words)}\n`);
}

export function hear<Words>(socket: Socket, heard: (words: Words) => void): void {
  let rest = "";
  socket.setEncoding("utf8");
  socket.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop()!;
    for (const line of lines) heard(JSON.parse(line));
  });
}
