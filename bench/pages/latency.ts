import type { Database } from "@/db/client";
import { median, quantile, rounded } from "../shared/numbers";
import type { BenchSite } from "../shared/site";
import { type Asked, ask } from "./ask";
import { publishNothing } from "./freshness";
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

/** What it costs to be the first who asks after a publish, and to ask again. */
export type Costs = { readonly kilobytes: number; readonly first: Cost; readonly again: Cost };

export type Latency = {
  readonly question: string;
  readonly flat: boolean;
  /** What it costs with so many figures, or the status it fails with; 0 where nothing came in 30 s. */
  readonly sizes: readonly { readonly rows: number; readonly cost: Costs | { readonly failed: number } }[];
};

/** Answers that take longer than this are asked for once. */
const slow = 3000;

/** What was taken of one size: milliseconds of each round, and of the processor together. */
type Taken = Record<keyof Pick<Costs, "first" | "again">, { times: number[]; cpu: number | null }>;

/**
 * Asks every size the same question, round by round, each size in turn, so that what else the machine does falls on all
 * of them alike. Each round publishes, and asks twice.
 */
export async function latencyOf(index: number, sized: readonly Sized[], rounds: number): Promise<Latency> {
  const { name, flat } = sized[0]!.questions[index]!; // every size is asked the same
  const askOf = ({ site, questions }: Sized) => ask(site.url + questions[index]!.address);
  const first: Asked[] = [];
  for (const one of sized) first.push(await askOf(one));
  const answering = sized.filter((_, size) => first[size]!.status === 200);
  const many = first.some(({ milliseconds }) => milliseconds > slow) ? 1 : rounds;
  const taken = answering.map((): Taken => ({ first: { times: [], cpu: 0 }, again: { times: [], cpu: 0 } }));
  for (let round = 0; round < many; round++)
    for (const [size, one] of answering.entries()) {
      await publishNothing(one.database);
      for (const when of ["first", "again"] as const) {
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
      const costOf = (when: keyof Taken) => costOfRounds(taken[size]![when], taken[0]![when].times);
      return { rows: one.rows, cost: { kilobytes, first: costOf("first"), again: costOf("again") } };
    }),
  };
}

const costOfRounds = ({ times, cpu }: Taken["first"], least: readonly number[]): Cost => ({
  median: rounded(median(times)),
  quick: rounded(quantile(times, 0.1)),
  cpu: cpu === null ? null : rounded((cpu * 1000) / times.length),
  times: rounded(median(times.map((time, round) => time / least[round]!))),
});
