/** One box of a list's form. Values are as they are posted; a box of `checks` has several. */
export type EntryField = {
  readonly name: string;
  readonly label: string;
  readonly kind: "line" | "text" | "lines" | "number" | "day" | "choice" | "checks";
  readonly values: readonly string[];
  readonly choices?: readonly (readonly [value: string, words: string])[];
  readonly required?: boolean;
  readonly lang?: string;
};

/** A form of a list after a try: what was typed, what is wrong by box, and what somebody else saved meanwhile. */
export type EntryState = {
  readonly tries: number;
  readonly rowVersion: number;
  readonly typed: Readonly<Record<string, readonly string[]>> | null;
  readonly problem: string | null;
  readonly fields: Readonly<Record<string, string>>;
};

export type EntryAction = (state: EntryState, form: FormData) => Promise<EntryState>;

/** What was posted, by the names of the boxes. */
export function typedIn(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && !name.startsWith("$ACTION"))
      typed[name] = [...(typed[name] ?? []), value];
  return typed;
}
