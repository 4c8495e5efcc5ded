import { median, quantile, rounded } from "../shared/numbers";
import type { BenchSite } from "../shared/site";
import { type Asked, ask } from "./ask";
import type { Question } from "./questions";

/** A site with so many figures, and what to ask it. */
export type Sized = {
  readonly rows: number;
  readonly site: BenchSite;
  readonly questions: readonly Question[];
};

export type Cost = {
  /** Milliseconds, of all rounds: the middle one, and the one that a tenth stays under, which a busy machine hides less. */
  readonly median: number;
  readonly quick: number;
  /** Milliseconds of processor time of the site for one answer; null where it is not told. */
  readonly cpu: number | null;
  readonly kilobytes: number;
  /** The median of the rounds' ratios to the smallest collection, asked in the same round. */
  readonly times: number;
};

export type Latency = {
  readonly question: string;
  readonly flat: boolean;
  /** What it costs with so many figures, or the status it fails with; 0 where nothing came in 30 s. */
  readonly sizes: readonly { readonly rows: number; readonly cost: Cost | { readonly failed: number } }[];
};

/** Answers that take longer than this are asked for once. */
const slow = 3000;

/**
 * Asks every size the same question, round by round, each size in turn, so that what else the machine does falls on all
 * of them alike.
 */
export async function latencyOf(index: number, sized: readonly Sized[], rounds: number): Promise<Latency> {
  const { name, flat } = sized[0]!.questions[index]!; // every size is asked the same
  const askOf = ({ site, questions }: Sized) => ask(site.url + questions[index]!.address);
  const first: Asked[] = [];
  for (const one of sized) {
    await askOf(one);
    first.push(await askOf(one));
  }
  const answering = sized.filter((_, size) => first[size]!.status === 200);
  const many = first.some(({ milliseconds }) => milliseconds > slow) ? 1 : rounds;
  const times = answering.map((): number[] => []);
  const before = answering.map(({ site }) => site.usage()?.cpu ?? null);
  for (let round = 0; round < many; round++)
    for (const [size, one] of answering.entries()) times[size]!.push((await askOf(one)).milliseconds);
  return {
    question: name,
    flat,
    sizes: sized.map((one, at) => {
      const size = answering.indexOf(one);
      const { status, body } = first[at]!;
      if (size < 0) return { rows: one.rows, cost: { failed: status } };
      const after = one.site.usage()?.cpu ?? null;
      const cpu = before[size] === null || after === null ? null : ((after - before[size]!) * 1000) / many;
      const kilobytes = rounded(body.length / 1000);
      return {
        rows: one.rows,
        cost: { ...costOf(times[size]!, times[0]!), cpu: cpu && rounded(cpu), kilobytes },
      };
    }),
  };
}

const costOf = (times: readonly number[], least: readonly number[]) => ({
  median: rounded(median(times)),
  quick: rounded(quantile(times, 0.1)),
  times: rounded(median(times.map((time, round) => time / least[round]!))),
});
