import { fill } from "@/domain/format";
import type { Refusal } from "@/domain/result";
import type { DeskMessages } from "@/messages/desk";

type Words = DeskMessages["lists"]["problem"];

/** What the verbs of the lists say, and the words of the desk for it; the rest of the match fills the hole. */
const known: readonly (readonly [said: RegExp, key: Exclude<keyof Words, "stands">])[] = [
  [/^figures are stated in (.+)$/, "inUse"],
  [/^figures were entered as/, "kindInUse"],
  [/^must have .*, the metric's own$/, "ownUnit"],
  [/^is for what stands/, "silence"],
  [/^must not be above/, "bounds"],
  [/^lies in this very place$/, "cycle"],
  [/ is merged already$/, "merged"],
  [/^must be another entry$/, "itself"],
  [/ is retired$/, "intoRetired"],
  [/^must be lower-case words/, "slug"],
  [/^must be a number|expected number|expected int/i, "number"],
  [/^says how or why|^is unknown, or has|^must not end before|^must be known/, "date"],
  [/small|expected string|required/i, "required"],
];

/** What is wrong by box, in the language of the desk, and in one line above them. */
export function listProblems(
  refusal: Refusal,
  words: Words,
): { problem: string; fields: Record<string, string> } {
  if (refusal.kind === "forbidden") return { problem: words.forbidden, fields: {} };
  if (refusal.kind === "conflict") return { problem: words.conflict, fields: {} };
  if (refusal.kind === "exists") return { problem: words.taken, fields: {} };
  const fields = Object.fromEntries(
    Object.entries(refusal.fields).map(([path, [said = ""]]) => [boxOf(path), inWords(said, words)]),
  );
  return { problem: Object.values(fields).join(" ") || words.other, fields };
}

/** `0.name.fr` of a list of one is the box `name.fr`; a date as a whole is said beside its first box. */
const boxOf = (path: string): string =>
  path
    .replace(/^\d+\./, "")
    .replace(/^date$/, "date.start")
    .replace(/^(aliases|allowedUnits)\..*$/, "$1");

function inWords(said: string, words: Words): string {
  for (const [form, key] of known) {
    const match = form.exec(said);
    if (match) return fill(words[key], { what: match[1] ?? "" });
  }
  return words.other;
}
