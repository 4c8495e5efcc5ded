import type { ReadingLanguage, Span } from "./proposal";
import type { Context } from "./reanchor/context";
import { indexAt, type Occurrence, occurrencesOf } from "./reanchor/exact";
import { fold, lowered } from "./reanchor/fold";
import { type Candidate, candidatesFor } from "./reanchor/fuzzy";
import { judge } from "./reanchor/judge";
import { numberIn } from "./reanchor/number";
import { type ReadText, readText, unfolded } from "./reanchor/read-text";

/**
 * Where a figure stood in an older text. `sentenceStart` counts in that text; `numberStart` and `numberEnd` count
 * inside the sentence; `prefix` and `suffix` are the 32 characters before and after it.
 */
export type OldAnchor = {
  readonly sentence: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly sentenceStart: number;
  readonly numberStart: number;
  readonly numberEnd: number;
};

/**
 * What became of an anchor in a new text, with a reason in plain words. `same` only where the sentence reads the same
 * but for typography; `changed` needs a person; `gone` has no sentence. Spans count in the new text; the number is
 * null where it is not found again, and else the number that stands there now.
 */
export type Reanchoring = {
  readonly found: "same" | "changed" | "gone";
  readonly sentence: Span | null;
  readonly number: Span | null;
  readonly why: string;
};

/** Finds one anchor in a new text: `reanchorAll` where there are several. */
export const reanchor = (anchor: OldAnchor, newText: string, language: ReadingLanguage): Reanchoring =>
  reanchorAll([anchor], newText, language)[0]!;

/** Finds the anchors of an older text in a new one, in the order given. Both texts are normalised. Never throws. */
export function reanchorAll(
  anchors: readonly OldAnchor[],
  newText: string,
  language: ReadingLanguage,
): Reanchoring[] {
  const read = readText(newText, language);
  return anchors.map((anchor) => reanchorIn(read, anchor));
}

function reanchorIn(read: ReadText, anchor: OldAnchor): Reanchoring {
  const sentence = fold(anchor.sentence.trim()).text;
  const context = contextOf(anchor);
  const found = occurrencesOf(sentence, context, read);
  const exact = bestOf(
    found.filter(({ whole }) => whole),
    anchor,
    read,
  );
  if (exact && unmoved(exact, anchor, read)) return same(read, anchor, exact, found);
  const inside = bestOf(
    found.filter(({ whole }) => !whole),
    anchor,
    read,
  );
  if (inside && (!exact || inside.fit >= exact.fit + 0.5)) {
    return changed(read, anchor, aroundOf(read, inside.folded), "its words now stand in a longer sentence");
  }
  const others = candidatesFor(lowered(sentence), context, read).filter(
    (candidate) => !found.some(({ folded }) => overlaps(folded, candidate.folded)),
  );
  const other = judge(others, lowered(sentence), context, read);
  if (exact && !(other && standsInItsPlace(other, exact, anchor, read)))
    return same(read, anchor, exact, found);
  if (other) return changed(read, anchor, other.folded, reasonFor(read, sentence, other));
  return { found: "gone", sentence: null, number: null, why: "no sentence of the new text is near enough" };
}

const contextOf = ({ prefix, suffix }: OldAnchor): Context => ({
  prefix: folding(prefix),
  suffix: folding(suffix),
});

const folding = (words: string): string | null =>
  words.trim() === "" ? null : lowered(fold(words).text).trim();

/** The occurrence whose surroundings agree best; of equals the one nearest to where the sentence stood. */
function bestOf(
  occurrences: readonly Occurrence[],
  { prefix, suffix, sentenceStart }: OldAnchor,
  read: ReadText,
) {
  const distance = ({ folded }: Occurrence) => Math.abs((read.at[folded.start] ?? 0) - sentenceStart);
  // Folded context is blind to how many lines lie between; the printed one tells two repeated headlines apart.
  const printed = ({ folded }: Occurrence) => {
    const { start, end } = unfolded(read, folded);
    return Number(read.text.slice(0, start).endsWith(prefix)) + Number(read.text.startsWith(suffix, end));
  };
  return [...occurrences].sort(
    (a, b) => b.fit - a.fit || printed(b) - printed(a) || distance(a) - distance(b),
  )[0];
}

/** True where nothing needs looking for: the same words between the same neighbours at the same place. */
const unmoved = (exact: Occurrence, { sentenceStart }: OldAnchor, { at }: ReadText): boolean =>
  exact.fit >= 1.8 && at[exact.folded.start] === sentenceStart;

/**
 * True where another sentence fits the anchor's place better than the one that reads the same: of a repeated
 * headline this one was edited, and the repeat must not pass for it.
 */
function standsInItsPlace(
  candidate: Candidate | null,
  exact: Occurrence,
  anchor: OldAnchor,
  { at }: ReadText,
) {
  if (candidate === null) return false;
  const { before, after } = candidate.fit;
  if (before < 0.9 || after < 0.9) return false;
  const distance = ({ start }: Span) => Math.abs(at[start]! - anchor.sentenceStart);
  return exact.fit < 1.5 || distance(candidate.folded) < distance(exact.folded);
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function same(
  read: ReadText,
  anchor: OldAnchor,
  { folded }: Occurrence,
  found: readonly Occurrence[],
): Reanchoring {
  const sentence = unfolded(read, folded);
  const why = found.length > 1 ? "reads the same; the nearest of several such sentences" : "reads the same";
  return { found: "same", sentence, number: numberOf(read, anchor, folded), why };
}

function changed(read: ReadText, anchor: OldAnchor, folded: Span, why: string): Reanchoring {
  return { found: "changed", sentence: unfolded(read, folded), number: numberOf(read, anchor, folded), why };
}

/** The whole sentences that hold a stretch of the folded text. */
function aroundOf({ sentences }: ReadText, { start, end }: Span): Span {
  const first = sentences[indexAt(sentences, start)];
  const last = sentences[indexAt(sentences, end - 1)];
  return {
    start: Math.min(start, first?.folded.start ?? start),
    end: Math.max(end, last?.folded.end ?? end),
  };
}

function numberOf(
  read: ReadText,
  { sentence, numberStart, numberEnd }: OldAnchor,
  folded: Span,
): Span | null {
  const { text, at } = fold(sentence);
  const unit = (offset: number) => {
    const found = at.findIndex((start) => start >= offset);
    return found < 0 ? text.length : found;
  };
  const old = { start: unit(numberStart), end: unit(numberEnd) };
  const now = numberIn(lowered(text), old, read.low.slice(folded.start, folded.end));
  return now && unfolded(read, { start: folded.start + now.start, end: folded.start + now.end });
}

function reasonFor({ folded: text }: ReadText, sentence: string, { folded }: Candidate): string {
  const now = text.slice(folded.start, folded.end);
  const numbers = (words: string) => (words.match(/\d+(?:[.,]\d+)*/g) ?? []).join(" ");
  return numbers(sentence) === numbers(now) ? "its words changed" : "its numbers changed";
}
