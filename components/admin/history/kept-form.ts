/** What was typed into a form, by the names of its boxes. */
export type Typed = Readonly<Record<string, string>>;
type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What the form carries for itself, not typed by anyone. */
const carried = new Set(["base", "rowVersion", "verb"]);

/** A form as it can be kept. React's own fields are left out: they are of one page only. */
export const keptForm = (form: FormData): Typed =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$ACTION") ? [[name, value]] : [],
    ),
  );

/** What is kept under a name; null where there is nothing, or nothing readable. */
export function takeTyped(shelf: Shelf, name: string): Typed | null {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(name) ?? "null");
    const readable =
      typeof kept === "object" &&
      kept !== null &&
      Object.values(kept).every((one) => typeof one === "string");
    return readable ? (kept as Typed) : null;
  } catch {
    return null; // storage is switched off, or someone wrote in it
  }
}

/** Keeps what was typed, or forgets it. A browser that keeps nothing is done without. */
export function keepTyped(shelf: Shelf, name: string, typed: Typed | null): void {
  try {
    if (typed === null) shelf.removeItem(name);
    else shelf.setItem(name, JSON.stringify(typed));
  } catch {
    // full, or switched off
  }
}

/** Whether the same was typed into both, whatever they were filled from. */
export function sameTyped(a: Typed, b: Typed): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)].filter((name) => !carried.has(name)));
  return [...names].every((name) => a[name] === b[name]);
}
