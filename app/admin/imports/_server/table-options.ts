import type { ImportMap } from "@/domain/import/map";
import type { TableOptions } from "@/domain/import/table";
import { delimiters, tableEncodings } from "@/domain/import/table-facts";

export type Said = Omit<TableOptions, "limits" | "format">;

/**
 * How a file is to be read, where it is not as it is found: as an address or a form says (`encoding`, `delimiter`,
 * `sheet`, `headerRow`), or where those say nothing at all, as its map does.
 */
export function tableOptions(said: (name: string) => string | null, map: ImportMap | null): Said {
  const names = ["encoding", "delimiter", "sheet", "headerRow"];
  if (names.every((name) => said(name) === null)) return map?.table ?? {};
  const encoding = tableEncodings.find((one) => one === said("encoding"));
  const delimiter = delimiters.find((one) => one === said("delimiter"));
  const [sheet, headerRow] = [said("sheet") || undefined, Number(said("headerRow"))];
  return {
    ...(encoding && { encoding }),
    ...(delimiter && { delimiter }),
    ...(sheet && { sheet }),
    ...(Number.isInteger(headerRow) && headerRow > 0 && { headerRow }),
  };
}
