import type { Figure, Unit } from "../figure";
import { fill, formatDecimal, withUnit } from "../format";
import type { Locale } from "../vocabulary";
import type { ClaimGap } from "./claim-gap";

/** The words for how far two claims are apart. */
export type GapWords = {
  /** `{value}`: a hedged number. */
  readonly about: string;
  /** `{gap}` with unit and `{ratio}`; then without a ratio. */
  readonly gapAndRatio: string;
  readonly gap: string;
  /** Where a bound leaves open how much more it is. */
  readonly gapAtLeastAndRatio: string;
  readonly gapAtLeast: string;
  /** `{low}` and `{high}` with unit, `{lowRatio}` and `{highRatio}`. */
  readonly gapBetweenAndRatio: string;
  readonly gapBetween: string;
  /** `{gap}`: said of a gap to a value that a text does not vouch for. */
  readonly gapHearsay: string;
};

/** "300 km² apart, ×1.6", "at least 300 km² apart": never more exact than the two claims are. */
export function gapText(gap: ClaimGap<Pick<Figure, "unit">>, locale: Locale, words: GapWords): string {
  const text = distance(gap, gap.upper.unit, locale, words);
  return gap.hearsay ? fill(words.gapHearsay, { gap: text }) : text;
}

function distance(
  { least, most, leastRatio, mostRatio, about }: ClaimGap<unknown>,
  unit: Unit,
  locale: Locale,
  words: GapWords,
): string {
  const measured = (value: string) => withUnit(formatDecimal(value, locale), unit, locale);
  const hedged = (value: string) => (about ? fill(words.about, { value }) : value);
  const gap = hedged(measured(least));
  const ratio = leastRatio === null ? null : formatDecimal(leastRatio, locale);
  if (most === null)
    return ratio === null ? fill(words.gapAtLeast, { gap }) : fill(words.gapAtLeastAndRatio, { gap, ratio });
  if (most === least)
    return ratio === null ? fill(words.gap, { gap }) : fill(words.gapAndRatio, { gap, ratio });
  const ends = { low: hedged(formatDecimal(least, locale)), high: measured(most) };
  if (ratio === null || mostRatio === null) return fill(words.gapBetween, ends);
  return fill(words.gapBetweenAndRatio, {
    ...ends,
    lowRatio: ratio,
    highRatio: formatDecimal(mostRatio, locale),
  });
}
