import type { Database } from "@/db/client";
import { median, quantile, rounded } from "../shared/numbers";
import type { BenchSite } from "../shared/site";
import { type Asked, ask } from "./ask";
import { publishEverywhere, publishNothing } from "./freshness";
import type { Question } from "./questions";

/** A site with so many figures, and what to ask it. */
export type Sized = {
  readonly rows: number;
  readonly site: BenchSite;
  readonly database: Database;
  readonly questions: readonly Question[];
};

export type Cost = {
  /** Milliseconds, of all rounds: the middle one, and the one that a tenth stays under, which a busy machine hides less. */
  readonly median: number;
  readonly quick: number;
  /** Milliseconds of processor time of the site for one answer; null where it is not told. */
  readonly cpu: number | null;
  /** The median of the rounds' ratios to the smallest collection, asked in the same round. */
  readonly times: number;
};

/** What it costs to be the first who asks after a publish of what is asked for or of anything else, and to ask again. */
export type Costs = { readonly kilobytes: number } & Readonly<Record<When, Cost>>;
export const whens = ["first", "elsewhere", "again"] as const;
export type When = (typeof whens)[number];

export type Latency = {
  readonly question: string;
  readonly flat: boolean;
  /** What it costs with so many figures, or the status it fails with; 0 where nothing came in 30 s. */
  readonly sizes: readonly { readonly rows: number; readonly cost: Costs | { readonly failed: number } }[];
};

/** Answers that take longer than this are asked for once. */
const slow = 3000;

/** What was taken of one size: milliseconds of each round, and of the processor together. */
type Taken = Record<When, { times: number[]; cpu: number | null }>;

/**
 * Asks every size the same question, round by round, each size in turn, so that what else the machine does falls on all
 * of them alike. Each round publishes a figure of every metric and asks, publishes none of them and asks, and asks again.
 */
export async function latencyOf(index: number, sized: readonly Sized[], rounds: number): Promise<Latency> {
  const { name, flat } = sized[0]!.questions[index]!; // every size is asked the same
  const askOf = ({ site, questions }: Sized) => ask(site.url + questions[index]!.address);
  const first: Asked[] = [];
  for (const one of sized) first.push(await askOf(one));
  const answering = sized.filter((_, size) => first[size]!.status === 200);
  const many = first.some(({ milliseconds }) => milliseconds > slow) ? 1 : rounds;
  const nothing = () => ({ times: [], cpu: 0 });
  const taken = answering.map((): Taken => ({ first: nothing(), elsewhere: nothing(), again: nothing() }));
  for (let round = 0; round < many; round++)
    for (const [size, one] of answering.entries()) {
      for (const when of whens) {
        if (when === "first") await publishEverywhere(one.database);
        if (when === "elsewhere") await publishNothing(one.database);
        const before = one.site.usage()?.cpu;
        taken[size]![when].times.push((await askOf(one)).milliseconds);
        const after = one.site.usage()?.cpu;
        taken[size]![when].cpu =
          before === undefined || after === undefined ? null : taken[size]![when].cpu! + after - before;
      }
    }
  return {
    question: name,
    flat,
    sizes: sized.map((one, at) => {
      const size = answering.indexOf(one);
      const { status, body } = first[at]!;
      if (size < 0) return { rows: one.rows, cost: { failed: status } };
      const kilobytes = rounded(body.length / 1000);
      const costOf = (when: When) => costOfRounds(taken[size]![when], taken[0]![when].times);
      const costs = { first: costOf("first"), elsewhere: costOf("elsewhere"), again: costOf("again") };
      return { rows: one.rows, cost: { kilobytes, ...costs } };
    }),
  };
}

const costOfRounds = ({ times, cpu }: Taken["first"], least: readonly number[]): Cost => ({
  median: rounded(median(times)),
  quick: rounded(quantile(times, 0.1)),
  cpu: cpu === null ? null : rounded((cpu * 1000) / times.length),
  times: rounded(median(times.map((time, round) => time / least[round]!))),
});
