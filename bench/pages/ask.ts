import { Agent, type IncomingMessage, request } from "node:http";

const agents = new Map<number, Agent>();

/** Connections that are kept open, so many at once. */
function agentFor(connections: number): Agent {
  const known = agents.get(connections) ?? new Agent({ keepAlive: true, maxSockets: connections });
  agents.set(connections, known);
  return known;
}

/** Each request comes from a client of its own, as far as the limits of the API are concerned: the bench is its proxy. */
let client = 0;
const someone = () => `10.${(++client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}`;

/** Milliseconds after which nobody waits any more. */
const patience = 30_000;

export type Asked = {
  /** 0 where nothing came in time, or the site hung up. */
  readonly status: number;
  readonly milliseconds: number;
  readonly body: Buffer;
};

/** Asks once and reads the answer to its end. */
export function ask(url: string, connections = 1): Promise<Asked> {
  const began = performance.now();
  return new Promise((resolve) => {
    const options = {
      agent: agentFor(connections),
      headers: { "X-Forwarded-For": someone() },
      signal: AbortSignal.timeout(patience),
    };
    const end = (status: number, body: Buffer) =>
      resolve({ status, milliseconds: performance.now() - began, body });
    // A site that dies under a question is a result, and stands in the table as one.
    const failed = () => end(0, Buffer.alloc(0));
    request(url, options, (answer: IncomingMessage) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.once("error", failed);
      answer.once("end", () => end(answer.statusCode ?? 0, Buffer.concat(pieces)));
    })
      .once("error", failed)
      .end();
  });
}

/**
 * Asks on so many connections for so many seconds. @returns the milliseconds of each answer, and answers a second
 * @throws where one is no answer: refusals are quick, and would be counted for it
 */
export async function askForSeconds(url: string, connections: number, seconds: number) {
  const times: number[] = [];
  const began = performance.now();
  const ends = began + seconds * 1000;
  async function goOn(): Promise<void> {
    while (performance.now() < ends) {
      const { status, milliseconds } = await ask(url, connections);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      times.push(milliseconds);
    }
  }
  await Promise.all(Array.from({ length: connections }, goOn));
  return { times, perSecond: times.length / ((performance.now() - began) / 1000) };
}
