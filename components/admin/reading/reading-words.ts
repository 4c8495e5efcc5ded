import type { QuantityWords } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import { type DeskMessages, deskMessagesOf } from "@/messages/desk";
import { type Messages, messagesOf } from "@/messages/messages";

type Shared = Pick<Messages, "comparator" | "modality" | "statistic"> & {
  readonly roles: Messages["role"];
  readonly bases: Messages["basis"];
  readonly precisions: Messages["precision"];
};

/** The words of the reading view: its own, and the closed lists as readers know them. */
export type ReadingWords = DeskMessages["reading"] &
  Shared & { readonly quantity: QuantityWords; readonly row: Messages["chart"]["row"] & Messages["row"] };

export function readingWords(locale: Locale): ReadingWords {
  const { comparator, modality, statistic, role, basis, precision, chart, row } = messagesOf(locale);
  const { about, atLeast, atMost, moreThan, lessThan, between, per, statistic: statistics } = chart;
  return {
    ...deskMessagesOf(locale).reading,
    ...{ comparator, modality, statistic, roles: role, bases: basis, precisions: precision },
    row: { ...chart.row, ...row },
    quantity: { about, atLeast, atMost, moreThan, lessThan, between, per, statistic: statistics },
  };
}
