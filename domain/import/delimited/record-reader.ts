import type { Delimiter, LineEnd } from "../table-facts";
import { type Place, refuse } from "../table-refusal";

const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d];

export type RecordRules = {
  readonly delimiter: Delimiter;
  readonly columns: number;
  readonly cellCharacters: number;
  /**
   * What is done where the quotes of a cell do not add up. A file is refused; in a paste the cell is taken as it
   * stands, because Excel copies a cell that merely begins with a quote without quoting it.
   */
  readonly loose: boolean;
};

/** A cell that is nothing, or words; told apart by their quotes. */
export type TextCell = string | null;

/**
 * Reads CSV or TSV record by record (RFC 4180; line ends of any kind, mixed too). A quote in the middle of a cell
 * stands for itself. Every character is looked at once, so time and memory follow the length of the text.
 */
export class RecordReader {
  /** Number of the record read last, from 1: the row a spreadsheet shows it in. */
  row = 0;
  /** Cells of the record read last, before those beyond the widest table were left out. */
  width = 0;
  /** Columns of the record read last in which a quote stands for itself. */
  readonly quoted: number[] = [];
  readonly #ends = { lf: 0, crlf: 0, cr: 0 };
  readonly #delimiter: number;
  #at: number;

  constructor(
    readonly text: string,
    readonly rules: RecordRules,
    from = 0,
  ) {
    this.#at = from;
    this.#delimiter = rules.delimiter.charCodeAt(0);
  }

  /** The next record, or null at the end of the text. */
  next(): TextCell[] | null {
    if (this.#at >= this.text.length) return null;
    this.row++;
    this.width = 0;
    this.quoted.length = 0;
    const cells: TextCell[] = [];
    for (;;) {
      const cell = this.#cell();
      this.width++;
      if (cell !== null) this.#keep(cells, cell);
      else if (this.width <= this.rules.columns) cells.push(null);
      if (this.text.charCodeAt(this.#at) !== this.#delimiter) break;
      this.#at++;
    }
    this.#endLine();
    return cells;
  }

  get lineEnd(): LineEnd | null {
    const found = (["lf", "crlf", "cr"] as const).filter((end) => this.#ends[end] > 0);
    return found.length > 1 ? "mixed" : (found[0] ?? null);
  }

  #keep(cells: TextCell[], cell: string): void {
    const { columns, cellCharacters } = this.rules;
    if (this.width > columns)
      refuse("too_large", { limit: "columns", most: columns, at: this.#place(this.width) });
    if (cell.length > cellCharacters)
      refuse("too_large", { limit: "cellCharacters", most: cellCharacters, at: this.#place(this.width) });
    cells.push(cell);
  }

  #cell(): TextCell {
    if (this.text.charCodeAt(this.#at) === quote) {
      const words = this.#quotedCell();
      if (words !== null) return words;
    }
    const from = this.#at;
    let odd = false;
    for (; this.#at < this.text.length; this.#at++) {
      const code = this.text.charCodeAt(this.#at);
      if (code === this.#delimiter || code === lineFeed || code === carriageReturn) break;
      if (code === quote) odd = true;
    }
    if (odd) this.quoted.push(this.width + 1);
    return this.#at === from ? null : this.text.slice(from, this.#at);
  }

  /** The words between quotes; null, having moved nowhere, where the quotes mean themselves. */
  #quotedCell(): string | null {
    const from = this.#at + 1;
    let [close, doubled] = [this.text.indexOf('"', from), false];
    while (close !== -1 && this.text.charCodeAt(close + 1) === quote) {
      doubled = true;
      close = this.text.indexOf('"', close + 2);
    }
    if (close === -1) return this.rules.loose ? null : refuse("open_quote", this.#place(this.width + 1));
    const after = this.text.charCodeAt(close + 1);
    const ends =
      after === this.#delimiter || after === lineFeed || after === carriageReturn || Number.isNaN(after);
    if (!ends) return this.rules.loose ? null : refuse("text_after_quote", this.#place(this.width + 1));
    this.#at = close + 1;
    const words = this.text.slice(from, close);
    return doubled ? words.replaceAll('""', '"') : words;
  }

  #endLine(): void {
    const code = this.text.charCodeAt(this.#at);
    if (code === lineFeed) this.#ends.lf++;
    else if (code === carriageReturn) {
      if (this.text.charCodeAt(this.#at + 1) === lineFeed) {
        this.#ends.crlf++;
        this.#at++;
      } else this.#ends.cr++;
    }
    this.#at++;
  }

  #place = (column: number): Place => ({ row: this.row, column });
}
