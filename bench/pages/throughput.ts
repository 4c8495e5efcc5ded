import { median, quantile, rounded } from "../shared/numbers";
import { ask, askForSeconds } from "./ask";
import type { Sized } from "./latency";
import type { Still } from "./still";

export type Throughput = {
  readonly question: string;
  readonly rows: number;
  readonly kilobytes: number;
  /** Answers a second on ten connections: of the site alone, behind the proxy that keeps pages, and of the same bytes as a file. */
  readonly site: number;
  readonly proxied: number | null;
  readonly still: number;
  /** How many times more the file is served, the median of the rounds. */
  readonly stillTimesSite: number;
  readonly stillTimesProxied: number | null;
  /** Milliseconds of the site alone, that one in a hundred answers passes. */
  readonly p99: number;
};

const connections = 10;

/** Asks for the site, the proxy and the file in turn, for so many seconds each. */
export async function throughputOf(
  index: number,
  { rows, site, questions }: Sized,
  still: Still,
  rounds: number,
  seconds: number,
): Promise<Throughput> {
  const { name, address } = questions[index]!;
  const { body } = await ask(site.url + address);
  const file = still.put(`q${index}.html`, body);
  const found: { site: number; proxied: number | null; still: number; p99: number }[] = [];
  if (still.proxy !== null) await ask(still.proxy + address);
  for (let round = 0; round < rounds; round++) {
    const alone = await askForSeconds(site.url + address, connections, seconds);
    const proxied =
      still.proxy === null ? null : await askForSeconds(still.proxy + address, connections, seconds);
    const asFile = await askForSeconds(file, connections, seconds);
    found.push({
      site: alone.perSecond,
      proxied: proxied?.perSecond ?? null,
      still: asFile.perSecond,
      p99: quantile(alone.times, 0.99),
    });
  }
  const middle = (of: (one: (typeof found)[number]) => number) => rounded(median(found.map(of)));
  const hasProxy = still.proxy !== null;
  return {
    ...{ question: name, rows, kilobytes: rounded(body.length / 1000) },
    site: middle((one) => one.site),
    proxied: hasProxy ? middle((one) => one.proxied!) : null,
    still: middle((one) => one.still),
    stillTimesSite: middle((one) => one.still / one.site),
    stillTimesProxied: hasProxy ? middle((one) => one.still / one.proxied!) : null,
    p99: middle((one) => one.p99),
  };
}
