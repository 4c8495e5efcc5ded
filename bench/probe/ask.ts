import { createServer, type IncomingHttpHeaders, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

export type Asking = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The address to ask from, where the machine has several: 127.0.0.2 is another client than 127.0.0.1. */
  readonly from?: string;
};

const patience = 15_000;

/**
 * Asks a site for a path exactly as it is written: no client mends it on the way, and `Host` may be anything.
 * @returns status 0 where the connection is closed without an answer
 */
export function ask(
  site: string,
  path: string,
  { method = "GET", headers = {}, body = "", from }: Asking = {},
) {
  const { hostname, port } = new URL(site);
  return new Promise<Answer>((resolve, reject) => {
    const asked = request(
      { hostname, port, path, method, headers, agent: false, localAddress: from },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(pieces).toString("utf8"),
          }),
        );
      },
    );
    asked.setTimeout(patience, () =>
      asked.destroy(new Error(`no answer to ${method} ${path} in ${patience / 1000} s`)),
    );
    const nothing = { status: 0, headers: {}, text: "" };
    asked.on("upgrade", (_, socket) => {
      socket.destroy();
      resolve({ ...nothing, status: 101 });
    });
    asked.on("error", (error: NodeJS.ErrnoException) =>
      /^(ECONNRESET|EPIPE|HPE_)/.test(error.code ?? "") ? resolve(nothing) : reject(error),
    );
    asked.end(body);
  });
}

/** Writes bytes to a site as they are, and gives back what it answers until it is still for a while. */
export async function askInBytes(site: string, bytes: string, still = 700): Promise<string> {
  const { hostname, port } = new URL(site);
  const socket = connect(Number(port), hostname);
  let said = "";
  let last = Date.now();
  socket.on("data", (piece) => {
    said += piece.toString("latin1");
    last = Date.now();
  });
  socket.on("error", () => {}); // hung up: what it said until then counts
  socket.write(bytes, "latin1");
  while (!socket.destroyed && Date.now() - last < still) await pause(50);
  socket.destroy();
  return said;
}

/** A server nobody has any business asking: whoever does was led there. */
export async function withCanary<T>(work: (url: string, asked: () => number) => Promise<T>): Promise<T> {
  let count = 0;
  const server = createServer((_, response) => {
    count++;
    response.end("canary");
  });
  server.on("upgrade", (_, socket) => {
    count++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await work(`http://127.0.0.1:${port}`, () => count);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
