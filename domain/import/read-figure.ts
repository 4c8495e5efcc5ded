import type { Lexicon } from "../extract/proposal";
import type { TableRow } from "./cell";
import { longestText, problemOf } from "./field-answer";
import { columnOf } from "./field-cells";
import { type Plan, planOf } from "./field-plan";
import { webAddress } from "./field-readers";
import type { FieldMaps, ImportMap } from "./map";
import { readDates } from "./read-dates";
import { type CellSpot, readComparator, readNumbers } from "./read-numbers";
import { Reading } from "./reading";
import type { CellProblem, NewEntry, RowContent } from "./row";
import type { Table } from "./table";

/** What the cells of a row say of one figure. */
export type FigureRead =
  | {
      readonly kind: "figure";
      readonly content: RowContent;
      readonly bare?: RowContent;
      readonly spot: CellSpot | null;
      readonly creates: readonly NewEntry[];
    }
  | { readonly kind: "empty" }
  | { readonly kind: "refused"; readonly problems: readonly CellProblem[] };

/** Reads rows of a table of somebody else's: what cells print is made the collection's own words. */
export function figureReader(
  table: Table,
  fields: FieldMaps,
  map: ImportMap,
  names: Lexicon,
): (row: TableRow) => FigureRead {
  const plan = planOf(table, fields, map, names);
  return ({ cells }) => {
    const reading = new Reading();
    const numbers = readNumbers(reading, plan, cells);
    if (reading.problems.length === 0 && numbers === null) return { kind: "empty" };
    for (const { field, take, read } of plan.texts)
      reading.content[field] = reading.answer(take(cells), read);
    const { content, problems, creates } = reading;
    content.comparator = readComparator(reading, plan, cells, numbers?.reading ?? null);
    readDates(reading, plan, cells, fields);
    readSource(reading, plan, cells);
    requireFields(reading, fields);
    if (content.metric && !content.unit) content.unit = plan.unitOf(content.metric) ?? null;
    if (problems.length > 0 || numbers === null) return { kind: "refused", problems };
    return { kind: "figure", content, spot: numbers.spot, creates };
  };
}

/** A web address byte for byte; what is none is kept as a note under the name of its column. */
function readSource(reading: Reading, { source }: Plan, cells: TableRow["cells"]): void {
  if (source === null) return;
  const { content, problems } = reading;
  const cell = source(cells);
  const text = reading.text(cell, (words) => words.trim());
  content.source_url = text === null ? null : webAddress(text);
  if (text === null || content.source_url !== null) return;
  const told = cell.column === null ? text : `${cell.column}: ${text}`;
  const note = [content.note, told].filter(Boolean).join("\n");
  if (note.length > longestText) problems.push(problemOf("too_long", cell));
  content.note = note;
}

/** What no figure can do without, where the map leads to an empty cell. */
function requireFields({ content, problems }: Reading, fields: FieldMaps): void {
  if (problems.length > 0) return;
  const missing = (field: "metric" | "claimant" | "attribution") =>
    problems.push({ rule: "field_missing", column: columnOf(fields[field]), cell: "" });
  if (content.metric === null) missing("metric");
  if (!content.claimant && !content.attribution)
    missing(fields.claimant === undefined ? "attribution" : "claimant");
}
