import type { SortKey } from "./figure-query";

/** The columns of the explorer table, in order. */
export const figureColumns = [
  "period",
  "value",
  "claimant",
  "metric",
  "subject",
  "place",
  "sentence",
  "source",
  "reported",
  "cue",
  "modality",
  "basis",
  "mentions",
] as const;
export type FigureColumn = (typeof figureColumns)[number];

export const defaultColumns: readonly FigureColumn[] = [
  "period",
  "value",
  "claimant",
  "metric",
  "sentence",
  "source",
];

/** The sentence is what a row is for: it is always shown. */
export const fixedColumn: FigureColumn = "sentence";

/** By which sort key a column can be sorted. */
export const sortKeyOf: Partial<Record<FigureColumn, SortKey>> = {
  period: "period",
  value: "value",
  claimant: "claimant",
  metric: "metric",
  reported: "reported",
};

/** Reads the chosen columns out of an address (repeated or joined by commas); the default where none is known. */
export function readColumns(values: readonly string[]): readonly FigureColumn[] {
  const asked = new Set(values.flatMap((value) => value.split(",")));
  const known = figureColumns.filter((column) => asked.has(column) || column === fixedColumn);
  return known.length > 1 ? known : defaultColumns;
}

/** The value of `columns` in an address; null for the default, which is left out. */
export const writeColumns = (columns: readonly FigureColumn[]): string | null =>
  columns.join() === defaultColumns.join() ? null : columns.join(",");
