import { textsOf } from "../column-evidence";
import { numberFields } from "../field-readers";
import type { FieldMaps, ImportMap } from "../map";
import type { ImportField } from "../row";
import type { Table } from "../table";
import { type DecimalMark, markOf, seeMarks } from "../value/decimal-mark";
import { comparedColumns } from "./own-content";

/** How many of our columns make a table ours where it has lost the ids. */
const enough = 10;

/**
 * The map of a download of this site, known by its header, in any order and with columns left out; null for any other
 * table. A column `note` that somebody added is taken along.
 */
export function ownExportMap(table: Table): ImportMap | null {
  const { header } = table;
  const fields = comparedColumns.map(({ field }) => field).filter((field) => header.includes(field));
  const isOurs = fields.includes("figure_id") ? fields.length > 1 : fields.length >= enough;
  if (!isOurs) return null;
  const decimal = markIn(table);
  const given: ImportField[] = header.includes("note") ? [...fields, "note"] : fields;
  const maps = given.map((field) => [
    field,
    isNumber(field) ? { column: field, decimal } : { column: field },
  ]);
  return { dataset: null, fields: Object.fromEntries(maps) satisfies FieldMaps };
}

const isNumber = (field: string) => numberFields.some((one) => one === field);

/** As the numbers show, in all columns together; where they do not, as `?excel=1` writes them, or as all else does. */
function markIn(table: Table): DecimalMark {
  const indices = table.header.flatMap((name, index) => (isNumber(name) ? [index] : []));
  const shown = markOf(seeMarks(indices.flatMap((index) => [...textsOf(table, index)])));
  return shown ?? (table.facts.delimiter?.is === ";" ? "," : ".");
}
