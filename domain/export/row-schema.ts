import { z } from "zod";
import { publicId } from "../inputs";
import { type ExportColumn, figureExportColumns } from "./columns";

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);

function cellSchema({ name, type, words }: ExportColumn): z.ZodType {
  if (name === "figure_id") return publicId;
  if (words !== undefined) return z.enum(words as [string, ...string[]]); // no closed list is empty
  switch (type) {
    case "decimal":
      return decimal;
    case "integer":
      return z.int().nonnegative();
    case "boolean":
      return z.boolean();
    case "date":
      return z.iso.date();
    default:
      return z.string();
  }
}

const rowSchema = (columns: readonly ExportColumn[]) =>
  z.strictObject(
    Object.fromEntries(
      columns.map((column) => {
        const schema = column.optional ? cellSchema(column).nullable() : cellSchema(column);
        return [column.name, schema.describe(column.description)];
      }),
    ),
  );

/** A figure as a row of JSON or NDJSON. Decimals are strings: as numbers, most readers would round them. */
export const figureRowSchema = rowSchema(figureExportColumns);

const dialect = { target: "draft-2020-12" } as const;

/** The JSON Schema (2020-12) of such a row. */
export const figureRowJsonSchema = () => ({
  ...z.toJSONSchema(figureRowSchema, dialect),
  $id: "/api/v1/figure.schema.json",
  title: "Figure",
  description: "One claim, with the exact sentence, or the row of a dataset, it was taken from.",
});

/** The JSON Schema of a row of another table. */
export function rowJsonSchema(columns: readonly ExportColumn[]): Record<string, unknown> {
  const { $schema: _dialect, ...json } = z.toJSONSchema(rowSchema(columns), dialect);
  return json;
}
