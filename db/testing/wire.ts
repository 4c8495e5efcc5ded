import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut, or hold what is sent over it. */
export type Wire = {
  /** The address of the server over this way. */
  readonly url: string;
  /** Ends all connections; new ones are made. */
  cut(): void;
  /** Lets nothing through any more, and ends nothing. */
  hold(): void;
  /** Closes what is opened from now on, as a proxy does before a server that is away. */
  deny(): void;
  /** Lets through again what is opened from now on. */
  allow(): void;
  /** How many bytes came back. */
  received(): number;
  close(): void;
};

/** Lays a way to the server of an address. */
export async function aWire(to: string): Promise<Wire> {
  const url = new URL(to);
  const port = Number(url.port);
  const open = new Set<Socket>();
  let received = 0;
  let denies = false;
  const wire = createServer((near) => {
    if (denies) return void near.on("error", () => {}).end();
    const far = connect(port, url.hostname);
    far.on("data", (piece) => {
      received += piece.length;
    });
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      open.add(one);
      one.on("error", () => {}).on("close", () => other.destroy());
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", resolve));
  url.port = String((wire.address() as AddressInfo).port);
  const cut = () => {
    for (const socket of open) socket.destroy();
    open.clear();
  };
  return {
    url: url.href,
    cut,
    hold() {
      for (const socket of open) socket.unpipe().pause();
    },
    deny() {
      denies = true;
    },
    allow() {
      denies = false;
    },
    received: () => received,
    close() {
      wire.close();
      cut();
    },
  };
}
