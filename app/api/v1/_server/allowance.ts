import { perMinute } from "@/domain/export/limits";

/** What is left to a client, and when that was reckoned, in milliseconds. */
type Left = { requests: number; downloads: number; at: number };

/** So many clients are remembered. Who is forgotten begins anew: no stranger can fill the memory. */
const most = 10_000;
const minute = 60_000;

const clients = new Map<string, Left>();

/**
 * Takes one request from what a client may ask for, which grows back all the time.
 * @param client whose requests are counted together
 * @returns seconds to wait, 0 where it may go on
 */
export function takeFromAllowance(client: string, download: boolean, now = Date.now()): number {
  const left = grown(clients.get(client), now);
  clients.delete(client); // the one asked about last stands last
  clients.set(client, left);
  if (clients.size > most) clients.delete(clients.keys().next().value!); // there is one: it is over-full
  const waits = [waitFor(left.requests, perMinute.requests)];
  if (download) waits.push(waitFor(left.downloads, perMinute.downloads));
  const seconds = Math.max(...waits);
  if (seconds > 0) return seconds;
  left.requests--;
  if (download) left.downloads--;
  return 0;
}

function grown(before: Left | undefined, now: number): Left {
  if (before === undefined) return { ...perMinute, at: now };
  const share = Math.max(0, now - before.at) / minute;
  const { requests, downloads } = perMinute;
  return {
    requests: Math.min(requests, before.requests + share * requests),
    downloads: Math.min(downloads, before.downloads + share * downloads),
    at: now,
  };
}

const waitFor = (left: number, each: number): number => (left >= 1 ? 0 : Math.ceil((1 - left) / (each / 60)));
