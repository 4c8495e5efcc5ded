import { type ExportColumn, figureExportColumns } from "@/domain/export/columns";
import { literal } from "./stream-literals";

/** Which characters a spreadsheet takes for the beginning of a formula, the full-width ones of East Asia included. */
const runnable = "array['=','+','-','@',E'\\t',E'\\r',E'\\n','＝','＋','－','＠']";

/** A condition in SQL: a spreadsheet could be made to run the text. Any apostrophes in front do not count. */
const couldRun = (text: string) => `left(ltrim(${text}, ''''), 1) = any(${runnable})`;

export type CsvStyle = {
  readonly delimiter: "," | ";" | "\t";
  /** One apostrophe before what could be run; taking one away again gives the text back, whatever it was. */
  readonly guard: boolean;
  readonly decimalComma: boolean;
};

/** COPY writes a column of JSON or XML, which hold no control characters, as it is between these. */
const verbatim = "(format csv, quote E'\\x01', escape E'\\x01', delimiter E'\\x02', null '')";

const dateText = (name: string) => `to_char(${name}, 'YYYY-MM-DD')`;

function csvCell({ name, type }: ExportColumn, { guard, decimalComma }: CsvStyle): string {
  const cell = `r.${name}`;
  if (type === "date") return dateText(cell);
  if (type === "boolean") return `${cell}::text`;
  if (type === "decimal") return decimalComma ? `replace(${cell}::text, '.', ',')` : cell;
  if (type === "text" && guard) return `case when ${couldRun(cell)} then '''' || ${cell} else ${cell} end`;
  return cell;
}

/** `rows` as lines of CSV without a header: NULL an empty cell, "" a quoted one. */
export function copyCsv(
  rows: string,
  style: CsvStyle,
  columns: readonly ExportColumn[] = figureExportColumns,
): string {
  const cells = columns.map((column) => csvCell(column, style));
  return `copy (select ${cells.join(", ")} from (${rows}) r) to stdout (format csv, delimiter ${literal(style.delimiter)})`;
}

/** `rows` as one JSON object a line, `lead` before each. Decimals are strings: a JSON number is a float to most readers. */
export const copyJson = (rows: string, lead: "" | ","): string =>
  `copy (${jsonRows(rows, lead)}) to stdout ${verbatim}`;

/** The same as rows of one column, `line`. */
export function jsonRows(
  rows: string,
  lead: "" | ",",
  columns: readonly ExportColumn[] = figureExportColumns,
): string {
  return `select ${literal(lead)} || row_to_json(o)::text as line from (select ${jsonFields(columns)} from (${rows}) r) o`;
}

/** The columns of `r` as JSON has them. */
export const jsonFields = (columns: readonly ExportColumn[] = figureExportColumns): string =>
  columns
    .map(({ name, type }) => {
      if (type === "date") return `${dateText(`r.${name}`)} as ${name}`;
      return type === "decimal" ? `r.${name}::text as ${name}` : `r.${name}`;
    })
    .join(", ");

export { couldRun, verbatim };
