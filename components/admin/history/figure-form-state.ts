import type { FigureInput } from "@/domain/inputs";
import type { Finding } from "@/domain/validate/finding";
import type { Field } from "./telling";

/** Of a field both editors changed, what each has. */
export type ConflictWords = {
  readonly field: Field;
  readonly label: string;
  readonly original: string;
  readonly mine: string;
  readonly theirs: string;
};

/** A figure's form after a try, or before the first: what the boxes hold, and what is said of it. */
export type FigureFormState = {
  /** Counts the tries: the boxes are made anew for each. */
  readonly tries: number;
  readonly figure: FigureInput;
  /** What the boxes were filled from, and its row version: what a stale save is merged with. */
  readonly base: FigureInput;
  readonly rowVersion: number;
  readonly change: "revision" | "correction";
  readonly changeReason: string;
  /** Reasons given for warnings, by rule. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly findings: readonly Finding[];
  /** What is wrong by field, where no finding says it. */
  readonly fields: Readonly<Record<string, string>>;
  readonly said: string | null;
  readonly problem: { readonly title: string; readonly text: string } | null;
  readonly merge: {
    readonly taken: readonly string[];
    readonly conflicts: readonly ConflictWords[];
  } | null;
};

export type FigureFormAction = (state: FigureFormState, form: FormData) => Promise<FigureFormState>;

/** The row of boxes a finding or a problem belongs to: the first part of its path. */
export const fieldAt = (path: string): string => path.split(".")[0]!; // a split has a first part
