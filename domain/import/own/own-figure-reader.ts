import type { Lexicon } from "../../extract/proposal";
import { unattributed } from "../../figure-query";
import { comparators } from "../../vocabulary";
import { type Cell, plainCell, type TableRow } from "../cell";
import { dateOrderOf, decimalMarkOf } from "../column-evidence";
import { readDate } from "../dates/read-date";
import { type FieldAnswer, isErrorCell, longestText, problemOf } from "../field-answer";
import { columnsOf } from "../field-cells";
import {
  attributionReader,
  closedReader,
  dateFields,
  isClosed,
  namedFields,
  nameReader,
  numberFields,
} from "../field-readers";
import type { FieldMap, FieldMaps } from "../map";
import { nameFinder } from "../names";
import type { FigureRead } from "../read-figure";
import { type CellProblem, type ImportField, importFields, type RowContent } from "../row";
import type { Table } from "../table";
import { unguarded } from "../unguard";
import { readInColumn } from "../value/decimal-mark";
import { isText, ownText } from "./own-content";

type Read = (text: string, typed: boolean) => FieldAnswer;
type Column = {
  readonly field: ImportField;
  readonly name: string;
  readonly index: number;
  readonly read: Read;
};

/**
 * Reads rows of a download of ours: its cells hold the collection's own words, so that what nobody touched is equal to
 * what the database says, value by value.
 */
export function ownFigureReader(
  table: Table,
  fields: FieldMaps,
  names: Lexicon,
): (row: TableRow) => FigureRead {
  const guarded = isGuarded(table);
  const columns = importFields.flatMap((field): Column[] => {
    const from = fields[field];
    const [name] = columnsOf(from);
    if (from === undefined || name === undefined) return [];
    return [{ field, name, index: table.header.indexOf(name), read: readerOf(table, field, from, names) }];
  });
  const unitOf = new Map(names.metrics.map(({ slug, allowedUnits }) => [slug, allowedUnits[0]]));
  const idAt = columns.find(({ field }) => field === "figure_id")?.index ?? -1;
  return ({ cells }) => {
    const known = plainCell(cells[idAt] ?? null).trim() !== "";
    const { content, bare, problems } = readCells(columns, cells, guarded, known);
    if (problems.length > 0) return { kind: "refused", problems };
    const spot = spotOf(columns, cells, content);
    if (known) return { kind: "figure", content, ...(bare && { bare }), spot, creates: [] };
    if (spot === null) return { kind: "empty" };
    const missing = missingOf(content);
    if (missing.length > 0) return { kind: "refused", problems: missing };
    const unit = content.unit ?? unitOf.get(content.metric!) ?? null;
    return { kind: "figure", content: { ...content, unit }, spot, creates: [] };
  };
}

function readCells(columns: readonly Column[], cells: readonly Cell[], guarded: boolean, known: boolean) {
  const content: Partial<Record<ImportField, string | null>> = {};
  const problems: CellProblem[] = [];
  let bare: Partial<Record<ImportField, string | null>> | undefined;
  for (const { field, name, index, read } of columns) {
    const cell = cells[index] ?? null;
    const text = guarded && typeof cell === "string" && isText(field) ? unguarded(cell) : plainCell(cell);
    if (text !== plainCell(cell)) bare = { ...bare, [field]: ownText(field, plainCell(cell)) };
    const answer = text === "" ? { value: null } : read(text, typeof cell === "object");
    // An entry that was retired since has no name any more: the same as before, or a change that is refused later on.
    if ("rule" in answer && answer.rule === "unknown_name" && known) content[field] = text.trim();
    else if ("rule" in answer)
      problems.push(problemOf(answer.rule, { text, cell, index, column: name, replaced: false }));
    else content[field] = answer.value;
  }
  return { content, bare, problems };
}

function readerOf(table: Table, field: ImportField, from: FieldMap, names: Lexicon): Read {
  if (isText(field)) return (text) => textAnswer(field, text);
  const read = plainReaderOf(table, field, from, names);
  return (text, typed) => (isErrorCell(text) ? { rule: "error_cell" } : read(text.trim(), typed));
}

