import { type Delimiter, delimiters } from "../table-facts";
import { refuse } from "../table-refusal";
import { RecordReader } from "./record-reader";

/** UTF-16 units looked at, and rows from the header on with something in them. */
const [opening, records] = [200_000, 300];

type Try = { readonly delimiter: Delimiter; readonly width: number; readonly fitting: number };

/**
 * The delimiter that cuts the header, and the most rows like it, into several cells. `other`: one that would cut all
 * of them as well, into fewer. A column of its own needs no delimiter: any that does not occur.
 * @param tabs whether tabs are to be expected where rows do not decide
 * @param headerRow row the header stands in; without it, the first with something in it
 * @throws {Refused} where two delimiters do equally well: a guess would be silently wrong half of the time
 */
export function findDelimiter(
  text: string,
  headerRow: number | undefined,
  tabs: boolean,
): { readonly delimiter: Delimiter; readonly other: Delimiter | null } {
  const order = tabs ? delimiters.toReversed() : delimiters;
  const tries = order.map((delimiter) => tryOut(text, delimiter, headerRow));
  const [best, next] = tries
    .filter(({ width }) => width > 1)
    .sort((a, b) => b.fitting - a.fitting || b.width - a.width);
  if (best === undefined) return { delimiter: alone(tries), other: null };
  if (next === undefined || next.fitting < best.fitting) return { delimiter: best.delimiter, other: null };
  if (next.width === best.width && !(tabs && best.delimiter === "\t"))
    refuse("unsure_delimiter", { delimiters: [best.delimiter, next.delimiter] });
  return { delimiter: best.delimiter, other: next.delimiter };
}

/** For a column of its own: a delimiter that leaves nothing of the text, else one that never cuts it. */
const alone = (tries: readonly Try[]): Delimiter =>
  (tries.find(({ width }) => width === 0) ?? tries.find(({ fitting }) => fitting === 1))?.delimiter ?? ",";

/** How wide the header is, and what part of the rows is as wide. */
function tryOut(text: string, delimiter: Delimiter, headerRow: number | undefined): Try {
  const reader = new RecordReader(text.slice(0, opening), {
    delimiter,
    columns: opening,
    cellCharacters: opening,
    loose: true,
  });
  const widths: number[] = [];
  while (widths.length < records) {
    const cells = reader.next();
    if (cells === null) break;
    const blank = cells.every((cell) => cell === null);
    if (!blank && reader.row >= (headerRow ?? 1)) widths.push(reader.width);
  }
  const width = widths[0] ?? 0;
  // The last record may be cut by the end of what is looked at.
  const whole = text.length > opening && widths.length > 1 ? widths.slice(0, -1) : widths;
  return {
    delimiter,
    width,
    fitting: whole.filter((one) => one === width).length / Math.max(1, whole.length),
  };
}
