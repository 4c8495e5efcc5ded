import type { ImportField, RowContent } from "./row";
import { importFields } from "./row";
// PROVISIONAL: replaced at merge by branch map
export function contentOfExportRow(row: Readonly<Record<string, unknown>>): RowContent {
  const fields = importFields.filter((field): field is ImportField => field in row);
  return Object.fromEntries(fields.map((field) => [field, row[field] == null ? null : String(row[field])]));
}
