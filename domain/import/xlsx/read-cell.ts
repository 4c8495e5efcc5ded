import type { Cell } from "../cell";
import { Sightings, type TableNote } from "../table-facts";
import { refuse } from "../table-refusal";
import type { ShownAs } from "./number-format";
import { numberText } from "./number-text";
import { type Calendar, isoDay, serialDay } from "./serial-day";
import { unescapeXstring } from "./unescape";

/** A cell as its sheet writes it. */
export type RawCell = {
  readonly row: number;
  readonly column: number;
  /** `t`: what kind of value; a number where it is not said. */
  readonly type: string | undefined;
  readonly style: number;
  /** Words of `<v>`, or of `<is>` for an inline string; null where there is neither. */
  readonly written: string | null;
  readonly hasFormula: boolean;
};

export type CellContext = {
  readonly strings: readonly string[];
  readonly styles: readonly ShownAs[];
  readonly calendar: Calendar;
  readonly part: string;
};

const kinds = [
  "error_cells",
  "uncalculated_formulas",
  "impossible_days",
  "rounded_numbers",
  "percent_cells",
  "odd_numbers",
] as const;

/** Makes cells of what a sheet writes, and counts what an editor should know of. */
export class CellReader {
  readonly #seen = Object.fromEntries(kinds.map((kind) => [kind, new Sightings()])) as Readonly<
    Record<(typeof kinds)[number], Sightings>
  >; // one for each of the tuple above

  constructor(readonly context: CellContext) {}

  get notes(): readonly TableNote[] {
    return kinds.map((kind) => ({ kind, ...this.#seen[kind].seen })).filter(({ count }) => count > 0);
  }

  /** @throws {Refused} where a cell names words the workbook lacks */
  read(raw: RawCell): Cell {
    const { written } = raw;
    if (written === null || (written === "" && isNumber(raw.type))) {
      if (raw.hasFormula) this.#see("uncalculated_formulas", raw);
      return null;
    }
    switch (raw.type) {
      case "s":
        return this.#shared(written);
      case "inlineStr":
      case "str":
        return unescapeXstring(written);
      case "b":
        return written.trim() === "1" || written === "true" ? "true" : "false";
      case "e":
        this.#see("error_cells", raw);
        return written;
      case "d":
        return isoDay(written) ?? this.#odd("impossible_days", raw, written);
      default:
        return this.#number(raw, written);
    }
  }

  #shared(written: string): string {
    const index = /^\s*\d{1,9}\s*$/.test(written) ? Number(written) : -1;
    return (
      this.context.strings[index] ?? refuse("broken", { part: this.context.part, reason: "shared_string" })
    );
  }

  #number(raw: RawCell, written: string): Cell {
    const number = numberText(written);
    if (number === null) return this.#odd("odd_numbers", raw, written);
    const shown = this.context.styles[raw.style] ?? null;
    if (number.rounded) this.#see("rounded_numbers", raw);
    if (shown === "percent") this.#see("percent_cells", raw);
    if (shown === null || shown === "percent") return { number: number.decimal };
    const day = serialDay(number.decimal, this.context.calendar, shown);
    return day ?? this.#odd("impossible_days", raw, { number: number.decimal });
  }

  #odd(kind: (typeof kinds)[number], raw: RawCell, cell: Cell): Cell {
    this.#see(kind, raw);
    return cell;
  }

  #see(kind: (typeof kinds)[number], { row, column }: RawCell): void {
    this.#seen[kind].see(row, column);
  }
}

const isNumber = (type: string | undefined) => type === undefined || type === "n";
