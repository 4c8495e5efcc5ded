import { median } from "../shared/numbers";
import { type Cost, type Latency, whens } from "./latency";
import type { Throughput } from "./throughput";

/** What must stay the same may cost so many times what it costs with the fewest figures. */
const most = 1.5;

export const latencyHeadings = [
  "question",
  "figures",
  "kB",
  ...whens.flatMap((when) => [`${when} ms`, "quick ms", "CPU ms", "× fewest"]),
].join("\t");

export const latencyInWords = ({ question, flat, sizes }: Latency): string[] =>
  sizes.map(({ rows, cost }) => {
    if ("failed" in cost) return [question, rows, `FAILS: ${cost.failed || "no answer in 30 s"}`].join("\t");
    const told = whens.flatMap((when) =>
      inWords(cost[when], flat && cost[when].times > most ? " MISSED" : ""),
    );
    return [question, rows, cost.kilobytes, ...told].join("\t");
  });

const inWords = ({ median, quick, cpu, times }: Cost, missed: string) => [
  median,
  quick,
  cpu ?? "?",
  `${times}${missed}`,
];

export const throughputHeadings = [
  "question",
  "kB",
  "site/s",
  "kept/s",
  "file/s",
  "file ÷ site",
  "file ÷ kept",
  "p99 ms",
].join("\t");

export const throughputInWords = (one: Throughput): string =>
  [
    one.question,
    one.kilobytes,
    one.site,
    one.proxied ?? "–",
    one.still,
    one.stillTimesSite,
    one.stillTimesProxied ?? "–",
    one.p99,
  ].join("\t");

export const freshInWords = (fresh: readonly number[]): string =>
  fresh.length === 0
    ? "no nginx: freshness behind it was not measured"
    : `a publish shows behind nginx after ${median(fresh)} ms, ${Math.max(...fresh)} ms at the latest of ${fresh.length}`;
