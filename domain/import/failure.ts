import type { Refusal } from "../result";
import type { ReadingProblem } from "./table-refusal";

/** What is done with an import as a whole once it was taken in. */
export const batchWorks = ["submitting", "approving", "undoing"] as const;
export type BatchWork = (typeof batchWorks)[number];
/** What may be done with an import, one at a time. */
export type Work = "checking" | "importing" | BatchWork;

/** Why work on an import ended before it was done: kept with it, and said in the language of whoever looks. */
export type ImportFailure =
  /** A verb said no; `reasons` are those that were given along, so that nobody types them twice. */
  | {
      readonly kind: "refused";
      readonly work: Work;
      readonly refusal: Refusal;
      readonly reasons?: Readonly<Record<string, string>>;
    }
  /** The table could not be read, or not to its end. */
  | { readonly kind: "unreadable"; readonly problem: ReadingProblem }
  /** So many figures were saved at the desk each time they were about to be written. */
  | { readonly kind: "kept_changing"; readonly count: number }
  /** The database did not answer. */
  | { readonly kind: "away" }
  /** What an error said of itself, in plain English. */
  | { readonly kind: "broke"; readonly said: string };

/** An error that knows why the work ended. */
export class Stopped extends Error {
  constructor(
    message: string,
    readonly failure: ImportFailure,
  ) {
    super(message);
  }
}

/** More than this of a refusal is not kept: the findings of its figures go first. */
const longest = 20_000;

/** As the database keeps it. */
export function failureText(failure: ImportFailure): string {
  if (failure.kind === "broke") return failure.said.slice(0, longest);
  const whole = JSON.stringify(failure);
  if (whole.length <= longest || failure.kind !== "refused") return whole;
  const { work, refusal } = failure;
  const { findings: _, ...rest } = refusal as Extract<Refusal, { kind: "invalid" }>;
  return JSON.stringify({ kind: "refused", work, refusal: rest });
}

/** What the database keeps, or kept before it knew more than words, as what it was. */
export function readFailure(text: string | null): ImportFailure | null {
  if (text === null) return null;
  if (!text.startsWith('{"kind":')) return { kind: "broke", said: text };
  return JSON.parse(text) as ImportFailure; // written by the function above
}
