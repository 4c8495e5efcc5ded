import { getTranslations } from "next-intl/server";
import type { HrefTo } from "@/domain/address";
import { groupBy } from "@/domain/chart/group-by";
import { claimText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import { placeOf } from "@/domain/numbered-sentences";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { Words } from "./words";

type Props = {
  figures: readonly Figure[];
  locale: Locale;
  words: ChartWords;
  hrefTo: HrefTo;
};

/** The sentences and rows figures were taken from, each once, every number in it leading to its figure. */
export async function FigureQuote({ figures, locale, words, hrefTo }: Props) {
  const t = await getTranslations("quote");
  const bySentence = groupBy(figures, ({ anchor }) => placeOf(anchor));
  return [...bySentence.values()].map((together) => {
    const { anchor } = together[0]!; // a group is never empty
    const spans = together.map((figure) => ({
      start: figure.anchor.numberStart,
      end: figure.anchor.numberEnd,
      link: { id: figure.id, href: hrefTo(`/figures/${figure.id}`), label: claimText(figure, locale, words) },
    }));
    return (
      <Words
        key={placeOf(anchor)}
        anchor={anchor}
        spans={spans}
        locale={locale}
        hrefTo={hrefTo}
        lead={`${t("from")} `}
      />
    );
  });
}
