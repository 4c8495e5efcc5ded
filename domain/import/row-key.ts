import { plainCell, type TableRow } from "./cell";
import { columnsOf } from "./field-cells";
import type { FieldMaps, ImportMap } from "./map";
import { type ImportField, importFields, type RowContent } from "./row";

/** What a figure says, rather than which figure it is: a new version of a file may mend it. */
const saying = new Set<ImportField>([
  ...(["figure_id", "value", "low", "high", "comparator", "cue", "modality", "hearsay", "rank"] as const),
  ...(["period_precision", "period_basis", "reported_on_basis", "relayed_by", "attribution"] as const),
  ...([
    "sentence",
    "sentence_lang",
    "source_url",
    "source_title",
    "publisher",
    "source_published_on",
  ] as const),
  "note",
]);

/** Makes the key of a row: what it has in the columns the map names, else every field but what it says of the value. */
export function keyMaker(
  header: readonly string[],
  map: ImportMap,
  figure: number,
): (row: TableRow, content: RowContent) => string {
  const own = map.figures?.[figure] ?? {};
  const fields: FieldMaps = { ...map.fields, ...own };
  const identity = importFields.filter((field) => !saying.has(field));
  const among = (mapped: FieldMaps) => identity.filter((field) => mapped[field] !== undefined);
  if (map.key === undefined) {
    const named = among(fields);
    return (_, content) =>
      JSON.stringify([...named.map((field) => [field, content[field] ?? null]), ...claimantOf(content)]);
  }
  const told = among(own);
  const parts = map.key.map((column) => {
    const index = header.indexOf(column);
    const field = identity.find((one) => columnsOf(fields[one]).join() === column);
    return ({ cells }: TableRow, content: RowContent) =>
      field === undefined ? plainCell(cells[index] ?? null).trim() : (content[field] ?? null);
  });
  return (row, content) =>
    JSON.stringify([
      ...parts.map((part) => part(row, content)),
      ...told.map((field) => [field, content[field] ?? null]),
      ...(map.figures !== undefined && told.length === 0 ? [figure] : []),
    ]);
}

/** Who claims it, where only the whole chain has a column. */
const claimantOf = ({ claimant, attribution }: RowContent) =>
  claimant === undefined && attribution ? [["claimant", attribution.split(" > ")[0]]] : [];
