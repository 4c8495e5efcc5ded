import type { Metadata } from "next";
import { cellsText } from "@/components/figures/cells-text";
import { claimWords } from "@/components/figures/claim-words";
import { headlineText } from "@/domain/claim-text";
import type { Figure } from "@/domain/figure";
import { isLocale } from "@/domain/locale";
import { alternatesOf } from "./metadata";

/** A figure's page is called by its claim and described by its sentence or its row. */
export function figureMetadata(locale: string, figure: Figure | null, asOf?: string): Metadata {
  if (figure === null || !isLocale(locale)) return {};
  return {
    title: headlineText(figure, locale, claimWords(locale, [figure])),
    description: (figure.anchor.record === null
      ? figure.anchor.sentence
      : cellsText(figure.anchor, locale)
    ).slice(0, 300),
    alternates: alternatesOf(locale, `/figures/${figure.id}`, asOf),
  };
}
