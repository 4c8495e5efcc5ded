import { claimText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import { RowInLine } from "../figures/row-in-line";
import type { ChartWords } from "./chart-words";

type PreviewProps = {
  readonly figure: Figure | undefined;
  readonly locale: Locale;
  readonly words: ChartWords;
};

/** The claim under the pointer and its sentence. A preview: the link itself opens the receipt. */
export function ExplorePreview({ figure, locale, words }: PreviewProps) {
  const anchor = figure?.anchor;
  return (
    <div className="chart-preview" aria-hidden="true">
      {figure && <p>{claimText(figure, locale, words)}</p>}
      {anchor?.record && (
        <p className="chart-sentence">
          <RowInLine anchor={anchor} words={words.row} />
        </p>
      )}
      {anchor && anchor.record === null && (
        <p className="chart-sentence" lang={anchor.sentenceLang}>
          {anchor.sentence.slice(0, anchor.numberStart)}
          <mark>{anchor.sentence.slice(anchor.numberStart, anchor.numberEnd)}</mark>
          {anchor.sentence.slice(anchor.numberEnd)}
        </p>
      )}
    </div>
  );
}
