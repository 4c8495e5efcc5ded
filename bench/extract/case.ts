import type { Day } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";

/** A text and what a reader should find in it. Offsets are UTF-16 units of `text`, ends exclusive. */
export type Case = {
  readonly id: string;
  readonly text: string;
  readonly language: Locale;
  readonly reportedOn: Day | null;
  readonly expected: readonly Expected[];
};

/** `optional` may be found or not; what is found and not expected at all is an extra. */
export type Expected = {
  readonly start: number;
  readonly end: number;
  readonly optional: boolean;
  /**
   * What the number may be read as, any of them: a fifth is 0.2 or 20. Null: words that are no number ("dozens").
   * This and what follows is absent where the set does not label it.
   */
  readonly values?: readonly string[] | null;
  readonly low?: string | null;
  readonly high?: string | null;
  readonly comparator?: string;
  /** Null where the text names nobody. */
  readonly claimant?: string | null;
};

/** What a reader found. */
export type Found = {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
  readonly low?: string | null;
  readonly high?: string | null;
  /** Absent where the reader does not read it. */
  readonly comparator?: string;
  /** Every name of the claimant guessed; null where it guesses nobody, absent where it reads none. */
  readonly claimant?: readonly string[] | null;
};

/**
 * What is asked of a set: the figures stated, every number whatever it counts, percentages or measures, every numeral
 * with digits, whether the whole text is one number, or where its sentences end.
 */
export type Question =
  | "figures"
  | "numbers"
  | "percentages"
  | "measures"
  | "numerals"
  | "whole"
  | "sentences";

export type CaseSet = {
  readonly name: string;
  readonly question: Question;
  readonly cases: readonly Case[];
};

export type Reader = (case_: Case, question: Question) => Found[];
