import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Duplex } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { connect as connectByTls } from "node:tls";
import { NoAnswer } from "./away";
import { type Address, dyingSlowly } from "./driver-socket";
import type { TlsOptions } from "./tls";

/** "Do you speak TLS?", which is said before anything else. */
const question = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const [yes, no] = [..."SN"].map((letter) => letter.charCodeAt(0));
/** In milliseconds. */
const patience = 10_000;

/**
 * The driver's option `socket` for a server that is talked to by TLS. The driver could do so by itself, but lets
 * go of what it has made then without our slow death, and ends the process where a connection is lost in a transaction.
 */
export const tlsSocket = (options: TlsOptions) => async (address: Address) => {
  const plain = connect(address.path ? { path: address.path } : placeOf(address));
  plain.setTimeout(patience, () => plain.destroy(new NoAnswer("The database does not answer.")));
  try {
    const socket = await secured(plain, options);
    plain.setTimeout(0);
    return Object.assign(dyingSlowly(socket), placeOf(address));
  } catch (error) {
    plain.destroy();
    // A promise that fails would have the driver wait for this connection for ever.
    return stillborn(error as Error) as unknown as Socket;
  }
};

const placeOf = ({ host, port }: Address) => ({ host: host[0]!, port: port[0]! }); // if only as defaults

async function secured(plain: Socket, { orPlain, ...options }: TlsOptions): Promise<Socket> {
  await once(plain, "connect");
  // Who takes the call and hangs up, as a proxy does before a server that is away, would be waited for for ever.
  const hungUp = () => plain.destroy(new NoAnswer("The database hung up."));
  plain.once("end", hungUp);
  plain.write(question);
  const [answer] = (await once(plain, "data")) as [Buffer];
  plain.off("end", hungUp);
  // Anything after it was not said by TLS, so it is nobody's whom we know.
  if (orPlain && answer.length === 1 && answer[0] === no) return plain;
  if (answer.length !== 1 || answer[0] !== yes) throw new Error("The database speaks no TLS.");
  const socket = connectByTls({ socket: plain, ...options });
  await once(socket, "secureConnect");
  return socket;
}

/** Takes what the driver says first, and then tells what happened: earlier than that it would not survive. */
function stillborn(error: Error): Duplex {
  const socket = new Duplex({ read() {}, write: (_chunk, _encoding, done) => done() });
  void pause(10).then(() => socket.destroy(error));
  return socket;
}
