import { perDelivery, perMinute } from "@/domain/export/limits";

/** What is left to a client, and when that was reckoned, in milliseconds. */
type Left = { requests: number; downloads: number; deliveries: number; at: number };

const each = { ...perMinute, deliveries: perDelivery.perMinute } as const;
/** A look, a table or an archive, or rows handed in. */
export type Asking = keyof typeof each;

/** So many clients are remembered. Who is forgotten begins anew: no stranger can fill the memory. */
const most = 10_000;
const minute = 60_000;

/** Modules are loaded more than once in a Next process; they count together. */
const shared = globalThis as { verbatimClients?: Map<string, Left> };
function clients(): Map<string, Left> {
  shared.verbatimClients ??= new Map();
  return shared.verbatimClients;
}

/** What is asked for at an address: tables and archives cost more than a look. */
export const askingAt = (pathname: string): Asking =>
  /\/(?:figures\.\w+|datapackage\.zip)$/.test(pathname) ? "downloads" : "requests";

/** Seconds that a client would have to wait, 0 where it may go on. Takes nothing. */
export function waitOf(client: string, what: Asking, now = Date.now()): number {
  const left = grown(clients().get(client), now);
  return Math.max(...partsOf(what).map((one) => waitFor(left[one], each[one])));
}

const partsOf = (what: Asking): Asking[] => (what === "requests" ? [what] : ["requests", what]);

/**
 * Takes one request from what a client may ask for, which grows back all the time.
 * @param client whose requests are counted together
 * @returns seconds to wait, 0 where it may go on
 */
export function takeFromAllowance(client: string, what: Asking, now = Date.now()): number {
  const all = clients();
  const left = grown(all.get(client), now);
  all.delete(client); // the one asked about last stands last
  all.set(client, left);
  if (all.size > most) all.delete(all.keys().next().value!); // there is one: it is over-full
  const asked = partsOf(what);
  const seconds = Math.max(...asked.map((one) => waitFor(left[one], each[one])));
  if (seconds > 0) return seconds;
  for (const one of asked) left[one]--;
  return 0;
}

function grown(before: Left | undefined, now: number): Left {
  if (before === undefined) return { ...each, at: now };
  const share = Math.max(0, now - before.at) / minute;
  const more = (one: Asking) => Math.min(each[one], before[one] + share * each[one]);
  return {
    requests: more("requests"),
    downloads: more("downloads"),
    deliveries: more("deliveries"),
    at: now,
  };
}

const waitFor = (left: number, most: number): number => (left >= 1 ? 0 : Math.ceil((1 - left) / (most / 60)));
