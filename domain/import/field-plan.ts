import type { Lexicon } from "../extract/proposal";
import { dateOrderOf, decimalMarkOf } from "./column-evidence";
import { cellTaker, emptiness, type TakeCell } from "./field-cells";
import {
  attributionReader,
  closedReader,
  dateFields,
  dateReader,
  isClosed,
  namedFields,
  nameReader,
  numberFields,
  type ReadText,
  readSentence,
  readText,
} from "./field-readers";
import type { FieldMap, FieldMaps, ImportMap } from "./map";
import type { ImportField } from "./row";
import type { Table } from "./table";
import type { DecimalMark } from "./value/decimal-mark";

export type NumberField = (typeof numberFields)[number];
type DateField = (typeof dateFields)[number];

/** How the fields of one figure are read, made ready once for the whole table. */
export type Plan = {
  readonly texts: readonly { field: ImportField; take: TakeCell; read: ReadText }[];
  readonly numbers: readonly {
    field: NumberField;
    take: TakeCell;
    mark: DecimalMark | null;
    lenient: boolean;
  }[];
  readonly dates: readonly {
    field: DateField;
    take: TakeCell;
    read: ReturnType<typeof dateReader>;
    lenient: boolean;
  }[];
  readonly same: Readonly<Partial<Record<ImportField, "period_start" | "period_end" | "reported_on">>>;
  readonly comparator: TakeCell | null;
  readonly source: TakeCell | null;
  readonly unitOf: (metric: string) => string | undefined;
};

/** Fields read together with others, below. */
const together = new Set<string>([...numberFields, ...dateFields, "comparator", "source_url"]);

export function planOf(table: Table, fields: FieldMaps, map: ImportMap, names: Lexicon): Plan {
  const isEmpty = emptiness(map);
  const given = Object.entries(fields) as [ImportField, FieldMap][]; // the keys of the schema are import fields
  const mapped = given.filter(([, from]) => !("same" in from));
  const taker = (from: FieldMap) => cellTaker(from, table.header, isEmpty);
  const one = (field: ImportField) => (fields[field] === undefined ? null : taker(fields[field]));
  const units = new Map(names.metrics.map(({ slug, allowedUnits }) => [slug, allowedUnits[0]]));
  return {
    texts: mapped
      .filter(([field]) => !together.has(field))
      .map(([field, from]) => ({
        field,
        take: taker(from),
        read: withOtherwise(from, readerOf(field, from, names)),
      })),
    numbers: numberFields.flatMap((field) => {
      const from = fields[field];
      if (from === undefined) return [];
      return [{ field, take: taker(from), mark: decimalMarkOf(table, from), lenient: isLenient(from) }];
    }),
    dates: dateFields.flatMap((field) => {
      const from = fields[field];
      if (from === undefined || "same" in from) return [];
      return [
        { field, take: taker(from), read: dateReader(dateOrderOf(table, from)), lenient: isLenient(from) },
      ];
    }),
    same: Object.fromEntries(given.flatMap(([field, from]) => ("same" in from ? [[field, from.same]] : []))),
    comparator: one("comparator"),
    source: one("source_url"),
    unitOf: (metric) => units.get(metric),
  };
}

const isLenient = (from: FieldMap) => !("same" in from) && from.otherwise === "empty";

const withOtherwise = (from: FieldMap, read: ReadText): ReadText =>
  isLenient(from)
    ? (text) => {
        const answer = read(text);
        return "rule" in answer && answer.rule !== "too_long" ? { value: null } : answer;
      }
    : read;

function readerOf(field: ImportField, from: FieldMap, names: Lexicon): ReadText {
  const list = namedFields[field];
  if (list !== undefined) return nameReader(field, list, names, "same" in from ? undefined : from.create);
  if (isClosed(field)) return closedReader(field);
  if (field === "attribution") return attributionReader(names);
  return field === "sentence" ? readSentence : readText;
}
