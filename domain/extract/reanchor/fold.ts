/** A text as it reads, whatever the typography; `at[i]` is where unit i of it starts in the text itself. */
export type Folded = { readonly text: string; readonly at: Int32Array };

const alike: ReadonlyMap<string, string> = new Map([
  ...Array.from("’‘ʼ′‹›", (mark) => [mark, "'"] as const),
  ...Array.from("«»“”„‟″", (mark) => [mark, '"'] as const),
  ...Array.from("‐‑‒–—―−", (mark) => [mark, "-"] as const),
  ["…", "..."],
  ["œ", "oe"],
  ["Œ", "Oe"],
  ["æ", "ae"],
  ["Æ", "Ae"],
  ["ﬁ", "fi"],
  ["ﬂ", "fl"],
  // What no reader sees; texts are normalised, but an anchor may be older than the rule that dropped it.
  ...Array.from("\u00ad\u200b\u200c\u200d\u2060\ufeff", (mark) => [mark, ""] as const),
]);

const blank = /\s/;
/** The spaces that group digits; a tab parts two cells and a line end two lines. */
const grouping = /[ \u00a0\u202f\u2009]/;
const isDigit = (unit: string | undefined) => unit !== undefined && unit >= "0" && unit <= "9";

/** French prints a space where English prints none; after these no word needs one to be told apart. */
const closes = new Set([..."»”)]?!;:%…,"]);
const opens = new Set([..."«“(["]);

/**
 * Folds away what two printings of the same words may differ in: spaces, apostrophes, quotes, dashes, points of
 * ellipsis, ligatures, the space that groups digits, the ² of m². Case, accents, digits and words stay, so two
 * texts that fold alike state the same numbers.
 */
export function fold(text: string): Folded {
  const at = new Int32Array(text.length * 3);
  let folded = "";
  let group = 0;
  const push = (units: string, from: number) => {
    at.fill(from, folded.length, folded.length + units.length);
    folded += units;
  };
  for (let i = 0; i < text.length; i += 1) {
    const unit = text[i]!;
    if (isDigit(unit)) {
      push(unit, i);
      group += 1;
    } else if (blank.test(unit)) {
      const from = i;
      while (i + 1 < text.length && blank.test(text[i + 1]!)) i += 1;
      if (i === from && grouping.test(unit) && group > 0 && group <= 3 && startsGroup(text, i + 1)) {
        group = 0;
        continue;
      }
      group = 0;
      const sticks = closes.has(text[i + 1] ?? "") || opens.has(text[from - 1] ?? "");
      if (!sticks && folded !== "" && i + 1 < text.length) push(" ", from);
    } else {
      group = 0;
      push(unit === "²" || unit === "³" ? powerOf(unit, folded) : (alike.get(unit) ?? unit), i);
    }
  }
  return { text: folded, at: at.slice(0, folded.length) };
}

/** Three digits and no more: the next group of a number. */
const startsGroup = (text: string, from: number): boolean =>
  isDigit(text[from]) && isDigit(text[from + 1]) && isDigit(text[from + 2]) && !isDigit(text[from + 3]);

/** km² is km2 in plain print; 500³ is 500 with a note and stays apart from 5003. */
const powerOf = (unit: string, before: string): string =>
  before.endsWith("m") ? (unit === "²" ? "2" : "3") : unit;

/** In lower case, unit for unit. */
export const lowered = (folded: string): string => {
  const all = folded.toLowerCase();
  if (all.length === folded.length) return all;
  return Array.from({ length: folded.length }, (_, i) => {
    const low = folded[i]!.toLowerCase();
    return low.length === 1 ? low : folded[i]!;
  }).join("");
};
