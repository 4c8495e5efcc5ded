import type { Lexicon, Mask, ReadingContext, Span } from "../proposal";
import { fold } from "./fold";
import type { Found } from "./found";
import { after, before, type Line, lineOf } from "./line";
import { nameMask } from "./mask-names";
import { neighbourRules } from "./mask-neighbours";
import { stretchRules } from "./mask-stretches";
import { scanNumbers } from "./scan";

export type MaskedSpan = Span & { readonly mask: Mask };

/** A number that damaged text has made unreadable is never a figure. */
const broken: Mask = { rule: "broken", reason: "a number damaged in the text" };

/**
 * What in a sentence is no figure, and why: dates, times, models, addresses, and numbers their neighbours give away.
 * @returns spans in the offsets of `text`, in order, possibly overlapping
 */
export function masksOf(text: string, sentence: Span, context: ReadingContext): MaskedSpan[] {
  const line = lineOf(text, sentence, context.language);
  const numbers = scanNumbers(line);
  const masks = maskNumbers(line, numbers, context);
  const single = numbers.flatMap((found, index) => {
    const mask = masks[index];
    return mask ? [{ start: found.start, end: found.end, mask }] : [];
  });
  return [...stretchesOf(line, context), ...single]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, mask }) => ({ start: start + sentence.start, end: end + sentence.start, mask }));
}

/** The mask of each number of a line, null where it may be a figure. */
export function maskNumbers(line: Line, numbers: readonly Found[], context: ReadingContext): (Mask | null)[] {
  if (numbers.length === 0) return [];
  const stretches = stretchesOf(line, context);
  let next = 0;
  let reached: MaskedSpan | null = null; // the stretch that reaches furthest among those begun
  const masks = numbers.map((found) => {
    for (; next < stretches.length && stretches[next]!.start < found.end; next += 1) {
      const stretch = stretches[next]!;
      if (reached === null || stretch.end > reached.end) reached = stretch;
    }
    if (found.form === "broken") return reached && reached.end >= found.end ? reached.mask : broken;
    if (reached && reached.end > found.start) return reached.mask;
    return neighbourMask(line, found) ?? nameMask(line, found);
  });
  return handOn(line, numbers, masks);
}

/** "27, 41 et 69 ans": what masks the last of a row masks those before it; of "131/136" the first masks the second. */
function handOn(line: Line, numbers: readonly Found[], masks: (Mask | null)[]): (Mask | null)[] {
  const gap = (index: number) => {
    const [a, b] = [numbers[index]!, numbers[index + 1]];
    return b && b.start - a.end < 12 ? line.folded.slice(a.end, b.start) : null;
  };
  for (let index = numbers.length - 2; index >= 0; index -= 1)
    if (/^(?:, ?| (?:et|ou|and|or|a|to|x) | ?[-–] ?)$/.test(gap(index) ?? ""))
      masks[index] ??= masks[index + 1] ?? null;
  for (let index = 1; index < numbers.length; index += 1)
    if (gap(index - 1) === "/" || endsAges(line, masks[index - 1], gap(index - 1), numbers[index]!))
      masks[index] ??= masks[index - 1] ?? null;
  return masks;
}

/** "aged 18-30", "âgés de 18 à 30": the age that ends a stretch of ages. */
const endsAges = (line: Line, mask: Mask | null | undefined, gap: string | null, { end }: Found) =>
  mask?.rule === "age" &&
  /^(?: ?[-–] ?| (?:a|to|et|and) )$/.test(gap ?? "") &&
  !/^ (?!ans\b|years\b)[a-z]{3,}s\b/.test(after(line, end));

function neighbourMask(line: Line, found: Found): Mask | null {
  const [left, right] = [before(line, found.start), after(line, found.end)];
  const rule = neighbourRules.find(
    ({ before, after, only }) =>
      (only?.(found) ?? true) && (before?.test(left) ?? true) && (after?.test(right) ?? true),
  );
  return rule ? { rule: rule.rule, reason: rule.reason } : null;
}

/** The masked stretches of a line, by where they start. */
function stretchesOf(line: Line, context: ReadingContext): MaskedSpan[] {
  const found = stretchRules.flatMap(({ rule, reason, patterns, accepts }) =>
    patterns.flatMap((pattern) =>
      [...line.folded.matchAll(pattern)]
        .filter(({ 0: words, index }) => accepts?.(line.text.slice(index, index + words.length)) ?? true)
        .map(({ 0: words, index }) => ({ start: index, end: index + words.length, mask: { rule, reason } })),
    ),
  );
  return [...found, ...namesOf(line, context)].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Names the collection knows that hold a digit ("France 24", "G7"). */
function namesOf({ folded }: Line, { lexicon }: ReadingContext): MaskedSpan[] {
  return namesWithDigits(lexicon).flatMap((words) => {
    const spans: MaskedSpan[] = [];
    for (let at = folded.indexOf(words); at !== -1; at = folded.indexOf(words, at + words.length))
      spans.push({ start: at, end: at + words.length, mask: { rule: "name", reason: "part of a name" } });
    return spans;
  });
}

const numberedNames = new WeakMap<Lexicon, readonly string[]>();

function namesWithDigits(lexicon: Lexicon): readonly string[] {
  const known = numberedNames.get(lexicon);
  if (known) return known;
  const names = [...lexicon.agents, ...lexicon.places].flatMap((one) => one.names);
  const found = names.filter((name) => /\d/.test(name)).map(fold);
  numberedNames.set(lexicon, found);
  return found;
}
