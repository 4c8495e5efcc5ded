import { type FigureExportColumn, figureExportColumns } from "../../export/columns";
import { xlsxLimits } from "../../export/xlsx";
import { type ImportField, importFields, type RowContent } from "../row";
import { readUnder } from "../value/decimal-mark";

/** Columns of a download that say what a row says of a figure; the others only tell of it, and are not compared. */
export const comparedColumns = figureExportColumns.flatMap((column) => {
  const field = importFields.find((one) => one === column.name);
  return field === undefined ? [] : [{ ...column, field }];
});

/** Texts, which may hold anything, so that our CSV guards those a spreadsheet could run. */
const texts = new Set<string>(comparedColumns.filter(({ type }) => type === "text").map(({ name }) => name));
export const isText = (field: ImportField) => texts.has(field) || field === "note";

const cut = " […]";

/** A text as a workbook of ours has it, which cuts what a cell cannot hold: so that it compares equal in every format. */
function asSheetHasIt(text: string): string {
  if (text.length <= xlsxLimits.characters) return text;
  const characters = [...text];
  return characters.length <= xlsxLimits.characters
    ? text
    : characters.slice(0, xlsxLimits.characters - cut.length).join("") + cut;
}

/** A text of ours as it is compared; empty words say nothing. */
export function ownText(field: ImportField, text: string): string | null {
  const whole = asSheetHasIt(text);
  return (field === "sentence" ? whole : whole.trim()) || null;
}

/**
 * What a row of a download says, as the database has it: the same as a file of it, read back, in any format.
 * @param row decimals as strings, days as YYYY-MM-DD
 */
export function contentOfExportRow(
  row: Readonly<Partial<Record<FigureExportColumn, string | number | boolean | null>>>,
): RowContent {
  return Object.fromEntries(
    comparedColumns.map(({ name, field, type }) => {
      const value = row[name] ?? null;
      if (value === null) return [field, null];
      if (type === "decimal") return [field, readUnder(".", String(value))];
      return [field, ownText(field, String(value))];
    }),
  );
}
