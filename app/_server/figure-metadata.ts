import type { Metadata } from "next";
import { cellsText } from "@/components/figures/cells-text";
import { claimWords } from "@/components/figures/claim-words";
import { addressesIn } from "@/domain/address";
import { headlineText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import { isLocale } from "@/domain/locale";
import { locales } from "@/domain/vocabulary";
import { feedsOf } from "./metadata";

/** A figure's page is called by its claim and described by its sentence or its row. */
export function figureMetadata(locale: string, figure: Figure | null, asOf?: string): Metadata {
  if (figure === null || !isLocale(locale)) return {};
  return {
    title: headlineText(figure, locale, claimWords(locale, [figure])),
    description: (figure.anchor.record === null
      ? figure.anchor.sentence
      : cellsText(figure.anchor, locale)
    ).slice(0, 300),
    alternates: {
      types: feedsOf(locale, `/figures/${figure.id}`),
      languages: Object.fromEntries(
        locales.map((one) => [one, addressesIn(one, asOf)(`/figures/${figure.id}`)]),
      ),
    },
  };
}
