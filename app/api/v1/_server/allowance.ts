import { drawingsPerMinute } from "@/app/_server/site-env";
import { perDelivery, perMinute } from "@/domain/export/limits";

/** A look, a table or an archive, something drawn, or rows handed in. */
export type Asking = keyof typeof perMinute | "deliveries";

/** What is left to a client, and when that was reckoned, in milliseconds. */
type Left = Record<Asking, number> & { at: number };

let known: Record<Asking, number> | undefined;
const each = () => {
  known ??= { ...perMinute, deliveries: perDelivery.perMinute, drawings: drawingsPerMinute() };
  return known;
};

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
  return longestWait(left, partsOf(what));
}

/** Something drawn is counted apart, for it is asked for by address of a page as well; all else is a request, too. */
const partsOf = (what: Asking): Asking[] =>
  what === "requests" || what === "drawings" ? [what] : ["requests", what];

const longestWait = (left: Left, parts: readonly Asking[]): number => {
  const most = each();
  return Math.max(...parts.map((one) => waitFor(left[one], most[one])));
};

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
  const seconds = longestWait(left, asked);
  if (seconds > 0) return seconds;
  for (const one of asked) left[one]--;
  return 0;
}

/** Gives back what a client has taken, where it was not needed after all. */
export function giveBack(client: string, what: Asking): void {
  const left = clients().get(client);
  if (left !== undefined) for (const one of partsOf(what)) left[one]++; // never more than there may be: see `grown`
}

function grown(before: Left | undefined, now: number): Left {
  const most = each();
  if (before === undefined) return { ...most, at: now };
  const share = Math.max(0, now - before.at) / minute;
  const more = (one: Asking) => Math.min(most[one], before[one] + share * most[one]);
  return {
    requests: more("requests"),
    downloads: more("downloads"),
    drawings: more("drawings"),
    deliveries: more("deliveries"),
    at: now,
  };
}

const waitFor = (left: number, most: number): number => (left >= 1 ? 0 : Math.ceil((1 - left) / (most / 60)));
