import type { Mask, Quantity, ReadingContext, Span } from "../proposal";
import type { Found } from "./found";
import { type Line, lineOf } from "./line";
import { maskNumbers } from "./masks";
import { qualify } from "./qualify";
import { joinRanges } from "./ranges";
import { scanNumbers } from "./scan";
import { scoreQuantity } from "./score";
import { isCoordinated, leadsNext, type Unit, unitsOf } from "./share-units";
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
  const units = unitsOf(line, numbers, context.lexicon);
  return numbers.map(({ found, mask }, index) => {
    const around = {
      previous: numbers[index - 1]?.found.end ?? 0,
      next: numbers[index + 1]?.found.start ?? line.text.length,
      joined: (start: number) =>
        isCoordinated(line, start, numbers[index - 1], units[index - 1]) ||
        leadsNext(line, units[index]!.unit, numbers[index + 1]),
    };
    const reading = readOne(line, found, units[index]!, around);
    return shifted(
      mask ? { ...reading, mask, score: 0, because: [mask.rule] } : { ...reading, mask },
      sentence.start,
    );
  });
}

/** Where its neighbours end and begin, and whether what starts here is joined to the number before. */
type Around = {
  readonly previous: number;
  readonly next: number;
  readonly joined: (start: number) => boolean;
};

function readOne(line: Line, found: Found, { unit, shared }: Unit, around: Around) {
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
  const start = Math.min(found.start, cue?.start ?? found.start);
  return { quantity, ...scoreQuantity({ line, found, quantity, shared, coordinated: around.joined(start) }) };
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
