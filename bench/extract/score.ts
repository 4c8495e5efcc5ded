import type { Case, Expected, Found } from "./case";
import { isSameClaimant } from "./claimant-match";
import { addTally, type Claimants, type Count, emptyTally, type Tally } from "./tally";

/** What went wrong in one case, in words, for whoever mends the reader. */
export type Fault = { readonly id: string; readonly text: string; readonly what: string };
export type Score = { readonly tally: Tally; readonly faults: readonly Fault[] };

/** Holds what a reader found in a text against what stands in it. */
export function scoreCase(case_: Case, found: readonly Found[]): Score {
  const scores = pair(case_.expected, found).map(([expected, read]) =>
    scoreLabel(expected, read, case_.text),
  );
  const extras = found.filter((read) => !case_.expected.some((expected) => overlap(expected, read) > 0));
  return {
    tally: [...scores.map(({ tally }) => tally), { ...emptyTally, extra: extras.length }].reduce(addTally),
    faults: [
      ...scores.flatMap(({ faults }) => faults),
      ...extras.map((read) => `no figure: ${printed(read, case_.text)} read as ${valueWords(read)}`),
    ].map((what) => ({ id: case_.id, text: case_.text, what })),
  };
}

/** A text counts as one: either all its sentences are right or none. */
export function scoreSentences({ id, text, expected }: Case, found: readonly Found[]): Score {
  const bounds = (spans: readonly Span[]) => spans.map(({ start, end }) => `${start}-${end}`).join(" ");
  const right = bounds(expected) === bounds(found);
  const cuts = found.map(({ start, end }) => text.slice(start, end)).join(" | ");
  return {
    tally: { ...emptyTally, wanted: 1, found: right ? 1 : 0, extra: right ? 0 : 1 },
    faults: right ? [] : [{ id, text, what: `cut as ${cuts}` }],
  };
}

function scoreLabel(expected: Expected, read: Found | undefined, text: string) {
  const words = printed(expected, text);
  if (!read) {
    const missed = expected.optional ? [] : [`not found: ${words}`];
    return { tally: { ...emptyTally, wanted: missed.length }, faults: missed };
  }
  const value = judge(expected.values !== undefined, isRightValue(expected, read));
  const comparator = judge(canCompare(expected, read), expected.comparator === read.comparator);
  const claimant = judgeClaimant(expected.claimant, read.claimant);
  const faults = [
    value === false && `value ${valueWords(expected)} read as ${valueWords(read)}`,
    comparator === false && `comparator ${expected.comparator} read as ${read.comparator}`,
    claimant === "wrong" && `claimant ${expected.claimant ?? "nobody"} read as ${read.claimant?.[0]}`,
  ].filter((fault) => fault !== false);
  const tally: Tally = {
    wanted: expected.optional ? 0 : 1,
    found: expected.optional ? 0 : 1,
    optional: expected.optional ? 1 : 0,
    extra: 0,
    values: countOf(value),
    comparators: countOf(comparator),
    claimants: { ...emptyTally.claimants, ...(claimant && { [claimant]: 1 }) },
  };
  return { tally, faults: faults.map((fault) => `${words}: ${fault}`) };
}

const judge = (judged: boolean, right: boolean) => (judged ? right : null);
const countOf = (right: boolean | null): Count => ({ judged: right === null ? 0 : 1, right: right ? 1 : 0 });

/** How words that are no number are hedged is not judged: "dozens" is about nothing. */
const canCompare = (expected: Expected, read: Found) =>
  expected.comparator !== undefined && read.comparator !== undefined && !isCollective(expected);

const isCollective = ({ values, low, high }: Expected) =>
  values === null && (low ?? null) === null && (high ?? null) === null;

function judgeClaimant(label: Expected["claimant"], read: Found["claimant"]): keyof Claimants | null {
  if (label === undefined || read === undefined) return null;
  if (read === null) return label === null ? "right" : "empty";
  return label !== null && isSameClaimant(label, read) ? "right" : "wrong";
}

type Span = { readonly start: number; readonly end: number };
const overlap = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);

/**
 * Each label with the reading that shares most with it. A reading answers to one label only, unless the labels are
 * mere numerals: of these a range holds two.
 */
function pair(expected: readonly Expected[], found: readonly Found[]): [Expected, Found | undefined][] {
  const free = new Set(found);
  return expected.map((label) => {
    const [best] = [...free]
      .filter((read) => overlap(label, read) > 0)
      .sort((a, b) => overlap(label, b) - overlap(label, a));
    if (best && label.values !== undefined) free.delete(best);
    return [label, best];
  });
}

function isRightValue(expected: Expected, read: Found): boolean {
  if (isCollective(expected)) return read.value === null;
  const bounded = (expected.low ?? null) !== null || (expected.high ?? null) !== null;
  if (bounded) return isSameNumber(expected.low, read.low) && isSameNumber(expected.high, read.high);
  return (expected.values ?? []).some((value) => isSameNumber(value, read.value));
}

/** One reader writes a fraction to a few places and another to many. */
function isSameNumber(wanted: string | null | undefined, read: string | null | undefined): boolean {
  if (!wanted || !read) return !wanted && !read;
  const tolerance = Number.isInteger(Number(wanted)) ? 1e-12 : 1e-3;
  return Math.abs(Number(wanted) - Number(read)) <= Math.abs(Number(wanted)) * tolerance;
}

const printed = ({ start, end }: Span, text: string) => `"${text.slice(start, end)}"`;

type Valued = Partial<Pick<Found, "value" | "low" | "high"> & Pick<Expected, "values">>;

const valueWords = ({ value, values, low, high }: Valued) =>
  value ?? values?.[0] ?? (low || high ? `${low ?? "?"} to ${high ?? "?"}` : "no number");
