import type { TableFormat } from "./formats";

/** Which parameters a list understands in a format. */
export function listOptions(format: TableFormat): readonly string[] {
  if (format === "csv") return ["as_of", "raw", "excel"];
  return format === "tsv" || format === "xlsx" ? ["as_of", "raw"] : ["as_of"];
}
