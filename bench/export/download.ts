import { createHash } from "node:crypto";
import { type IncomingMessage, request } from "node:http";
import type { BenchSite } from "../shared/site";

export type Got = {
  readonly seconds: number;
  readonly bytes: number;
  /** SHA-256 of the body as sent; "" where it was not asked for. */
  readonly sha256: string;
  /** The most memory the site was seen to occupy meanwhile, in MB, looked at every 20 ms; null where it is not told. */
  readonly highest: number | null;
  /** Seconds of processor time the site spent; null where it is not told. */
  readonly cpu: number | null;
};

/** Opens a download; the answer is not read yet. */
export function ask(site: BenchSite, address: string, headers = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(`${site.url}/api/v1/${address}`, { headers, agent: false }, resolve).once("error", reject).end();
  });
}

/** Reads a download to its end. @throws where it is refused, or breaks */
export async function download(
  site: BenchSite,
  address: string,
  { gzip = false, hash = false } = {},
): Promise<Got> {
  const before = site.usage();
  let highest = before?.memory ?? null;
  const look = setInterval(() => {
    const now = site.usage();
    if (now && highest !== null) highest = Math.max(highest, now.memory);
  }, 20);
  const began = performance.now();
  try {
    const answer = await ask(site, address, gzip ? { "Accept-Encoding": "gzip" } : {});
    if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.statusCode}`);
    const [sum, bytes] = await readAll(answer, hash);
    const seconds = (performance.now() - began) / 1000;
    const after = site.usage();
    return { seconds, bytes, sha256: sum, highest, cpu: before && after && after.cpu - before.cpu };
  } finally {
    clearInterval(look);
  }
}

function readAll(answer: IncomingMessage, hash: boolean): Promise<[sum: string, bytes: number]> {
  const sum = createHash("sha256");
  let bytes = 0;
  answer.on("data", (piece: Buffer) => {
    bytes += piece.length;
    if (hash) sum.update(piece);
  });
  return new Promise((resolve, reject) => {
    answer.once("error", reject);
    answer.once("close", () => reject(new Error("the download broke")));
    answer.once("end", () => resolve([hash ? sum.digest("hex") : "", bytes]));
  });
}
