import type { QuantityWords } from "@/domain/format";
import type { Locale } from "@/domain/vocabulary";
import { type DeskMessages, deskMessagesOf } from "@/messages/desk";
import { messagesOf } from "@/messages/messages";

type Shared = Pick<
  ReturnType<typeof messagesOf>,
  "comparator" | "modality" | "statistic" | "role" | "basis" | "precision"
>;

/** The words of the reading view: its own, and the closed lists as readers know them. */
export type ReadingWords = DeskMessages["reading"] & Shared & { readonly quantity: QuantityWords };

export function readingWords(locale: Locale): ReadingWords {
  const { comparator, modality, statistic, role, basis, precision, quantity } = messagesOf(locale);
  return { ...deskMessagesOf(locale).reading, comparator, modality, statistic, role, basis, precision, quantity };
}
