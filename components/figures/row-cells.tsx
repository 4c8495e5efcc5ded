import { fill, fillPlural } from "@/domain/format";
import { type RowCell, rowCells } from "@/domain/row-cells";
import type { Locale } from "@/domain/vocabulary";
import type { ChartWords } from "../charts/chart-words";
import { MarkedSentence, type MarkedSpan } from "./quote";

/** Cells that stand in view: more of them, and long ones, are a press away. */
const inView = 6;
const longest = 160;

type Props = {
  /** The row and the names of its columns, as RFC 4180 writes them. */
  record: string;
  header: string;
  spans: readonly MarkedSpan[];
  /** Words that a search found are bold: the highlighter is for numbers. */
  as?: "mark" | "b";
  locale: Locale;
  words: ChartWords["row"];
};

/** The cells of a row under the names of their columns: the marked ones, then the others that say something. */
export function RowCells({ record, header, spans, as = "mark", locale, words }: Props) {
  const cells = rowCells(record, header, spans);
  const [marked, others] = [cells.filter(isMarked), cells.filter((cell) => !isMarked(cell))];
  const short = others.filter(({ text }) => text.length <= longest).slice(0, inView - 1);
  const rest = others.filter((cell) => !short.includes(cell));
  return (
    <>
      <Cells cells={[...marked, ...short]} as={as} words={words} />
      {rest.length > 0 && (
        <details className="row-rest">
          <summary>{fillPlural(words.more, rest.length, locale)}</summary>
          <Cells cells={rest} as={as} words={words} />
        </details>
      )}
    </>
  );
}

const isMarked = ({ spans }: RowCell<MarkedSpan>) => spans.length > 0;

function Cells({
  cells,
  as,
  words,
}: Pick<Props, "as" | "words"> & { cells: readonly RowCell<MarkedSpan>[] }) {
  return (
    <dl className="row-cells">
      {cells.map((cell) => (
        <div key={cell.number} className={as === "mark" && isMarked(cell) ? "row-value" : undefined}>
          <dt>{cell.column ?? fill(words.column, { number: cell.number })}</dt>
          <dd>
            <MarkedSentence text={cell.text} spans={cell.spans} as={as} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
