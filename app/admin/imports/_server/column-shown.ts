import type { ColumnForm } from "@/components/admin/imports/map-form";
import type { CellShown, ColumnShown } from "@/components/admin/imports/map-shown";
import { formatDecimal } from "@/domain/format";
import { formatDay } from "@/domain/format-date";
import { readDate } from "@/domain/import/dates/read-date";
import type { ColumnLook } from "@/domain/import/look-at-columns";
import type { UnknownWords } from "@/domain/import/rows-apart";
import { readValue } from "@/domain/import/value/read-value";
import type { Locale } from "@/domain/vocabulary";

/** Examples shown of a column. */
const most = 3;

/** A column as its form shows it: three cells as they would read now, and what has to be chosen. */
export function columnShown(
  look: ColumnLook,
  form: ColumnForm,
  unknown: readonly UnknownWords[],
  locale: Locale,
): ColumnShown {
  const { name, numbers, dates, samples } = look;
  const asDate = dates !== null && (numbers === null || /period|reported|published/.test(form.role));
  const order = form.order || (dates?.order ?? null);
  const mark = form.decimal || (numbers?.mark ?? null);
  const reads = (cell: string): CellShown => {
    if (asDate) return { cell, reads: dayReads(cell, order, locale) };
    if (numbers !== null) return { cell, reads: numberReads(cell, mark, locale) };
    return { cell, reads: null };
  };
  const marks = numbers !== null && Object.values(numbers.seen).some((cell) => cell !== null);
  return {
    name,
    examples: samples.slice(0, most).map(reads),
    decimal: marks && !asDate ? { unclear: numbers.unclear ? numbers.seen.unclear : null } : null,
    order:
      asDate && Object.values(dates.seen).some((cell) => cell !== null)
        ? { unclear: dates.unclear ? dates.seen.unclear : null }
        : null,
    unknown: unknown.find(({ column }) => column === name)?.words ?? [],
  };
}

/** Days in the language of the desk; empty for what cannot be read, or not yet. */
function dayReads(cell: string, order: Parameters<typeof readDate>[1], locale: Locale): string {
  const read = readDate(cell, order);
  if (read === null || read === "unclear") return "";
  const [start, end] = [formatDay(read.start, locale), formatDay(read.end, locale)];
  return start === end ? start : `${start} – ${end}`;
}

function numberReads(cell: string, mark: Parameters<typeof readValue>[1], locale: Locale): string {
  const read = readValue(cell, mark);
  if (read === null || read === "unclear") return "";
  const { value, low, high } = read;
  const told = (one: string | null) => (one === null ? "" : formatDecimal(one, locale));
  if (value !== null && low === null && high === null) return told(value);
  const range = `${told(low)}–${told(high)}`;
  return value === null ? range : `${told(value)} (${range})`;
}
