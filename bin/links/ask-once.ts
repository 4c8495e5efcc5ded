import { type LookupAddress, lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address";

/** An address that must not be asked: not of the web, or of a machine that is nobody's public server. */
export class Unasked extends Error {}

export type Manners = {
  readonly userAgent: string;
  /** For one question, in milliseconds. */
  readonly timeout: number;
  /** For tests alone: asks this machine and private networks too. */
  readonly allowPrivate: boolean;
};

export type OneAnswer = { readonly status: number; readonly location: string | null; readonly body: string };

/**
 * Asks an address once, follows nothing and reads at most `keep` bytes of the body. The very address that the name is
 * resolved to is the one that is judged and connected to: a name cannot lead elsewhere in between.
 * @throws Unasked where it must not be asked; any other error where nothing answered
 */
export function askOnce(
  url: URL,
  method: "HEAD" | "GET",
  { userAgent, timeout, allowPrivate }: Manners,
  keep = 0,
): Promise<OneAnswer> {
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Unasked(url.protocol);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  // No look-up is made for what is an IP address already.
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw new Unasked(host);
  return new Promise((resolve, reject) => {
    const ask = url.protocol === "https:" ? https.request : http.request;
    const signal = AbortSignal.timeout(timeout);
    const request = ask(url, {
      method,
      signal,
      agent: false,
      lookup: allowPrivate ? undefined : publicLookup,
      headers: { "User-Agent": userAgent, Accept: "*/*", ...(method === "GET" && { Range: "bytes=0-1023" }) },
      auth: undefined,
    });
    request.once("error", reject);
    request.once("response", (response) => {
      const { statusCode: status = 0, headers } = response;
      const chunks: Buffer[] = [];
      let size = 0;
      const done = () => {
        request.destroy(); // what else it has to say is not asked for
        const body = Buffer.concat(chunks).subarray(0, keep).toString("utf8");
        resolve({ status, location: headers.location ?? null, body });
      };
      response.once("error", reject);
      response.once("end", done);
      if (keep === 0) return done();
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= keep) done();
      });
    });
    request.end();
  });
}

/** Resolves a name and gives only what is public of it. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, "");
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    const [first] = open;
    if (first === undefined) return callback(new Unasked(hostname), "");
    if (options.all) callback(null, open);
    else callback(null, first.address, first.family);
  });
};
