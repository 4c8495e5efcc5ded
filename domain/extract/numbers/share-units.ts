import type { Lexicon, UnitReading } from "../proposal";
import type { Found } from "./found";
import { after, before, type Line } from "./line";
import type { Masked } from "./ranges";
import { readUnit, slugOfWords } from "./read-unit";

/** The unit of a number, and whether it was said with another number. */
export type Unit = { readonly unit: UnitReading | null; readonly shared: boolean };

/** What joins a number to the one whose unit it takes: "142 of 188 drones", "20 ou 30 chars". */
const ofNext =
  /^ (?:de|of|out of|sur|parmi|among|from|des)(?: (?:les|des|the|its|their|a total of|un total de|some|about))? $/;
const withNext =
  /^(?:,| (?:et|and|ou|or|puis|then|a|to|contre|against))(?: (?:ensuite|then|les|the|pres de|environ|about))? $/;
/** Words that set a number beside the one before it, in the same unit. */
const likePrevious =
  /(?:\bcontre|\bagainst|\bup from|\bdown from|\bcompared (?:to|with)|\bdont|\bincluding|\bof which|\bof them|\bpuis|\bthen|\bversus|\bvs\.?)(?: (?:un|une|a|about|around|environ|nearly|pres de|au moins|at least))? $/;

/** The unit of each number; one without its own takes a label's, or that of the number it is said with. */
export function unitsOf(line: Line, numbers: readonly Masked[], lexicon: Lexicon): Unit[] {
  const units: Unit[] = numbers.map(({ found }) => ({
    unit: found.form === "broken" ? null : readUnit(line, found, lexicon),
    shared: false,
  }));
  for (let index = numbers.length - 2; index >= 0; index -= 1)
    if (units[index]!.unit === null && takesNext(line, numbers[index]!, numbers[index + 1]!))
      units[index] = { unit: units[index + 1]!.unit, shared: true };
  let previous: UnitReading | null = null;
  for (const [index, { found, mask }] of numbers.entries()) {
    if (mask) continue;
    if (units[index]!.unit === null)
      units[index] = labelled(line, found, lexicon) ?? inherited(line, found, previous);
    previous = units[index]!.unit ?? previous;
  }
  return units;
}

function takesNext(line: Line, { found, mask }: Masked, next: Masked): boolean {
  if (mask || next.mask || next.found.start - found.end > 40) return false;
  const gap = line.folded.slice(found.end, next.found.start);
  return ofNext.test(gap) || (withNext.test(gap) && !likePrevious.test(before(line, found.start)));
}

/** The unit said before: a share is handed on only where the words set the two side by side. */
function inherited(line: Line, found: Found, previous: UnitReading | null): Unit {
  const alike = found.sign !== null || likePrevious.test(before(line, found.start));
  const fits = previous !== null && (alike || previous.slug !== "percent");
  return { unit: fits ? previous : null, shared: fits };
}

/** The label in front: "tanks – 9,859", "Chars : 9". */
function labelled(line: Line, found: Found, lexicon: Lexicon): Unit | null {
  const left = before(line, found.start);
  const label =
    /(?:^|[^\p{L}])(\p{L}[\p{L}'-]*(?: [\p{L}'-]+){0,2}) ?(?::| [-–] | ?– ?) ?(?:(?:about|environ|pres de|approximately|around|nearly|~|≈) ?)?\+?$/u.exec(
      left,
    );
  if (label === null || !/^(?: ?[(,;.]|$|\n| [-–+])/.test(after(line, found.end))) return null;
  const words = label[1] ?? "";
  const start = found.start - left.length + label.index + label[0].indexOf(words);
  const end = start + words.length;
  return {
    unit: { start, end, slug: slugOfWords(words, lexicon), words: line.text.slice(start, end) },
    shared: false,
  };
}

/** Whether a number is joined to the next by a comma or "and" behind its unit: "five missiles and 60 drones". */
export function leadsNext(line: Line, unit: UnitReading | null, next: Masked | undefined): boolean {
  if (!unit || !next || next.mask || next.found.form === "words" || next.found.start - unit.end > 24)
    return false;
  return /^(?: [a-z]+)?(?:,| et| and|, and)(?: [a-z]+)? $/.test(
    line.folded.slice(unit.end, next.found.start),
  );
}

/** Whether a number is joined by a comma or "and" to one that counts something: "20 drones and three missiles". */
export function isCoordinated(
  line: Line,
  start: number,
  previous: Masked | undefined,
  unit: Unit | undefined,
): boolean {
  if (!previous || previous.mask || !unit?.unit || start - previous.found.end > 70) return false;
  const gap = line.folded.slice(previous.found.end, start);
  return (
    /(?:,| et| and| ainsi que| as well as| puis)(?: (?:de|d'|also|aussi))? $/.test(gap) &&
    !/[.;:()]/.test(gap)
  );
}
