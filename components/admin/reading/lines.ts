import type { Span } from "@/domain/extract/proposal";
import type { Suggestion } from "./reading";

/** A line of the text with the numbers marked in it. Offsets are of the whole text, the line end left out. */
export type Line = Span & { readonly marks: readonly Suggestion[] };

/** Cuts a text into its lines that are not blank, each with its marks in order. Marks never cross a line end. */
export function linesOf(text: string, suggestions: readonly Suggestion[]): Line[] {
  const marks = [...suggestions].sort((a, b) => a.number.start - b.number.start || a.id - b.id);
  const lines: Line[] = [];
  let next = 0;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const first = next;
    while (next < marks.length && marks[next]!.number.start < end) next++;
    if (text.slice(start, end).trim() !== "") lines.push({ start, end, marks: marks.slice(first, next) });
    start = end + 1;
  }
  return lines;
}

/**
 * A piece of a line: plain words, or the words of a mark; `within` where it is part of the sentence in hand, `chosen`
 * where it is what an editor is choosing by hand.
 */
export type Piece = Span & {
  readonly mark: Suggestion | null;
  readonly within: boolean;
  readonly chosen: boolean;
};

type Cut = Span & { readonly mark: Suggestion | null };

/** Cuts a line at its marks and at the ends of the sentence in hand. Of marks that overlap the first is shown. */
export function piecesOf(line: Line, sentence: Span | null, choice: Span | null = null): Piece[] {
  const pieces: Piece[] = [];
  let at = line.start;
  for (const { mark, start, end } of cutsOf(line, choice)) {
    if (start < at) continue;
    pushPlain(pieces, { start: at, end: start }, sentence);
    pieces.push({ start, end, mark, within: isWithin({ start, end }, sentence), chosen: mark === null });
    at = end;
  }
  pushPlain(pieces, { start: at, end: line.end }, sentence);
  return pieces;
}

function cutsOf(line: Line, choice: Span | null): Cut[] {
  const marks = line.marks.map((mark) => ({ ...mark.number, mark }));
  if (choice === null || choice.start < line.start || choice.end > line.end) return marks;
  const apart = marks.filter(({ start, end }) => end <= choice.start || start >= choice.end);
  return [...apart, { ...choice, mark: null }].sort((a, b) => a.start - b.start);
}

function pushPlain(pieces: Piece[], span: Span, sentence: Span | null): void {
  const cuts = sentence
    ? [sentence.start, sentence.end].filter((cut) => cut > span.start && cut < span.end)
    : [];
  let start = span.start;
  for (const end of [...cuts, span.end]) {
    if (end > start)
      pieces.push({ start, end, mark: null, within: isWithin({ start, end }, sentence), chosen: false });
    start = end;
  }
}

const isWithin = (span: Span, sentence: Span | null) =>
  sentence !== null && span.start >= sentence.start && span.end <= sentence.end;
