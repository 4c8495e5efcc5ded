import type { Decimal } from "../figure";
import type { Rule } from "../validate/rules";
import type { ImportField } from "./row";
import type { ImportRule } from "./rules";

/** What a check of a file found: everything an editor needs to decide, and nothing written. */
export type CheckReport = {
  readonly counts: CheckCounts;
  /** Why rows are refused, most rows first. */
  readonly problems: readonly ProblemGroup[];
  /** What the validator warns of; a reason is asked for when the batch is submitted. */
  readonly warnings: readonly WarningGroup[];
  /** What is not there yet and would be recorded with the rows, by slug. */
  readonly creates: {
    readonly agents: readonly string[];
    readonly places: readonly string[];
    readonly sources: number;
  };
  /**
   * New figures with a sentence that holds their number, of a text that nobody is said to have published: they stand in
   * their rows. Absent in reports kept before it was counted.
   */
  readonly unquoted?: number;
  /** The first changes, cell by cell. */
  readonly changes: readonly CellChange[];
  /** Exact sums over every figure that can be taken in, to hold against the file's own. */
  readonly sums: Readonly<Record<"value" | "low" | "high", Decimal>>;
};

export type CheckCounts = {
  /** Rows of the file that hold anything, and figures the map makes of them. */
  readonly rows: number;
  readonly figures: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Figures without a number: nothing to take in. */
  readonly empty: number;
  /** Figures of the dataset that this file no longer has: told, and left alone. */
  readonly missing: number;
  /** Of the new and changed: those that stand in a row, not in a sentence. */
  readonly needsAnchor: number;
};

export type ProblemGroup = {
  readonly rule: ImportRule;
  readonly column: string | null;
  /** The cell, where all the rows have the same; else an example. */
  readonly cell: string;
  readonly count: number;
  /** Rows as ranges, "4-17, 23": at most the first twenty ranges. */
  readonly rows: string;
};

export type WarningGroup = { readonly rule: Rule; readonly count: number; readonly rows: string };

export type CellChange = {
  readonly row: number;
  readonly figureId: string;
  readonly field: ImportField;
  readonly from: string | null;
  readonly to: string | null;
};
