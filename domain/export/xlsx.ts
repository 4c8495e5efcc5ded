import { type Bytes, concat } from "./bytes";
import type { ExportColumn } from "./columns";
import { guardCell } from "./csv";
import { textEntry, type ZipEntry } from "./zip";

/** Excel's own limits: rows of a sheet with its header, and characters of a cell. */
export const xlsxLimits = { rows: 1_048_576, characters: 32_767 } as const;

/** Cell styles by number: plain, a date, and a text that stays one though it looks like a formula. */
export const xlsxStyles = { plain: 0, date: 1, quoted: 2, header: 3 } as const;

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const contentTypes = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`;
const rootRelations = `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const bookRelations = `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
const styles = `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const workbook = (sheet: string, notes: string) =>
  `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="rId1"/><sheet name="${escapeXml(notes)}" sheetId="2" r:id="rId2"/></sheets></workbook>`;

/**
 * The parts of a workbook: one sheet of rows under a frozen header, one that says what they are.
 * @param rows `<row>` elements from row 2 on, as the database or `sheetRows` writes them
 */
export function* workbookParts(
  columns: readonly ExportColumn[],
  rows: Bytes,
  notes: readonly (readonly [string, string])[],
  name = "figures",
): Generator<ZipEntry> {
  yield textEntry("[Content_Types].xml", contentTypes);
  yield textEntry("_rels/.rels", rootRelations);
  yield textEntry("xl/workbook.xml", workbook(name, "about"));
  yield textEntry("xl/_rels/workbook.xml.rels", bookRelations);
  yield textEntry("xl/styles.xml", styles);
  yield {
    name: "xl/worksheets/sheet1.xml",
    bytes: concat(opening(columns), rows, "</sheetData></worksheet>"),
  };
  yield textEntry("xl/worksheets/sheet2.xml", aboutSheet(notes));
}

function opening(columns: readonly ExportColumn[]): string {
  const widths = columns.map(({ name, type }, index) => {
    const width = name === "sentence" ? 60 : type === "text" ? 28 : Math.max(12, name.length + 2);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const header = columns.map(({ name }, index) =>
    textCell(`${columnLetters(index)}1`, name, xlsxStyles.header),
  );
  return `${xml}<worksheet xmlns="${main}">${frozen}<cols>${widths.join("")}</cols><sheetData><row r="1">${header.join("")}</row>`;
}

function aboutSheet(notes: readonly (readonly [string, string])[]): string {
  const rows = notes.map(
    ([term, words], index) =>
      `<row r="${index + 1}">${textCell(`A${index + 1}`, term, xlsxStyles.header)}${textCell(`B${index + 1}`, words, xlsxStyles.quoted)}</row>`,
  );
  const widths =
    '<cols><col min="1" max="1" width="24" customWidth="1"/><col min="2" max="2" width="100" customWidth="1"/></cols>';
  return `${xml}<worksheet xmlns="${main}">${widths}<sheetData>${rows.join("")}</sheetData></worksheet>`;
}

/** What marks the place where a cell too long for a spreadsheet was cut; CSV has it whole. */
const cut = " […]";

/** Rows of a small table as `<row>` elements, typed; those of a large one are written by the database. */
export function sheetRows(
  columns: readonly ExportColumn[],
  rows: readonly Readonly<Record<string, string | number | null>>[],
  guard: boolean,
): string {
  return rows
    .map((row, index) => {
      const cells = columns.map((column, at) => {
        const value = row[column.name] ?? null;
        return value === null ? "" : sheetCell(`${columnLetters(at)}${index + 2}`, column, value, guard);
      });
      return `<row r="${index + 2}">${cells.join("")}</row>`;
    })
    .join("");
}

/** Days before this one Excel counts wrongly: they stay text. */
const firstDay = "1900-03-01";

function sheetCell(at: string, { type }: ExportColumn, value: string | number, guard: boolean): string {
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (type === "date" && value >= firstDay) {
    const serial = (Date.parse(`${value}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
    return `<c r="${at}" s="${xlsxStyles.date}"><v>${serial}</v></c>`;
  }
  const { characters } = xlsxLimits;
  const text = value.length > characters ? value.slice(0, characters - cut.length) + cut : value;
  const style = guard && guardCell(value) !== value ? xlsxStyles.quoted : xlsxStyles.plain;
  return textCell(at, text, style);
}

const textCell = (at: string, text: string, style: number) =>
  `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** "A" for 0, "AK" for 36. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Text as XML has it; control characters, which XML has not, are left out. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones meant
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
