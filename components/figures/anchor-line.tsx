import type { Anchor } from "@/domain/figure";
import type { ChartWords } from "../charts/chart-words";
import { Quote } from "./quote";
import { RowInLine } from "./row-in-line";

type Props = { anchor: Anchor; words: ChartWords["row"] };

/** Where a figure stands, its number marked: the sentence as a quotation; a row of a dataset, which is none, as cells. */
export function AnchorLine({ anchor, words }: Props) {
  if (anchor.record !== null)
    return (
      <p>
        <RowInLine anchor={anchor} words={words} />
      </p>
    );
  const { sentence, sentenceLang, numberStart, numberEnd } = anchor;
  return <Quote text={sentence} lang={sentenceLang} spans={[{ start: numberStart, end: numberEnd }]} />;
}
