/**
 * Where a sentence may end that the Unicode rules (UAX #29) do not see. Each match ends where the next sentence
 * would start. A firm split stands; any other is put to the joins.
 */
export type Split = { readonly name: string; readonly firm: boolean; readonly at: RegExp };

export const splits: readonly Split[] = [
  {
    name: "an ellipsis before a capital, a point before a number",
    firm: false,
    at: /[.!?…]["»”’)\]]*\s+(?=[«"“‘([]\s?[\p{Lu}\d]|[\p{Lu}\d])/gu,
  },
  {
    name: "no space before a guillemet or a capital: lendemain.« Nous, déployés.Les; but not in an address",
    firm: false,
    at: /(?<=\p{Ll}{2}|\d{2})(?<![@/]\S{0,60})[.!?…](?=[«“]|\p{Lu}[\p{Ll}'’]|[ÀÉ]\s)(?!\S{0,60}@)/gu,
  },
  {
    name: "no space after a closing guillemet",
    firm: false,
    at: /[.!?…]\s?[»”](?=\p{Lu})/gu,
  },
  {
    name: "a link after the end of a sentence",
    firm: true,
    at: /[.!?…]["»”’)\]]*\s+(?=https?:\/\/|www\.|pic\.twitter\.com)/gu,
  },
  { name: "a bullet", firm: true, at: /(?<=\s)(?=[•⁃▪‣◦])/gu },
];

const marker = /(?<=^|\s)(?:[•⁃▪‣◦]\s?)?(\d{1,3}|[a-z])(?:\.\)|[.)])\s+(?=\p{Lu})/gu;

/**
 * The starts of the items of a list printed in one line ("1. Drones 2. Missiles"): only in a line that starts with
 * an item, and only where the next number or letter follows.
 */
export function listItems(line: string): number[] {
  const starts: number[] = [];
  let last: string | null = null;
  for (const match of line.matchAll(marker)) {
    const label = match[1] ?? "";
    if (last === null ? match.index > 0 : label !== following(last)) continue;
    if (last !== null) starts.push(match.index);
    last = label;
  }
  return starts;
}

const following = (label: string): string =>
  /\d/.test(label) ? String(Number(label) + 1) : String.fromCharCode(label.charCodeAt(0) + 1);
