import { emptyLexicon, type Lexicon } from "../extract/proposal";
import type { Cell } from "./cell";
import { type ImportMap, importMap } from "./map";
import { readRows } from "./read-rows";
import { type ImportField, importFields, type RowContent, type RowReading } from "./row";
import type { Table } from "./table";

/** Tables and lists of an invented collection: what is counted are storks. */

/** A table of these columns, as if it were read from a file of this form. */
export function tableOf(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  format: "csv" | "tsv" | "xlsx" = "csv",
  delimiter: "," | ";" | "\t" = ",",
): Table {
  return {
    header,
    rows: rows.map((cells, index) => ({ number: index + 2, cells })),
    facts: {
      format: { is: format, how: "found" },
      encoding: format === "xlsx" ? null : { is: "utf-8", how: "found" },
      delimiter: format === "xlsx" ? null : { is: delimiter, how: "found" },
      bom: false,
      lineEnd: format === "xlsx" ? null : "lf",
      headerRow: { is: 1, how: "found" },
      sheet: format === "xlsx" ? { is: "figures", how: "found" } : null,
      sheets: [],
      notes: [],
    },
  };
}

const agent = (slug: string, ...names: string[]) => ({
  slug,
  name: { fr: names[0]!, en: names[1] ?? names[0]! },
  names: [...names],
  side: null,
});

export const names: Lexicon = {
  ...emptyLexicon,
  agents: [
    agent("marsh-ministry", "ministère des Marais", "Ministry of Marshes", "MoM"),
    agent("storks", "cigognes", "storks"),
    agent("frogs", "grenouilles", "frogs"),
    agent("stork-watch", "Stork Watch"),
    agent("reed-one", "Les Roseaux", "The Reeds", "Reed"),
    agent("reed-two", "Reed"),
  ],
  units: [
    { slug: "bird", names: ["oiseaux", "birds"] },
    { slug: "percent", names: ["pour cent", "per cent", "%"] },
  ],
  metrics: [
    {
      slug: "storks-nesting",
      words: ["Cigognes nicheuses", "Nesting storks", "Combien nichent.", "How many nest."],
      kind: "stock",
      allowedUnits: ["bird"],
    },
    {
      slug: "storks-lost",
      words: ["Cigognes perdues", "Storks lost", "Combien meurent.", "How many die."],
      kind: "flow",
      allowedUnits: ["bird", "percent"],
    },
  ],
  places: [{ slug: "great-marsh", names: ["Grand Marais", "Great Marsh"] }],
};

export const dataset = {
  slug: "stork-table",
  title: "Storks, day by day",
  publisher: "stork-watch",
  url: "https://storks.example/table",
  lang: "en",
  published: null,
};

/** A map of these fields; what every figure needs is filled in where it is not given. */
export const mapOf = (fields: Record<string, unknown>, more: Record<string, unknown> = {}): ImportMap =>
  importMap.parse({
    dataset,
    ...more,
    fields: {
      metric: { is: "storks-nesting" },
      claimant: { is: "MoM" },
      period_start: { is: "2031-05-04" },
      ...fields,
    },
  });

export const readAll = (table: Table, map: ImportMap): RowReading[] => [...readRows(table, map, names)];

export type FigureReading = Extract<RowReading, { kind: "figure" }>;

/** The readings of a table that must all be figures. */
export function figuresOf(table: Table, map: ImportMap): FigureReading[] {
  return readAll(table, map).map((reading) => {
    if (reading.kind !== "figure") throw new Error(`row ${reading.row} is ${JSON.stringify(reading)}`);
    return reading;
  });
}

/** The fields whose values differ; a field that one of them does not have is not held against the other. */
export const changedFields = (from: RowContent, to: RowContent): ImportField[] =>
  importFields.filter(
    (field) => from[field] !== undefined && to[field] !== undefined && from[field] !== to[field],
  );
