import type { Anchor } from "@/domain/figure";
import { fill } from "@/domain/format";
import { rowInLine } from "@/domain/row-cells";
import type { ChartWords } from "../charts/chart-words";
import { MarkedSentence } from "./quote";

type RowWords = ChartWords["row"];

/** A row of a dataset within a line of text or a cell of a table: its number under its column, and a few cells more. */
export function RowInLine({ anchor, words }: { anchor: Anchor; words: RowWords }) {
  const line = rowInLine(anchor);
  if (line === null) return null;
  return (
    <span className="row-in-line">
      {fill(words.short, { row: line.row })}
      {line.cells.map(({ number, column, text, spans }) => (
        <span key={number}>
          {" · "}
          <span className="row-column">{column ?? fill(words.column, { number })}</span>{" "}
          <MarkedSentence text={text} spans={spans} />
        </span>
      ))}
      {line.left > 0 && " …"}
    </span>
  );
}
