const powers: ReadonlyMap<string, string> = new Map([
  ["2", "²"],
  ["3", "³"],
]);
const metres = /(?:^|[^\p{L}])(?:[kKhdcmµ]|da)?m$/u;
const ordinal = /^(?:e|er|re|ère|ere|nd|nde|d|de|ème|eme|es|th|st|rd|o|os|ᵉ)$/i;

/**
 * What a raised word reads as in plain text. "km" and a raised 2 is km²; the raised letters of an ordinal stay
 * ("47e"); a raised number or sign is a note, which plain print would glue to the number before it, so it goes.
 *
 * @param raised the words inside `<sup>`, without tags
 * @param before the words before it
 */
export function readSup(raised: string, before: string): string {
  const words = raised.trim();
  if (metres.test(before.slice(-4))) return powers.get(words) ?? (isNote(words) ? "" : words);
  if (/[×x*]\s?10$/.test(before.slice(-6)) && /^[-−]?\d{1,2}$/.test(words)) return `^${words}`;
  if (ordinal.test(words)) return words;
  return isNote(words) ? "" : /[\p{L}\p{N}]$/u.test(before) ? ` ${words}` : words;
}

/** Numbers, signs and single letters, bracketed or not. */
const isNote = (words: string): boolean =>
  words.length <= 40 &&
  /^[[(]?(?:(?:note|réf|ref)\.?\s*)?(?:[\d,;\s–-]+|[a-z]|[*†‡§¶]+|)[\])]?(?:\s*[[(]\d+[\])])*$/i.test(words);
