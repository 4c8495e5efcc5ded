import type { Limits } from "../limits";
import type { Table, TableOptions } from "../table";
import { TableBuilder } from "../table-builder";
import type { Known, TableNote } from "../table-facts";
import { refuse } from "../table-refusal";
import { emptyCovered } from "./cell-reference";
import { partOf } from "./open-package";
import { CellReader } from "./read-cell";
import { readXml } from "./read-xml";
import { readSharedStrings } from "./shared-strings";
import { SheetReader } from "./sheet-reader";
import { readStyles } from "./styles";
import { openWorkbook, type Workbook } from "./workbook";

type Options = TableOptions & { readonly limits: Limits };

/**
 * The table in one sheet of a workbook (XLSX, XLSM: ECMA-376, strict too). Numbers stay the digits they are written
 * in; of formulas the result last computed counts.
 * @throws {Refused}
 */
export async function readWorkbook(bytes: Uint8Array, options: Options): Promise<Table> {
  const { limits, headerRow } = options;
  const book = await openWorkbook(bytes, limits);
  const { sheet, part } = chooseSheet(book, options.sheet);
  const strings = await readSharedStrings(book, limits);
  const styles = await readStyles(book);
  const cells = new CellReader({ strings, styles, calendar: book.calendar, part });
  const builder = new TableBuilder(limits, headerRow);
  const reader = new SheetReader(part, cells, builder, limits);
  await readXml(partOf(book.pack, part), book.pack, reader);
  const visible = book.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name);
  const { header, rows, ...built } = builder.build(visible, (all) => {
    if (!emptyCovered(all, reader.merged, limits.cells)) refuse("broken", { part, reason: "merged_cells" });
  });
  return {
    header,
    rows,
    facts: {
      format: { is: "xlsx", how: options.format === undefined ? "found" : "stated" },
      encoding: null,
      delimiter: null,
      bom: false,
      lineEnd: null,
      headerRow: built.headerRow,
      sheet,
      sheets: book.sheets.map(({ name, hidden }) => ({ name, hidden })),
      notes: [...built.notes, ...cells.notes, ...sheetNotes(reader)],
    },
  };
}

/** The sheet of that name, spelt in small letters or not; else the first a reader sees. */
function chooseSheet(
  { sheets }: Workbook,
  stated: string | undefined,
): { readonly sheet: Known<string>; readonly part: string } {
  const same = (name: string) => name.trim().toLowerCase() === stated?.trim().toLowerCase();
  const found =
    stated === undefined
      ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0])
      : (sheets.find(({ name }) => name === stated) ?? sheets.find(({ name }) => same(name)));
  if (found === undefined)
    refuse("no_sheet", { sheet: stated ?? null, sheets: sheets.map(({ name }) => name) });
  return { sheet: { is: found.name, how: stated === undefined ? "found" : "stated" }, part: found.part };
}

function sheetNotes({ merged, hiddenRows }: SheetReader): readonly TableNote[] {
  const notes = [
    { kind: "merged_cells", count: merged.length, first: merged.slice(0, 20).map(({ from }) => from) },
    { kind: "hidden_rows", ...hiddenRows.seen },
  ] as const;
  return notes.filter(({ count }) => count > 0);
}