function textAnswer(field: ImportField, text: string): FieldAnswer {
  const value = ownText(field, text);
  return value !== null && field !== "sentence" && field !== "source_url" && value.length > longestText
    ? { rule: "too_long" }
    : { value };
}

function plainReaderOf(table: Table, field: ImportField, from: FieldMap, names: Lexicon): Read {
  const list = namedFields[field];
  if (list !== undefined) return nameReader(field, list, names);
  if (field === "attribution") return attributionReader(names);
  if (isClosed(field)) return closedReader(field);
  if (field === "comparator")
    return (text) => (comparators.some((one) => one === text) ? { value: text } : { rule: "unknown_word" });
  if (numberFields.some((one) => one === field)) {
    const mark = decimalMarkOf(table, from);
    return (text, typed) => {
      const read = readInColumn(text, typed ? "." : mark);
      if (read === "unclear") return { rule: "ambiguous_number" };
      return read === null ? { rule: "no_number_read" } : { value: read };
    };
  }
  if (!dateFields.some((one) => one === field)) return (text) => ({ value: text });
  const order = dateOrderOf(table, from);
  return (text) => {
    if (/^\d{4}-\d\d-\d\d$/.test(text) && Number.isFinite(Date.parse(text))) return { value: text };
    const read = readDate(text, order);
    if (read === "unclear") return { rule: "ambiguous_date" };
    return read?.precision === "day" ? { value: read.start } : { rule: "no_date_read" };
  };
}

/** Where the number stands, value first; null for a figure that has none. */
function spotOf(columns: readonly Column[], cells: readonly Cell[], content: RowContent) {
  const column = numberFields
    .map((field) => columns.find((one) => one.field === field))
    .find((one) => one !== undefined && content[one.field]);
  if (column === undefined) return null;
  const text = plainCell(cells[column.index] ?? null);
  const start = text.length - text.trimStart().length;
  return { index: column.index, start, end: text.trimEnd().length, readsAs: content[column.field] ?? null };
}

function missingOf({ metric, claimant, attribution }: RowContent): CellProblem[] {
  const lacks = (column: string): CellProblem => ({ rule: "field_missing", column, cell: "" });
  return [...(metric ? [] : [lacks("metric")]), ...(claimant || attribution ? [] : [lacks("claimant")])];
}

/**
 * Whether texts are guarded against running in a spreadsheet: those of our CSV and TSV are, unless `?raw=1` was asked
 * for, which shows by texts that would run. Workbooks mark such cells otherwise.
 */
function isGuarded({ header, rows, facts }: Table): boolean {
  if (facts.format.is === "xlsx") return false;
  const indices = header.flatMap((name, index) =>
    importFields.some((field) => field === name && isText(field)) ? [index] : [],
  );
  let bare = 0;
  for (const { cells } of rows)
    for (const index of indices) {
      const cell = cells[index];
      if (typeof cell !== "string") continue;
      if (unguarded(cell) !== cell) bare--;
      else if (/^[=+\-@\t\r\n＝＋－＠]/.test(cell)) bare++;
    }
  return bare <= 0;
}

/** Finds, in what changed of a figure of ours, the names that no entry has: such a change is refused. */
export function unknownNameFinder(names: Lexicon) {
  const readAttribution = attributionReader(names);
  const readers = new Map(
    Object.entries(namedFields).map(([field, list]) => [field, nameFinder(list, names)] as const),
  );
  return (content: RowContent, changed: readonly ImportField[]): CellProblem[] =>
    changed.flatMap((field): CellProblem[] => {
      const value = content[field];
      if (!value || (field === "claimant" && value === unattributed)) return [];
      const isKnown =
        field === "attribution" ? !("rule" in readAttribution(value)) : readers.get(field)?.(value) !== null;
      return isKnown ? [] : [{ rule: "unknown_name", column: field, cell: value.slice(0, 200) }];
    });
}
