import { type ClaimGap, claimGap, type PartsOf } from "./chart/claim-gap";
import { type GapWords, gapText } from "./chart/gap-text";
import { type ClaimWords, capitalised, saidText } from "./claim-text";
import type { Figure } from "./figure";
import { fill } from "./format";
import type { Rivalry } from "./rivals";
import type { Locale } from "./vocabulary";

/** The words for two claims told together. */
export type RivalWords = {
  /** `{upper}`, `{lower}`: a whole claim each. */
  readonly both: string;
  /** The same with `{part}`: "less than a third of that". */
  readonly bothWithPart: string;
  readonly part: Readonly<Record<`of${PartsOf}`, string>>;
  readonly agree: string;
  readonly compatible: string;
};

/**
 * Two claims in one sentence, the larger first, each with its hedge, its name and its date, none of them made the
 * measure of the other: "About 500 km², according to Ukraine, 13 Feb 2025; 150 km², according to …: less than a third
 * of that."
 */
export function rivalText(
  { earlier, later }: Rivalry,
  locale: Locale,
  words: ClaimWords,
  said: RivalWords,
): string {
  const gap = claimGap(earlier, later);
  const [upper, lower] = gap === null ? [earlier, later] : [gap.upper, gap.lower];
  const claims = {
    upper: capitalised(saidText(upper, locale, words), locale),
    lower: saidText(lower, locale, words),
  };
  if (gap === null || gap.partsOf === null) return fill(said.both, claims);
  return fill(said.bothWithPart, { ...claims, part: said.part[`of${gap.partsOf}`] });
}

/** How far they are apart, or that they are not. */
export function verdictText(
  { earlier, later }: Rivalry,
  locale: Locale,
  words: GapWords,
  said: RivalWords,
): string {
  const gap: ClaimGap | null = claimGap(earlier, later);
  if (gap !== null) {
    const text = gapText(gap, locale, words);
    return `${capitalised(text, locale)}.`;
  }
  return isPlain(earlier) && isPlain(later) ? said.agree : said.compatible;
}

const isPlain = ({ comparator, low, high }: Figure) => comparator === "=" && low === null && high === null;
