import type { Finding } from "../validate/finding";
import type { ImportMap } from "./map";
import { type CellProblem, type ImportField, importFields, type RowContent } from "./row";
import type { ImportRule } from "./rules";

/** The column that a field of one of the figures of a row is read from; null where no single column says it. */
export function columnOf(map: ImportMap, figure: number, field: ImportField | null): string | null {
  if (field === null) return null;
  const from = map.figures?.[figure]?.[field] ?? map.fields[field];
  if (from === undefined) return null;
  return "column" in from ? from.column : "columns" in from ? (from.columns[0] ?? null) : null;
}

/** Fields of a figure that a row calls by other names. */
const called: Readonly<Record<string, ImportField>> = {
  "period.start": "period_start",
  "period.end": "period_end",
  "reportedOn.start": "reported_on",
  "mentions.0.numberText": "value",
  "mentions.0.attribution": "claimant",
  "mentions.0.sentence": "sentence",
};

/** The field of a row that a field of its figure comes from; null where it comes from none. */
export function fieldOfRow(path: string): ImportField | null {
  const [first = ""] = path.split(".");
  return called[path] ?? importFields.find((field) => field === path || field === first) ?? null;
}

const longest = 200;
type Row = { readonly figure: number; readonly content: RowContent };

/** A problem of a row, with the column and what it says there. */
export function problemOf(
  map: ImportMap,
  { figure, content }: Row,
  rule: ImportRule,
  field: ImportField | null,
): CellProblem {
  const cell = field === null ? "" : (content[field] ?? "");
  return { rule, column: columnOf(map, figure, field), cell: cell.slice(0, longest) };
}

/** What the validator finds, as a problem of the row. */
export const problemFound = (map: ImportMap, row: Row, { rule, field }: Finding): CellProblem =>
  problemOf(map, row, rule, fieldOfRow(field));
