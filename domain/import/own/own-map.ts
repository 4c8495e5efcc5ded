import { numberFields } from "../field-readers";
import type { FieldMaps, ImportMap } from "../map";
import type { ImportField } from "../row";
import type { Table } from "../table";
import { comparedColumns } from "./own-content";

/** How many of our columns make a table ours where it has lost the ids. */
const enough = 10;

/**
 * The map of a download of this site, known by its header, in any order and with columns left out; null for any other
 * table. A column `note` that somebody added is taken along.
 */
export function ownExportMap({ header, facts }: Pick<Table, "header" | "facts">): ImportMap | null {
  const fields = comparedColumns.map(({ field }) => field).filter((field) => header.includes(field));
  const isOurs = fields.includes("figure_id") ? fields.length > 1 : fields.length >= enough;
  if (!isOurs) return null;
  const comma = facts.delimiter?.is === ";"; // as `?excel=1` writes it
  const given: ImportField[] = header.includes("note") ? [...fields, "note"] : fields;
  const maps = given.map((field) => [
    field,
    comma && numberFields.some((one) => one === field) ? { column: field, decimal: "," } : { column: field },
  ]);
  return { dataset: null, fields: Object.fromEntries(maps) satisfies FieldMaps };
}
