import { type FieldAnswer, isErrorCell, problemOf } from "./field-answer";
import type { FieldCell } from "./field-cells";
import type { ReadText } from "./field-readers";
import type { CellProblem, ImportField, NewEntry } from "./row";

/** One row being read for one figure. */
export class Reading {
  readonly content: Partial<Record<ImportField, string | null>> = {};
  readonly problems: CellProblem[] = [];
  readonly creates: NewEntry[] = [];

  /** Reads a cell unless it is empty or an error. */
  text<T>(cell: FieldCell, read: (text: string) => T): T | null {
    if (cell.text === null) return null;
    if (!isErrorCell(cell.text)) return read(cell.text);
    this.problems.push(problemOf("error_cell", cell));
    return null;
  }

  answer(cell: FieldCell, read: ReadText): string | null {
    const answer: FieldAnswer | null = this.text(cell, read);
    if (answer === null) return null;
    if ("rule" in answer) {
      this.problems.push(problemOf(answer.rule, cell));
      return null;
    }
    if (answer.creates !== undefined) this.creates.push(answer.creates);
    return answer.value;
  }
}
