import type { ReadingLanguage, Span } from "./proposal";
import { joins } from "./sentences/joins";
import { listItems, splits } from "./sentences/splits";

/** What the segmenter and the rules are given at once, and the longest sentence: bounds the work on one line. */
const longest = 2_000;

const segmenters: Readonly<Record<ReadingLanguage, Intl.Segmenter>> = {
  fr: new Intl.Segmenter("fr", { granularity: "sentence" }),
  en: new Intl.Segmenter("en", { granularity: "sentence" }),
};

/**
 * The sentences of a text in order, without the blanks around them: together they hold everything that is not blank.
 * A line end always ends a sentence; inside a line the Unicode rules propose, and `splits` and `joins` correct them.
 *
 * @returns spans in UTF-16 units of `text`, ends exclusive; none longer than 2 000
 */
export function sentencesOf(text: string, language: ReadingLanguage): Span[] {
  const sentences: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    sentencesOfLine(text.slice(start, end), start, language, sentences);
    start = end + 1;
  }
  return sentences;
}

function sentencesOfLine(line: string, offset: number, language: ReadingLanguage, into: Span[]): void {
  let start = 0;
  while (line.length - start > longest) {
    const window = line.slice(start, start + longest);
    const ends = endsOf(window, language);
    const taken = ends.length > 1 ? ends.slice(0, -1) : [wordEnd(window)];
    pushPieces(window, taken, offset + start, into);
    start += taken.at(-1) ?? longest;
  }
  const rest = line.slice(start);
  pushPieces(rest, endsOf(rest, language), offset + start, into);
}

/** Where to cut a stretch without a sentence end: at its last blank, else anywhere but inside a character. */
function wordEnd(window: string): number {
  const blank = /\s(?=\S*$)/.exec(window.slice(-500));
  if (blank) return window.length - Math.min(500, window.length) + blank.index + 1;
  return /[\ud800-\udbff]$/.test(window) ? window.length - 1 : window.length;
}

function pushPieces(line: string, ends: readonly number[], offset: number, into: Span[]): void {
  let from = 0;
  for (const to of ends) {
    const piece = line.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    const length = piece.trim().length;
    if (length > 0) into.push({ start: offset + from + lead, end: offset + from + lead + length });
    from = to;
  }
}

/** Where the sentences of one line end, the last at its end. */
function endsOf(line: string, language: ReadingLanguage): number[] {
  if (line.trim() === "") return [line.length];
  const ends: number[] = [];
  let from = 0;
  for (const { at, firm } of candidates(line, language)) {
    const end = at + closersAt(line, at);
    if (at <= from || end >= line.length) continue;
    const before = line.slice(from, end).trim();
    const after = line.slice(end, end + 60).trimStart();
    if (!firm && (before === "" || joins.some((join) => join.holds(before, after)))) continue;
    ends.push(end);
    from = end;
  }
  return [...ends, line.length];
}

/** A closing guillemet, quote or bracket after the end of a sentence still belongs to it. */
const closersAt = (line: string, at: number): number =>
  /^\s*[»”)\]]+\s*/.exec(line.slice(at, at + 20))?.[0].length ?? 0;

/** An address on the web is one word, whatever marks it holds. */
const address = /(?:https?:\/\/|\bwww\.)[^\s«»“”<>]+/g;

function candidates(line: string, language: ReadingLanguage): { at: number; firm: boolean }[] {
  const found = new Map<number, boolean>();
  const add = (at: number, firm: boolean) => found.set(at, firm || (found.get(at) ?? false));
  for (const { index } of segmenters[language].segment(line)) add(index, false);
  for (const split of splits) {
    for (const match of line.matchAll(split.at)) add(match.index + match[0].length, split.firm);
  }
  for (const at of listItems(line)) add(at, true);
  for (const { index, 0: words } of line.matchAll(address))
    for (let at = index + 1; at < index + words.length; at += 1) found.delete(at);
  return [...found].map(([at, firm]) => ({ at, firm })).sort((a, b) => a.at - b.at);
}
