import { z } from "zod";
import { csvOf } from "../export/csv";
import { perDelivery } from "../export/limits";
import { type ImportMap, importMap } from "./map";
import { type ImportField, importFields } from "./row";

const exact = /^-?\d+(\.\d+)?$/;
/** Digits that a JSON number is sure to have kept. */
const keptDigits = 15;

const cell = z
  .union([z.string().max(100_000), z.boolean(), z.number(), z.null()])
  .refine((value) => typeof value !== "number" || isExact(value), {
    error: "has more digits than a JSON number keeps: send it as a string",
  });

function isExact(value: number): boolean {
  const digits = String(value);
  return exact.test(digits) && digits.replace(/\D/g, "").replace(/^0+/, "").length <= keptDigits;
}

const { dataset, lists, change } = importMap.shape;

/** Rows that a script hands in: under the names of the columns of a download, with what they are a dataset of. */
export const delivery = z.strictObject({
  dataset: dataset.describe("What the rows are, as a source; null for rows of a download of this site."),
  rows: z
    .array(z.partialRecord(z.enum(importFields), cell))
    .min(1)
    .max(perDelivery.rows)
    .describe("One figure each: the columns of a download; days as YYYY-MM-DD, decimals as strings."),
  key: z
    .array(z.enum(importFields))
    .min(1)
    .optional()
    .describe(
      "The columns that identify a row in any later delivery; by default all but what it says of the value.",
    ),
  lists: lists.describe("What the collection must know first; what it has already is left as it is."),
  change: change.describe("Why figures change where the rows do: revision, or correction of an error."),
});
export type Delivery = z.output<typeof delivery>;

const numbers: readonly ImportField[] = ["value", "low", "high"];
const days: readonly ImportField[] = ["period_start", "period_end", "reported_on", "source_published_on"];

/** A delivery as the importer takes files: a table as CSV, and the map that reads it. */
export function fileOfDelivery({ rows, ...rest }: Delivery): { csv: string; map: ImportMap } {
  const columns = importFields.filter((name) => rows.some((row) => name in row));
  const printed = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]),
    ),
  );
  const fields = columns.map((name) => [
    name,
    {
      column: name,
      ...(numbers.includes(name) ? { decimal: "." as const } : {}),
      ...(days.includes(name) ? { order: "YMD" as const } : {}),
    },
  ]);
  const map: ImportMap = {
    ...rest,
    table: { encoding: "utf-8", delimiter: ",", headerRow: 1 },
    fields: Object.fromEntries(fields),
  };
  // A download of ours is taken to have its apostrophes: they are put there, to be taken away again.
  return { csv: csvOf(columns, printed, { raw: rest.dataset !== null }), map };
}
