import type { ReadingLanguage } from "@/domain/extract/proposal";
import type { ReportDate } from "@/domain/extract/report-dates";
import type { Day } from "@/domain/figure";
import type { DatePrecision } from "@/domain/vocabulary";

/** Where the intake of an article stands: what the form shows next, with everything that was typed still in it. */
export type Intake =
  | { readonly step: "paste"; readonly text: string; readonly problem: IntakeProblem | null }
  | {
      readonly step: "card";
      readonly card: IntakeCard;
      readonly problems: CardProblems;
      /** The source that is at this address already, with another text. */
      readonly known?: { readonly slug: string; readonly title: string };
    };

export type IntakeProblem = "no_text" | "too_long" | "too_slow" | "failed" | "forbidden" | "file";

/** The source card as filled in; an empty string is an empty box. */
export type IntakeCard = {
  readonly text: string;
  readonly language: ReadingLanguage;
  readonly title: string;
  readonly titleOurs: boolean;
  /** The slug of a known outlet, or empty; `publisherNew` is the name of one to be recorded. */
  readonly publisher: string;
  readonly publisherNew: string;
  readonly author: string;
  readonly url: string;
  /** A day offered as a chip ("2025-03-04 computed jour 991"), or `other` for the day typed. */
  readonly published: string;
  readonly day: Day | "";
  readonly precision: DatePrecision;
  readonly basis: "stated" | "inferred";
  readonly dates: readonly DateChip[];
  /** The boxes whose contents were guessed. */
  readonly guessed: readonly string[];
  /** How many numbers are proposed. */
  readonly numbers: number;
};

export type DateChip = (ReportDate | { readonly kind: "html"; readonly words: ""; readonly day: Day }) & {
  readonly value: string;
};

/** What is wrong with a box of the card, by its name; `card` for what is wrong with no box in particular. */
export type CardProblems = Readonly<
  Partial<Record<"title" | "publisher" | "published" | "url" | "card", string>>
>;

export const noPaste: Intake = { step: "paste", text: "", problem: null };

export type IntakeAction = (state: Intake, form: FormData) => Promise<Intake>;
