import type { Lexicon } from "../extract/proposal";
import { type ColumnLook, lookAtColumns } from "./look-at-columns";
import type { ImportMap } from "./map";
import { ownExportMap } from "./own/own-map";
import { readRows } from "./read-rows";
import type { BaseMap, TableLook, UnknownWords } from "./rows-apart";
import type { ImportRule } from "./rules";
import { suggestMap } from "./suggest-map";
import type { Table } from "./table";

/** Rows shown before anything is taken from them. */
const shown = 8;
/** Different words that are told of one column. */
const mostWords = 200;

/** Everything an editor is shown of a table: the map given, or else one suggested, and what it does not understand. */
export function lookAtTable(
  table: Table,
  given: BaseMap | null,
  names: Lexicon,
  headerSha256: string,
): TableLook {
  const { map, columns } = given ? { map: given, columns: lookAtColumns(table) } : suggested(table, names);
  return {
    ...{ header: table.header, headerSha256, facts: table.facts, columns, map },
    rows: table.rows.length,
    first: table.rows.slice(0, shown),
    own: ownExportMap(table) !== null,
    unknown: unknownWords(table, map, names),
  };
}

function suggested(table: Table, names: Lexicon): { map: BaseMap; columns: readonly ColumnLook[] } {
  const { fields, rest, looks } = suggestMap(table, names);
  return { map: { fields, ...rest }, columns: looks };
}

const unknownRules: readonly ImportRule[] = ["unknown_name", "ambiguous_name", "unknown_word"];

/** Reads every row as an unfinished map would: what it still lacks is no matter here. */
function unknownWords(table: Table, map: BaseMap, names: Lexicon): UnknownWords[] {
  const counts = new Map<string, Map<string, number>>();
  const whole: ImportMap = { dataset: map.dataset === null ? null : noDataset, ...map } as ImportMap; // only read by
  for (const reading of readRows(table, whole, names)) {
    if (reading.kind !== "refused") continue;
    for (const { rule, column, cell } of reading.problems) {
      if (column === null || !unknownRules.includes(rule)) continue;
      const words = counts.get(column) ?? new Map<string, number>();
      counts.set(column, words.set(cell, (words.get(cell) ?? 0) + 1));
    }
  }
  return [...counts].map(([column, words]) => ({
    column,
    words: [...words]
      .map(([printed, count]) => ({ printed, count }))
      .sort((a, b) => b.count - a.count)
      .slice(0, mostWords),
  }));
}

/** In place of what an editor has not said yet. */
const noDataset = { slug: "", title: "", publisher: "", url: null, lang: "en", published: null };
