import { readQuantities } from "../extract/numbers/read-quantities";
import type { Lexicon, Quantity } from "../extract/proposal";
import { sameDecimal } from "../validate/decimals";
import type { NumberSpot, RowContent } from "./row";

/** A quote longer than this is no sentence, and reading it would hold up the rest. */
const longest = 5000;

/**
 * Where the number of a row stands in its sentence: the quantity that reads as the value, else as the range, the low
 * or the high; of several the one most like a reported figure. Null where the sentence does not hold it.
 */
export function spotInSentence(
  { sentence, sentence_lang, value = null, low = null, high = null }: RowContent,
  language: string,
  lexicon: Lexicon,
): NumberSpot | null {
  if (!sentence || sentence.length > longest) return null;
  const read = (sentence_lang ?? language) === "en" ? "en" : "fr"; // Ukrainian and Russian print digits as French does
  const context = { language: read, lexicon, reportedOn: null } as const;
  const quantities = readQuantities(sentence, { start: 0, end: sentence.length }, context)
    .filter(({ mask }) => mask === null)
    .sort((a, b) => b.score - a.score)
    .map(({ quantity }) => quantity);
  const found = quantities.find((one) => states(one, { value, low, high }));
  if (found === undefined) return null;
  const { start, end } = found.number;
  return {
    numberStart: start,
    numberEnd: end,
    numberText: sentence.slice(start, end),
    readsAs: found.value,
  };
}

type Stated = Readonly<Record<"value" | "low" | "high", string | null>>;

/** A range is stated by both its ends; words without a number ("dozens") cannot be told from others. */
function states(quantity: Quantity, { value, low, high }: Stated): boolean {
  if (quantity.value !== null)
    return value !== null
      ? sameDecimal(quantity.value, value)
      : [low, high].some((end) => end !== null && sameDecimal(quantity.value, end));
  if (quantity.low === null || quantity.high === null || value !== null) return false;
  return sameDecimal(quantity.low, low) && sameDecimal(quantity.high, high);
}
