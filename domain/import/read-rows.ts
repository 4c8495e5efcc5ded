import type { Lexicon } from "../extract/proposal";
import { type Cell, plainCell, type TableRow } from "./cell";
import { longestRecord } from "./field-answer";
import { absentColumns } from "./field-cells";
import { spotInSentence } from "./in-sentence";
import type { ImportMap } from "./map";
import { withLists } from "./names";
import { ownFigureReader } from "./own/own-figure-reader";
import { type FigureRead, figureReader } from "./read-figure";
import type { CellSpot } from "./read-numbers";
import { offsetInRecord, recordsOf } from "./record";
import type { CellProblem, NumberSpot, RecordText, RowReading } from "./row";
import { keyMaker } from "./row-key";
import type { ImportRule } from "./rules";
import type { Table } from "./table";

/**
 * What the rows of a table say, figure by figure in the order of the file, one at a time: each is taken in, empty, or
 * refused with the cells at fault. Rows that the map leaves out are passed over.
 * @param names what the collection knows; the lists of the map are added to it
 */
export function* readRows(table: Table, map: ImportMap, names: Lexicon): Generator<RowReading> {
  const absent = absentColumns(table.header, map).map(
    (column): CellProblem => ({ rule: "no_such_column", column, cell: "" }),
  );
  if (absent.length > 0) {
    for (const { number } of table.rows) yield { kind: "refused", row: number, figure: 0, problems: absent };
    return;
  }
  const known = withLists(names, map.lists);
  const makers = (map.figures ?? [{}]).map((own, figure) => ({
    read:
      map.dataset === null
        ? ownFigureReader(table, { ...map.fields, ...own }, known)
        : figureReader(table, { ...map.fields, ...own }, map, known),
    keyOf: keyMaker(table.header, map, figure),
  }));
  const isTaken = rowFilter(table.header, map);
  const language = map.dataset?.lang ?? "en";
  for (const { row, record } of recordsOf(table)) {
    if (!isTaken(row)) continue;
    const unkept = unkeptIn(table.header, row, record, map);
    for (const [figure, { read, keyOf }] of makers.entries()) {
      const at = { row: row.number, figure };
      if (unkept !== null) {
        yield { kind: "refused", ...at, problems: [unkept] };
        continue;
      }
      const found = read(row);
      if (found.kind === "refused") yield { ...found, ...at, record };
      else if (found.kind === "empty") yield { ...found, ...at };
      else
        yield {
          kind: "figure",
          ...at,
          ...told(found, row, record, known, language),
          key: keyOf(row, found.content),
        };
    }
  }
}

type Figure = Extract<FigureRead, { kind: "figure" }>;

function told(
  { content, bare, spot, creates }: Figure,
  row: TableRow,
  record: RecordText,
  names: Lexicon,
  language: string,
) {
  const inSentence = content.figure_id ? null : spotInSentence(content, language, names);
  const where = { inSentence, inRecord: inRecord(row, record, spot), record };
  return { content, ...(bare && { bare }), ...where, creates };
}

/** A figure of ours may have no number of its own; then the row as a whole stands for it. */
function inRecord({ cells }: TableRow, { text }: RecordText, spot: CellSpot | null): NumberSpot {
  if (spot === null) return { numberStart: 0, numberEnd: text.length, numberText: text, readsAs: null };
  const numberStart = offsetInRecord(cells, spot.index, spot.start);
  const numberText = plainCell(cells[spot.index] ?? null).slice(spot.start, spot.end);
  const numberEnd = numberStart + numberText.length;
  return { numberStart, numberEnd, numberText, readsAs: spot.readsAs };
}

function rowFilter(header: readonly string[], { only = [] }: ImportMap): (row: TableRow) => boolean {
  const rules = only.map((rule) => {
    const [index, wanted] = [header.indexOf(rule.column), "in" in rule];
    const cells = new Set(("in" in rule ? rule.in : rule.not).map((text) => text.trim()));
    return (row: TableRow) => cells.has(plainCell(row.cells[index] ?? null).trim()) === wanted;
  });
  return (row) => rules.every((holds) => holds(row));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones meant
const unkeepable = /[\u0000\u0001]|\p{Surrogate}/u;

/** What the database takes in no text at all. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is the one meant
const unwritable = /\u0000|\p{Surrogate}/u;

/** Why a row cannot be kept at all; null where it can. Of our own downloads the cells are kept, and not the rows. */
function unkeptIn(
  header: readonly string[],
  { cells }: TableRow,
  { text }: RecordText,
  { dataset }: ImportMap,
): CellProblem | null {
  const problem = (rule: ImportRule, at: number): CellProblem => ({
    ...{ rule, column: header[at] ?? null, cell: plainCell(cells[at] ?? null).slice(0, 200) },
  });
  if (dataset !== null && text.length > longestRecord) {
    const sizes = cells.map((cell) => plainCell(cell).length);
    return problem("too_long", sizes.indexOf(Math.max(...sizes)));
  }
  const never = dataset === null ? unwritable : unkeepable;
  const isUnkeepable = (cell: Cell) => never.test(plainCell(cell));
  return never.test(text) ? problem("control_character", cells.findIndex(isUnkeepable)) : null;
}
