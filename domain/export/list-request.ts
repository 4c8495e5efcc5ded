import type { TableFormat } from "./formats";
import type { OptionName } from "./options";

/** Which parameters a list understands in a format. */
export function listOptions(format: TableFormat): readonly OptionName[] {
  if (format === "csv") return ["as_of", "raw", "excel"];
  return format === "tsv" || format === "xlsx" ? ["as_of", "raw"] : ["as_of"];
}
