/** The text form of COPY: one row a line, fields parted by tabs, the same on every engine and version. */
import { createHash } from "node:crypto";

const newline = 10;

/** Cuts bytes into lines, without their ends; what follows the last end is kept for the next piece. */
export class Lines {
  private rest: Buffer = Buffer.alloc(0);

  of(piece: Uint8Array): Buffer[] {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, piece]) : Buffer.from(piece);
    const lines: Buffer[] = [];
    let from = 0;
    for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
      lines.push(bytes.subarray(from, at));
      from = at + 1;
    }
    this.rest = bytes.subarray(from);
    return lines;
  }

  /** What came after the last line's end. */
  get left(): Buffer {
    return this.rest;
  }
}

/** How many rows there are and what they sum to, in whatever order they come. */
export type Sum = { readonly rows: number; readonly sum: string };

/**
 * Sums the SHA-256 of rows as eight numbers, each for itself, so that two tables have the same sum exactly where they
 * hold the same rows: no sorting, in which engines and languages differ.
 */
export class RowSum {
  private rows = 0;
  private lanes = new Uint32Array(8);

  add(line: Uint8Array): void {
    const hash = createHash("sha256").update(line).digest();
    for (let lane = 0; lane < 8; lane++) this.lanes[lane] = this.lanes[lane]! + hash.readUInt32LE(lane * 4);
    this.rows++;
  }

  get value(): Sum {
    const words = [...this.lanes].map((lane) => lane.toString(16).padStart(8, "0"));
    return { rows: this.rows, sum: words.join("") };
  }
}

const escapes: Record<string, string> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/** The fields of a row, NULL as null. */
export function fieldsOf(line: Buffer): (string | null)[] {
  return line
    .toString("utf8")
    .split("\t")
    .map((field) => (field === "\\N" ? null : field.replace(/\\(.)/g, (_, one) => escapes[one] ?? one)));
}
