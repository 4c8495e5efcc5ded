import { breather } from "../breathe";
import type { Limits } from "../limits";
import type { Table } from "../table";
import { TableBuilder } from "../table-builder";
import type { TableFileFormat, TableNote } from "../table-facts";
import { type Delimiter, delimiters, type Known, Sightings, type TableFacts } from "../table-facts";
import { refuse } from "../table-refusal";
import { findDelimiter } from "./find-delimiter";
import { RecordReader } from "./record-reader";

export type DelimitedOptions = {
  readonly format?: TableFileFormat;
  readonly delimiter?: Delimiter;
  readonly headerRow?: number;
  readonly limits: Limits;
  /** Whether tabs are to be expected where nothing else decides. */
  readonly tabs: boolean;
  /** See `RecordRules.loose`. */
  readonly loose: boolean;
};

/** What is known of a text before its records are read. */
export type TextFacts = Pick<TableFacts, "encoding" | "bom"> & { readonly notes: readonly TableNote[] };

/** @throws {Refused} */
export async function readDelimited(
  text: string,
  options: DelimitedOptions,
  known: TextFacts,
): Promise<Table> {
  const { limits, headerRow, loose } = options;
  refuseNul(text);
  const sep = sepLine(text);
  const { delimiter, notes } = chooseDelimiter(text, sep, options);
  const builder = new TableBuilder(limits, headerRow);
  const reader = new RecordReader(text, { ...limits, delimiter: delimiter.is, loose }, sep?.length);
  const quoted = new Sightings();
  const breathe = breather();
  for (let cells = reader.next(); cells !== null; cells = reader.next()) {
    for (const column of reader.quoted) quoted.see(reader.row, column);
    builder.add(cells, reader.row, true, reader.width);
    if (reader.row % 512 === 0) await breathe();
  }
  const { header, rows, ...built } = builder.build([]);
  const quotes = quoted.seen.count > 0 ? [{ kind: "quotes_in_cell" as const, ...quoted.seen }] : [];
  const facts: TableFacts = {
    format: {
      is: delimiter.is === "\t" ? "tsv" : "csv",
      how: options.format === undefined ? "found" : "stated",
    },
    encoding: known.encoding,
    delimiter,
    bom: known.bom,
    lineEnd: reader.lineEnd,
    headerRow: built.headerRow,
    sheet: null,
    sheets: [],
    notes: [...known.notes, ...notes, ...built.notes, ...quotes],
  };
  return { header, rows, facts };
}

type Sep = { readonly delimiter: string; readonly length: number };

/** A first line such as `sep=;`, which Excel takes for an instruction. */
function sepLine(text: string): Sep | null {
  const [line, delimiter] = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  return line === undefined || delimiter === undefined ? null : { delimiter, length: line.length };
}

function chooseDelimiter(
  text: string,
  sep: Sep | null,
  { delimiter, format, headerRow, tabs }: DelimitedOptions,
): { readonly delimiter: Known<Delimiter>; readonly notes: readonly TableNote[] } {
  const said: readonly TableNote[] = sep === null ? [] : [{ kind: "sep_line" }];
  const stated = delimiter ?? (format === "tsv" ? "\t" : undefined);
  if (stated !== undefined) return { delimiter: { is: stated, how: "stated" }, notes: said };
  if (sep !== null) {
    const named = delimiters.find((one) => one === sep.delimiter);
    if (named === undefined) refuse("unknown_delimiter", { delimiter: sep.delimiter });
    return { delimiter: { is: named, how: "found" }, notes: said };
  }
  const found = findDelimiter(text, headerRow, tabs);
  const notes: readonly TableNote[] =
    found.other === null ? [] : [{ kind: "other_delimiter", delimiter: found.other }];
  return { delimiter: { is: found.delimiter, how: "found" }, notes };
}

function refuseNul(text: string): void {
  const at = text.indexOf("\0");
  if (at === -1) return;
  const before = text.slice(0, at + 1);
  const rules = {
    delimiter: ",",
    columns: before.length,
    cellCharacters: before.length,
    loose: true,
  } as const;
  const reader = new RecordReader(before, rules);
  while (reader.next() !== null);
  refuse("nul", { row: reader.row });
}
