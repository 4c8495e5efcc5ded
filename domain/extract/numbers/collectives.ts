import type { Decimal } from "@/domain/figure";
import type { ReadingLanguage } from "../proposal";
import { multiplyDecimals } from "./decimal";
import { readWords } from "./read-words";

/** Words that count roughly, with the number they are named for; all folded. */
const heads: Readonly<Record<ReadingLanguage, ReadonlyMap<string, Decimal>>> = {
  fr: new Map([
    ["dizaine", "10"],
    ["douzaine", "12"],
    ["quinzaine", "15"],
    ["vingtaine", "20"],
    ["trentaine", "30"],
    ["quarantaine", "40"],
    ["cinquantaine", "50"],
    ["soixantaine", "60"],
    ["centaine", "100"],
    ["millier", "1000"],
    ["million", "1000000"],
    ["milliard", "1000000000"],
  ]),
  en: new Map([
    ["ten", "10"],
    ["dozen", "12"],
    ["score", "20"],
    ["hundred", "100"],
    ["thousand", "1000"],
    ["million", "1000000"],
    ["billion", "1000000000"],
  ]),
};

/** What may stand before: one of them is roughly so many, several are no number at all. */
const single: Readonly<Record<ReadingLanguage, ReadonlySet<string>>> = {
  fr: new Set(["un", "une", "la", "cette", "chaque"]),
  en: new Set(["a", "one"]),
};
const several: Readonly<Record<ReadingLanguage, ReadonlySet<string>>> = {
  fr: new Set(["des", "de", "plusieurs", "quelques", "les", "ces", "ses", "leurs"]),
  en: new Set(["several", "many", "few", "couple", "some", "low", "mid", "high"]),
};
/** In French these are exact numbers where one stands alone: "un million". */
const exactAlone = new Set(["million", "milliard", "hundred", "thousand", "billion"]);
/** English plurals that count only where "of" follows: "scores of", "tens of thousands". */
const needsOf = new Set(["tens", "scores"]);

export type CollectiveReading = {
  readonly used: number;
  /** Set where the words say how many of them: "two dozen". */
  readonly value: Decimal | null;
  readonly named: Decimal | null;
};

/** Reads a collective that starts at `at`: "une vingtaine", "plusieurs centaines", "tens of thousands", "two dozen". */
export function readCollective(
  words: readonly string[],
  at: number,
  language: ReadingLanguage,
): CollectiveReading | null {
  const count = readWords(words, language, at);
  if (count !== null && count.value > 1n) return readCounted(words, at, count.value, count.used, language);
  const first = words[at] ?? "";
  const lead = leadOf(words, at, language);
  const word = words[at + lead] ?? "";
  const named = headOf(word, language);
  if (named === null) return null;
  const plural = word.endsWith("s");
  const one = lead > 0 && single[language].has(first) && !(language === "en" && lead > 1);
  if (one ? plural || exactAlone.has(word) : !plural && !(language === "en" && lead > 0)) return null;
  if (language === "en" && lead > 0 && !one && word === "ten") return null;
  if (needsOf.has(word) && words[at + lead + 1] !== "of") return null;
  const tail = tailOf(words, at + lead + 1, language);
  return { used: lead + 1 + tail, value: null, named: one && tail === 0 ? named : null };
}

/** How many words lead: an article or "several", and in English "a few", "a couple of", "half a". */
function leadOf(words: readonly string[], at: number, language: ReadingLanguage): number {
  const [a = "", b = "", c = ""] = words.slice(at, at + 3);
  if (a === "une" && /^(?:bonne|petite|grosse)$/.test(b)) return 2;
  if (language === "en") {
    if (a === "a" && b === "couple") return c === "of" ? 3 : 2;
    if (a === "a" && b === "few") return 2;
    if (a === "half" && b === "a" && c === "dozen") return 2;
    if (a === "a" && b === "half" && c === "dozen") return 2;
  }
  return single[language].has(a) || several[language].has(a) ? 1 : 0;
}

function headOf(word: string, language: ReadingLanguage): Decimal | null {
  return (
    heads[language].get(word) ??
    (word.endsWith("s") ? (heads[language].get(word.slice(0, -1)) ?? null) : null)
  );
}

/** "de milliers" after "dizaines", "of thousands" after "tens". */
function tailOf(words: readonly string[], at: number, language: ReadingLanguage): number {
  const link = language === "fr" ? "de" : "of";
  const next = words[at + 1] ?? "";
  return words[at] === link && next.endsWith("s") && headOf(next, language) !== null ? 2 : 0;
}

function readCounted(
  words: readonly string[],
  at: number,
  count: bigint,
  used: number,
  language: ReadingLanguage,
): CollectiveReading | null {
  const word = words[at + used] ?? "";
  const named = headOf(word, language);
  const rough = language === "fr" ? named !== null && word.endsWith("s") : /^(?:dozen|score)s?$/.test(word);
  if (!rough || named === null || exactAlone.has(word.slice(0, -1))) return null;
  return { used: used + 1, value: multiplyDecimals(count.toString(), named), named: null };
}
