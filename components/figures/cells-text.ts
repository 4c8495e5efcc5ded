import type { Anchor } from "@/domain/figure";
import { fill } from "@/domain/format";
import { rowInLine } from "@/domain/row-cells";
import type { Locale } from "@/domain/vocabulary";
import { messagesOf } from "@/messages/messages";

/** The first cells of the row an anchor stands in as plain words, for what has no markup; "" where it is a sentence. */
export function cellsText(anchor: Anchor, locale: Locale): string {
  const words = messagesOf(locale).chart.row;
  const line = rowInLine(anchor);
  const colon = locale === "fr" ? "\u00a0:" : ":";
  const cells = line?.cells.map(
    ({ number, column, text }) => `${column ?? fill(words.column, { number })}${colon} ${text}`,
  );
  return `${cells?.join("; ") ?? ""}${line?.left ? "; …" : ""}`;
}
