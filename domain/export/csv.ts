/** One apostrophe before what a spreadsheet would run; apostrophes already in front do not count. */
export const guardCell = (text: string): string =>
  /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;

/** Takes the apostrophe of `guardCell` away again, from any text: `unguardCell(guardCell(x)) === x`. */
export const unguardCell = (text: string): string =>
  /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;

type Value = string | number | null;

/** How a table is written as text: `excel` is French Excel's form, with its byte order mark and its semicolons. */
export type CsvForm = { readonly raw?: boolean; readonly excel?: boolean; readonly delimiter?: "," | "\t" };

/** A cell as RFC 4180 has it: nothing for null, quotes for empty words. Numbers are never guarded. */
function cell(value: Value, raw: boolean, special: RegExp): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = raw ? value : guardCell(value);
  return text === "" || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A small table as CSV. Large ones are written by the database. */
export function csvOf(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, Value>>[],
  { raw = false, excel = false, delimiter = "," }: CsvForm = {},
): string {
  const between = excel ? ";" : delimiter;
  const special = new RegExp(`["\\r\\n${between}]`);
  const lines = rows.map((row) => columns.map((name) => cell(row[name] ?? null, raw, special)).join(between));
  return `${excel ? "\ufeff" : ""}${[columns.join(between), ...lines, ""].join("\n")}`;
}
