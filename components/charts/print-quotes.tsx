import { getTranslations } from "next-intl/server";
import { claimText } from "@/domain/claim-text";
import type { NumberedSentence } from "@/domain/numbered-sentences";
import type { Locale } from "@/domain/vocabulary";
import { cellsText } from "../figures/cells-text";
import { MarkedSentence } from "../figures/quote";
import { setWords } from "../figures/set-words";
import type { ChartWords } from "./chart-words";

type Props = {
  sentences: readonly NumberedSentence[];
  /** Figures drawn whose sentence is not among these. */
  left: number;
  locale: Locale;
  words: ChartWords;
};

/** On paper, where no point can be pressed: the sentences by the numbers that stand at the points. Not seen on a screen. */
export async function PrintQuotes({ sentences, left, locale, words }: Props) {
  const t = await getTranslations("share");
  return (
    <section className="print-quotes">
      <h2>{t("quotes")}</h2>
      <ol>
        {sentences.map(({ number, figures }) => {
          const { anchor } = figures[0]!; // a sentence is there for its figures
          return (
            <li key={number} value={number}>
              <p className="print-claim">
                {figures.map((figure) => claimText(figure, locale, words)).join(" · ")}
              </p>
              {anchor.record === null ? (
                <p className="print-sentence" lang={anchor.sentenceLang}>
                  <MarkedSentence
                    text={anchor.sentence}
                    as="b"
                    spans={figures.map((figure) => ({
                      start: figure.anchor.numberStart,
                      end: figure.anchor.numberEnd,
                    }))}
                  />
                </p>
              ) : (
                <p>{cellsText(anchor, locale)}</p>
              )}
              <p lang={anchor.sentenceLang}>{setWords(anchor.sourceTitle)}</p>
            </li>
          );
        })}
      </ol>
      {left > 0 && <p>{t("quotesMore", { count: left })}</p>}
    </section>
  );
}
