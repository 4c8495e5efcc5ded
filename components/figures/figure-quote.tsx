import { getTranslations } from "next-intl/server";
import { groupBy } from "@/domain/chart/group-by";
import { claimText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { Words } from "./words";

type Props = {
  figures: readonly Figure[];
  locale: Locale;
  words: ChartWords;
  hrefOf: (id: string) => string;
};

/** The sentences and rows figures were taken from, each once, every number in it leading to its figure. */
export async function FigureQuote({ figures, locale, words, hrefOf }: Props) {
  const t = await getTranslations("quote");
  const bySentence = groupBy(figures, ({ anchor }) => `${anchor.sourceSlug} ${anchor.sentenceStart}`);
  return [...bySentence.values()].map((together) => {
    const { anchor } = together[0]!; // a group is never empty
    const spans = together.map((figure) => ({
      start: figure.anchor.numberStart,
      end: figure.anchor.numberEnd,
      link: { id: figure.id, href: hrefOf(figure.id), label: claimText(figure, locale, words) },
    }));
    return (
      <Words
        key={`${anchor.sourceSlug} ${anchor.sentenceStart}`}
        anchor={anchor}
        spans={spans}
        locale={locale}
        lead={`${t("from")} `}
      />
    );
  });
}
