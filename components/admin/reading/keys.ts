import type { Mode } from "./reading-state";

/** What a key asks for while reading. */
export type Command =
  | "next"
  | "previous"
  | "next_any"
  | "previous_any"
  | "accept"
  | "accept_visible"
  | "reject"
  | "edit"
  | "undo"
  | "metric"
  | "claimant"
  | "date"
  | "comparator"
  | "same"
  | "apply"
  | "mark_number"
  | "new_agent"
  | "shrink"
  | "grow"
  | "submit"
  | "help"
  | "leave";

/**
 * The keys, in the order the help shows them. The brackets need AltGr on many keyboards, so the parentheses do too.
 */
export const keyTable: readonly (readonly [command: Command, ...keys: string[]])[] = [
  ["next", "j"],
  ["previous", "k"],
  ["next_any", "J"],
  ["previous_any", "K"],
  ["accept", "Enter"],
  ["accept_visible", "Shift+Enter"],
  ["reject", "x"],
  ["same", "s"],
  ["undo", "u"],
  ["edit", "e"],
  ["metric", "m"],
  ["claimant", "c"],
  ["date", "d"],
  ["comparator", "q"],
  ["apply", "p"],
  ["new_agent", "a"],
  ["mark_number", "n"],
  ["shrink", "[", "("],
  ["grow", "]", ")"],
  ["submit", "Ctrl+Enter"],
  ["leave", "Escape"],
  ["help", "?"],
];

const commandOf: ReadonlyMap<string, Command> = new Map(
  keyTable.flatMap(([command, ...keys]) => keys.map((key) => [key, command] as const)),
);

/** What of a keyboard event matters. `altGraph` is what `getModifierState("AltGraph")` says. */
export type KeyPress = {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly altGraph: boolean;
};

/** Where the key was pressed: a field takes letters, a button or link takes Enter, the text takes neither. */
export type Target = "field" | "button" | "text";

/**
 * The command of a key press, or null where it is none of ours. While someone types only Escape and Ctrl+Enter are.
 */
export function commandOfKey(press: KeyPress, target: Target, mode: Mode): Command | null {
  const command = commandOf.get(nameOf(press)) ?? null;
  if (command === null) return null;
  if (command === "leave") return command;
  if (mode === "submitting") return null;
  if (target === "field") return command === "submit" ? command : null;
  if (target === "button" && command === "accept") return null;
  return mode === "help" && command !== "help" ? null : command;
}

function nameOf({ key, ctrl, meta, alt, shift, altGraph }: KeyPress): string {
  if (key === "Enter") {
    if (alt) return "";
    return `${ctrl || meta ? "Ctrl+" : ""}${shift ? "Shift+" : ""}Enter`;
  }
  const typed = altGraph || !(ctrl || meta || alt); // AltGr counts as Ctrl and Alt on Windows, yet types a character
  return typed ? key : "";
}
