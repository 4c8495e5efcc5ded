import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { Lines, RowSum, type Sum } from "./copy-text";
import { closing, type End, endMark, type Head, headMark, thisForm } from "./form";
import type { Table } from "./tables";

/** A backup as it is read: its head, the rows of its tables in turn, and at the end what they must add up to. */
export type Part =
  | { readonly kind: "head"; readonly head: Head }
  | { readonly kind: "rows"; readonly table: Table; readonly lines: readonly Buffer[] }
  | { readonly kind: "end"; readonly end: End };

/** Rows are handed over in parts of about so many bytes. */
const partSize = 1024 * 1024;

/**
 * Reads a backup from its beginning to its end.
 * @throws where a byte of it is not what was written
 */
export async function* readBackup(file: string): AsyncGenerator<Part> {
  const reading = new Reading(file);
  const lines = new Lines();
  const input = createReadStream(file);
  const text = input.pipe(createGunzip());
  input.once("error", (error) => text.destroy(error));
  try {
    for await (const piece of text) for (const line of lines.of(piece)) yield* reading.take(line);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code?.startsWith("Z_"))
      throw new Error(`${file} is damaged or cut off (${(error as Error).message}).`);
    throw error;
  } finally {
    input.destroy();
  }
  reading.finish();
}

class Reading {
  private head: Head | null = null;
  private table: Table | null = null;
  private ended = false;
  private held: Buffer[] = [];
  private heldBytes = 0;
  private sum = new RowSum();
  private sums: Record<string, Sum> = {};
  private hash = createHash("sha256");

  constructor(private file: string) {}

  *take(line: Buffer): Generator<Part> {
    if (this.ended) throw this.damaged("something follows its end");
    if (this.head === null) yield this.begin(line);
    else if (this.table === null) yield* this.between(line.toString("utf8"));
    else if (line.length === 2 && line.toString() === closing) yield* this.closeTable(this.table);
    else yield* this.row(this.table, line);
    if (!this.ended) this.hash.update(line).update("\n");
  }

  finish(): void {
    if (!this.ended) throw this.damaged("its end is missing");
  }

  private begin(line: Buffer): Part {
    const text = line.toString("utf8");
    if (!text.startsWith(headMark)) throw new Error(`${this.file} is not a backup of Verbatim.`);
    this.head = JSON.parse(text.slice(headMark.length)) as Head;
    if (this.head.form !== thisForm)
      throw new Error(`${this.file} was made by a newer version of Verbatim: restore it with that one.`);
    return { kind: "head", head: this.head };
  }

  private *between(text: string): Generator<Part> {
    if (text.startsWith(endMark)) {
      const end = JSON.parse(text.slice(endMark.length)) as End;
      if (end.sha256 !== this.hash.digest("hex")) throw this.damaged("its checksum is not that of its text");
      if (JSON.stringify(end.tables) !== JSON.stringify(this.sums)) throw this.damaged("rows are missing");
      this.ended = true;
      yield { kind: "end", end };
      return;
    }
    const name = /^COPY "(\w+)" /.exec(text)?.[1];
    this.table = this.head?.tables.find((one) => one.name === name) ?? null;
    if (this.table === null) throw this.damaged("a table in it is not of its list");
  }

  private *row(table: Table, line: Buffer): Generator<Part> {
    this.sum.add(line);
    this.held.push(line);
    this.heldBytes += line.length;
    if (this.heldBytes >= partSize) yield this.rowsOf(table);
  }

  private *closeTable(table: Table): Generator<Part> {
    if (this.held.length > 0) yield this.rowsOf(table);
    this.sums[table.name] = this.sum.value;
    this.sum = new RowSum();
    this.table = null;
  }

  private rowsOf(table: Table): Part {
    const lines = this.held;
    this.held = [];
    this.heldBytes = 0;
    return { kind: "rows", table, lines };
  }

  private damaged(how: string): Error {
    return new Error(`${this.file} is damaged: ${how}.`);
  }
}
