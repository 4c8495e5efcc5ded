import { type ExportColumn, figureExportColumns } from "@/domain/export/columns";
import { columnLetters, xlsxLimits, xlsxStyles } from "@/domain/export/xlsx";
import { couldRun, verbatim } from "./stream-formats";
import { literal } from "./stream-literals";

/** More digits than these a spreadsheet rounds away: such a number stays text. */
const exactDigits = 15;

const controls = [...Array.from({ length: 31 }, (_, index) => index + 1)].filter(
  (code) => ![9, 10, 13].includes(code),
);

/** What marks the place where a cell too long for a spreadsheet was cut; CSV has it whole. */
const cut = " […]";

/** Text for an XML element, in SQL. Characters that XML lacks are written `_x0001_`, as Excel does. */
function escaped(text: string): string {
  const short = `case when length(${text}) > ${xlsxLimits.characters} then left(${text}, ${xlsxLimits.characters - cut.length}) || '${cut}' else ${text} end`;
  const plain = replaced(short, [
    ["&", "&amp;"],
    ["<", "&lt;"],
    [">", "&gt;"],
    ["\n", "&#10;"],
    ["\r", "_x000D_"],
  ]);
  const odd = replaced(
    `regexp_replace(${plain}, '_(x[0-9A-Fa-f]{4}_)', '_x005F_\\1', 'g')`,
    controls.map((code) => [
      String.fromCharCode(code),
      `_x${code.toString(16).toUpperCase().padStart(4, "0")}_`,
    ]),
  );
  return `case when ${text} ~ E'[\\x01-\\x08\\x0b\\x0c\\x0d\\x0e-\\x1f]|_x[0-9A-Fa-f]{4}_' then ${odd} else ${plain} end`;
}

const replaced = (text: string, pairs: readonly (readonly [string, string])[]) =>
  pairs.reduce((inner, [from, to]) => `replace(${inner}, ${literal(from)}, ${literal(to)})`, text);

const needsEscape = ({ name, type, words }: ExportColumn) =>
  type === "text" || name === "attribution" || words?.some((word) => /[<>&]/.test(word)) === true;

function cell(column: ExportColumn, index: number, guard: boolean): string {
  const [value, letters] = [`r.${column.name}`, columnLetters(index)];
  const open = (attributes: string) => `'<c r="${letters}' || n || '"${attributes}>`;
  const text = (of: string, attributes = "") =>
    `${open(`${attributes} t="inlineStr"><is><t xml:space="preserve"`)}' || ${of} || '</t></is></c>'`;
  const number = (of: string, attributes = "") => `${open(`${attributes}><v`)}' || ${of} || '</v></c>'`;
  switch (column.type) {
    case "decimal":
      return `case when length(ltrim(translate(${value}::text, '-.', ''), '0')) <= ${exactDigits} then ${number(`${value}::text`)} else ${text(`${value}::text`)} end`;
    case "integer":
      return number(`${value}::text`);
    case "boolean":
      return number(`${value}::int::text`, ' t="b"');
    case "date":
      return `case when ${value} >= '1900-03-01' then ${number(`(${value} - date '1899-12-30')::text`, ` s="${xlsxStyles.date}"`)} else ${text(`to_char(${value}, 'YYYY-MM-DD')`)} end`;
    default: {
      const of = needsEscape(column) ? escaped(value) : value;
      if (column.type !== "text" || !guard) return text(of);
      return `case when ${couldRun(value)} then ${text(of, ` s="${xlsxStyles.quoted}"`)} else ${text(of)} end`;
    }
  }
}

/**
 * `rows` as `<row>` elements of a sheet; `before` rows stand above them, and the header. A text a spreadsheet could run
 * is kept as it is and marked as text.
 */
export function copyXlsx(
  rows: string,
  before: number,
  guard: boolean,
  columns: readonly ExportColumn[] = figureExportColumns,
): string {
  const cells = columns.map((column, index) => cell(column, index, guard));
  const numbered = `select (row_number() over () + ${before + 1})::text as n, o.* from (${rows}) o`;
  return `copy (select concat('<row r="', n, '">', ${cells.join(", ")}, '</row>') from (${numbered}) r) to stdout ${verbatim}`;
}
