import { strToU8, type Zippable, zipSync } from "fflate";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
const strict = {
  main: "http://purl.oclc.org/ooxml/spreadsheetml/main",
  office: "http://purl.oclc.org/ooxml/officeDocument/relationships",
} as const;

export type BookSpec = {
  /** `<row>` elements, or a whole sheet's content where it begins with another element. */
  readonly sheets?: Readonly<Record<string, string>>;
  /** `state` of a sheet by its name. */
  readonly states?: Readonly<Record<string, "hidden" | "veryHidden">>;
  /** `<si>` elements. */
  readonly strings?: string;
  /** Format codes of the cell styles 0, 1, …; a number is one known to every spreadsheet. */
  readonly formats?: readonly (string | number)[];
  readonly calendar1904?: boolean;
  readonly strict?: boolean;
  readonly prefix?: string;
  /** Parts instead of, or beside, those written here. */
  readonly parts?: Readonly<Record<string, string>>;
};

/** A workbook with what a test is about, and nothing else. */
export function workbook(spec: BookSpec): Uint8Array {
  const parts: Zippable = {};
  for (const [name, words] of Object.entries({ ...bookParts(spec), ...spec.parts }))
    parts[name] = strToU8(words);
  return zipSync(parts);
}

function bookParts(spec: BookSpec): Record<string, string> {
  const names = spec.strict ? strict : { main, office };
  const sheets = Object.entries(spec.sheets ?? {});
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${names.office}/${type}" Target="${target}"/>`;
  const relations = (all: string) => `<Relationships xmlns="${packaged}">${all}</Relationships>`;
  const tabs = sheets.map(([name], index) => {
    const state = spec.states?.[name];
    return `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ""} r:id="s${index}"/>`;
  });
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations(relation("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${names.main}" xmlns:r="${names.office}"><workbookPr${spec.calendar1904 ? ' date1904="1"' : ""}/><sheets>${tabs.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      [
        ...sheets.map((_, index) => relation(`s${index}`, "worksheet", `worksheets/sheet${index + 1}.xml`)),
        spec.strings === undefined ? "" : relation("strings", "sharedStrings", "/xl/sharedStrings.xml"),
        spec.formats === undefined ? "" : relation("styles", "styles", "styles.xml"),
      ].join(""),
    ),
  };
  for (const [index, [, rows]] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = sheetPart(rows, names.main, spec.prefix);
  if (spec.strings !== undefined)
    parts["xl/sharedStrings.xml"] = `<sst xmlns="${names.main}">${spec.strings}</sst>`;
  if (spec.formats !== undefined) parts["xl/styles.xml"] = stylesPart(spec.formats, names.main);
  return parts;
}

function sheetPart(rows: string, namespace: string, prefix?: string): string {
  const content = /^<row|^$/.test(rows) ? `<sheetData>${rows}</sheetData>` : rows;
  if (prefix === undefined) return `<worksheet xmlns="${namespace}">${content}</worksheet>`;
  const prefixed = content.replace(/<(\/?)([a-z])/gi, `<$1${prefix}:$2`);
  return `<${prefix}:worksheet xmlns:${prefix}="${namespace}">${prefixed}</${prefix}:worksheet>`;
}

function stylesPart(formats: readonly (string | number)[], namespace: string): string {
  const id = (format: string | number, index: number) => (typeof format === "number" ? format : 164 + index);
  const custom = formats.flatMap((format, index) =>
    typeof format === "number"
      ? []
      : [`<numFmt numFmtId="${id(format, index)}" formatCode="${format.replaceAll('"', "&quot;")}"/>`],
  );
  const styles = formats.map((format, index) => `<xf numFmtId="${id(format, index)}"/>`);
  return `<styleSheet xmlns="${namespace}"><numFmts>${custom.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${styles.join("")}</cellXfs></styleSheet>`;
}

/** A row of inline strings, numbers (written as they are) and nothing. */
export function row(number: number, ...cells: readonly (string | number | null)[]): string {
  const letters = "ABCDEFGHIJ";
  const written = cells.map((cell, index) => {
    const at = `${letters[index]}${number}`;
    if (cell === null) return "";
    return typeof cell === "number"
      ? `<c r="${at}"><v>${cell}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${written.join("")}</row>`;
}
