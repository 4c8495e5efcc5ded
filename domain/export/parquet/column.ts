import { join } from "../bytes";
import { varint } from "./thrift";

/** How a column is stored: the physical type, and what it stands for. */
export type ParquetType =
  | { readonly kind: "text" | "integer" | "boolean" | "date" }
  | { readonly kind: "decimal"; readonly scale: number };

export type ParquetColumn = { readonly name: string; readonly optional: boolean } & ParquetType;

/** Digits of every decimal column: the most that 16 bytes hold. */
export const decimalPrecision = 38;
const decimalBytes = 16;

/** The values of one column of one row group, in Parquet's PLAIN encoding, as they are handed over. */
export class ColumnPage {
  private bytes = new Uint8Array(1024);
  private view = new DataView(this.bytes.buffer);
  private length = 0;
  private present = new Uint8Array(128);
  private rows = 0;
  private values = 0;

  constructor(private readonly column: ParquetColumn) {}

  skip(): void {
    if (!this.column.optional) throw new Error(`${this.column.name} is missing from a row`);
    this.countRow(false);
  }

  /** UTF-8 as it stands at `from`–`to` of `bytes`. */
  text(bytes: Uint8Array, from: number, to: number): void {
    const size = to - from;
    this.room(size + 4);
    this.view.setInt32(this.length, size, true);
    this.bytes.set(bytes.subarray(from, to), this.length + 4);
    this.length += size + 4;
    this.countRow(true);
  }

  /** A 32-bit number; days since 1970 for a date. */
  integer(value: number): void {
    this.room(4);
    this.view.setInt32(this.length, value, true);
    this.length += 4;
    this.countRow(true);
  }

  boolean(value: boolean): void {
    const at = this.values >> 3;
    this.room(at + 1 - this.length);
    if (value) this.bytes[at]! |= 1 << (this.values & 7);
    this.length = at + 1;
    this.countRow(true);
  }

  /** A decimal by its digits, without its point, in two's complement, the highest byte first. */
  decimal(value: bigint): void {
    this.room(decimalBytes);
    this.view.setBigInt64(this.length, value >> 64n);
    this.view.setBigUint64(this.length + 8, value & 0xffff_ffff_ffff_ffffn);
    this.length += decimalBytes;
    this.countRow(true);
  }

  /** The page: which rows have a value, then the values. Makes room for the next one. */
  take(): Uint8Array {
    const values = this.bytes.slice(0, this.length);
    const page = this.column.optional ? join([this.levels(), values]) : values;
    this.bytes.fill(0, 0, this.length);
    this.present.fill(0);
    this.length = 0;
    this.rows = 0;
    this.values = 0;
    return page;
  }

  /** Definition levels of one bit, as a single bit-packed run behind its length in four bytes. */
  private levels(): Uint8Array {
    const groups = Math.ceil(this.rows / 8);
    const run = join([varint((BigInt(groups) << 1n) | 1n), this.present.slice(0, groups)]);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setInt32(0, run.length, true);
    return join([length, run]);
  }

  private countRow(present: boolean): void {
    const at = this.rows >> 3;
    if (at >= this.present.length) this.present = grown(this.present, at + 1);
    if (present) {
      this.present[at]! |= 1 << (this.rows & 7);
      this.values++;
    }
    this.rows++;
  }

  private room(size: number): void {
    if (this.length + size <= this.bytes.length) return;
    this.bytes = grown(this.bytes, this.length + size);
    this.view = new DataView(this.bytes.buffer);
  }
}

function grown(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

/** The digits of a decimal string for a scale. @throws where it has more decimal places */
export function unscaled(decimal: string, scale: number): bigint {
  const [whole = "", fraction = ""] = decimal.split(".");
  if (fraction.length > scale) throw new Error(`${decimal} has more than ${scale} decimal places`);
  return BigInt(whole + fraction.padEnd(scale, "0"));
}
