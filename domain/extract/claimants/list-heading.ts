import type { ReadingContext, Span } from "../proposal";
import type { Choice } from "./choose-statement";
import { findStatements } from "./find-statements";

/** How an item of a list begins: a bullet, a number, or a label and its number ("Chars – 12"). */
const item = /^(?:[-–—•*⁃▪‣◦]\s|\d|[+~≈]\d|\p{L}[\p{L}'’ -]{1,40}\s?[:–—-]\s?[+~≈]?\d)/u;
const longestItem = 160;

/** "Losses, according to the General Staff:" over a list: each of its items is theirs, where no item names another. */
export function listHeading(
  text: string,
  sentence: Span,
  context: ReadingContext,
  before: readonly Span[],
): Choice | null {
  if (!isItem(text, sentence)) return null;
  for (const span of before.toReversed()) {
    const { found } = findStatements(text, span, context);
    if (text[span.end - 1] === ":") {
      const [only] = found;
      if (found.length !== 1 || !only?.speaker || only.passive || only.relative) return null;
      return { claim: only, relay: null, sure: 0.6, why: "their name heads the list" };
    }
    if (found.length > 0 || !isItem(text, span)) return null;
  }
  return null;
}

const isItem = (text: string, { start, end }: Span) =>
  end - start <= longestItem && item.test(text.slice(start, end));
