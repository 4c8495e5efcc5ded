import type { TableNote } from "./table-facts";

type Renamed = Extract<TableNote, { kind: "renamed_columns" }>["columns"];

/**
 * A name of its own for each of `width` columns: the one printed, trimmed; "column 4" where there is none; "name (2)"
 * for a second of the same name.
 */
export function nameColumns(
  printed: readonly string[],
  width: number,
): { readonly names: readonly string[]; readonly renamed: Renamed } {
  const trimmed = Array.from({ length: width }, (_, index) => (printed[index] ?? "").trim());
  const taken = new Set(trimmed);
  const [used, counts] = [new Set<string>(), new Map<string, number>()];
  const names = trimmed.map((was, index) => {
    const wish = was === "" ? `column ${index + 1}` : was;
    let now = wish;
    let count = counts.get(wish) ?? 1;
    // A made-up name must not be one that another column bears.
    while (used.has(now) || (now !== was && taken.has(now))) now = `${wish} (${++count})`;
    counts.set(wish, count);
    used.add(now);
    return now;
  });
  const renamed = names.flatMap((now, index) =>
    now === trimmed[index] ? [] : [{ column: index + 1, was: trimmed[index]!, now }],
  );
  return { names, renamed };
}
