import type { Mask, Quantity, ReadingContext, Span, UnitReading } from "../proposal";
import type { Found } from "./found";
import { type Line, lineOf } from "./line";
import { maskNumbers } from "./masks";
import { qualify } from "./qualify";
import { joinRanges } from "./ranges";
import { readUnit, slugOfWords } from "./read-unit";
import { scanNumbers } from "./scan";
import { scoreQuantity } from "./score";
import { labelUnit, unitNeighbour } from "./share-units";
import { clauseOf, readPer, readStatistic } from "./statistics";

/** A number of a sentence with all it says of itself; masked ones are no figures and say why. */
export type QuantityReading = {
  readonly quantity: Quantity;
  readonly mask: Mask | null;
  readonly score: number;
  readonly because: readonly string[];
};

/**
 * Every number of a sentence, in order: found, read, masked where it is no figure, then bounded, given its unit, its
 * statistic and a score. Reads any text and never throws.
 *
 * @param text normalised; all offsets in the answer are UTF-16 units of it
 */
export function readQuantities(text: string, sentence: Span, context: ReadingContext): QuantityReading[] {
  const line = lineOf(text, sentence, context.language);
  const scanned = scanNumbers(line);
  const masks = maskNumbers(line, scanned, context);
  const numbers = joinRanges(
    line,
    scanned.map((found, index) => ({ found, mask: masks[index] ?? null })),
  );
  const units = unitsOf(
    line,
    numbers.map(({ found }) => found),
    context,
  );
  return numbers.map(({ found, mask }, index) => {
    const around = {
      previous: numbers[index - 1]?.found.end ?? 0,
      next: numbers[index + 1]?.found.start ?? line.text.length,
    };
    const reading = readOne(line, found, units[index]!, around);
    return shifted(
      mask ? { ...reading, mask, score: 0, because: [mask.rule] } : { ...reading, mask },
      sentence.start,
    );
  });
}

type Unit = { readonly unit: UnitReading | null; readonly shared: boolean };

/** The unit of each number; one without its own takes that of the number it is said with. */
function unitsOf(line: Line, numbers: readonly Found[], { lexicon }: ReadingContext): Unit[] {
  const own = numbers.map((found) => (found.form === "broken" ? null : readUnit(line, found, lexicon)));
  const units: Unit[] = own.map((unit) => ({ unit, shared: false }));
  const neighbours = numbers.map((found, index) =>
    own[index] ? null : unitNeighbour(line, found, numbers[index + 1]),
  );
  for (let index = numbers.length - 1; index >= 0; index -= 1)
    if (neighbours[index] === "next") units[index] = { unit: units[index + 1]?.unit ?? null, shared: true };
  for (let index = 0; index < numbers.length; index += 1) {
    if (units[index]!.unit) continue;
    const label = labelUnit(line, numbers[index]!, (words) => slugOfWords(words, lexicon));
    if (label) units[index] = { unit: label, shared: false };
    else if (neighbours[index] === "previous")
      units[index] = { unit: units[index - 1]?.unit ?? null, shared: true };
  }
  return units;
}

function readOne(
  line: Line,
  found: Found,
  { unit, shared }: Unit,
  around: { previous: number; next: number },
) {
  const own = shared ? null : unit;
  const { comparator, cue } = qualify(line, found, own);
  const clause = clauseOf(line, found, own, around.previous, around.next);
  const quantity: Quantity = {
    number: { start: found.start, end: found.end },
    value: found.sign === "-" && found.value !== null ? `-${found.value}` : found.value,
    ...boundsOf(found, comparator),
    comparator,
    cue,
    unit,
    statistic: readStatistic(found, unit, clause, line.language),
    per: readPer(clause, line.language),
  };
  return { quantity, ...scoreQuantity({ line, found, quantity, shared }) };
}

/** The bounds the words give: those of a range, and of a collective that is bounded ("plus d'une vingtaine"). */
function boundsOf({ low, high, named }: Found, comparator: Quantity["comparator"]) {
  if (named !== null && (comparator === ">" || comparator === ">=")) return { low: named, high: null };
  if (named !== null && (comparator === "<" || comparator === "<=")) return { low: null, high: named };
  return { low, high };
}

/** Moves the offsets from the line to the text. */
function shifted(reading: QuantityReading, by: number): QuantityReading {
  const move = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  const { number, cue, unit } = reading.quantity;
  return {
    ...reading,
    quantity: { ...reading.quantity, number: move(number), cue: cue && move(cue), unit: unit && move(unit) },
  };
}
