import type { UnitReading } from "../proposal";
import type { Found } from "./found";
import { after, before, type Line } from "./line";

/** A number whose unit is said elsewhere: with the number it is part of, with the one before, or in front of it. */

const ofNext =
  /^ (?:de |of |out of |sur |parmi |among |from )(?:les |des |the |its |their |a total of |un total de |some |about )*$|^ (?:des |sur les )$/;
const withNext =
  /^(?:,| (?:et|and|ou|or|puis|then|a|to|contre|against))(?: (?:ensuite|then|les|the|pres de|environ|about))? $/;
const likePrevious =
  /(?:\bcontre|\bagainst|\bup from|\bdown from|\bcompared (?:to|with)|\bdont|\bincluding|\bof which|\bof them|\bpuis|\bthen|\bversus|\bvs\.?)(?: (?:un|une|a|about|around|environ|nearly|pres de|au moins|at least))? $/;

/** Whose unit a number without one takes: "next", "previous" or none. */
export function unitNeighbour(line: Line, found: Found, next: Found | undefined): "next" | "previous" | null {
  if (next && ofNext.test(line.folded.slice(found.end, next.start))) return "next";
  const left = before(line, found.start);
  if (/\( ?[+-]? ?$/.test(left) && found.sign !== null) return "previous";
  if (likePrevious.test(left)) return "previous";
  if (next && withNext.test(line.folded.slice(found.end, next.start))) return "next";
  return null;
}

/** The label in front: "tanks – 9,859", "Chars : 9". */
export function labelUnit(
  line: Line,
  found: Found,
  slugOf: (words: string) => string | null,
): UnitReading | null {
  const left = before(line, found.start);
  const label =
    /(?:^|[^\p{L}])(\p{L}[\p{L}'-]*(?: [\p{L}'-]+){0,2}) ?(?::| [-–]|–) ?(?:(?:about|environ|pres de|approximately|around|nearly|~|≈) ?)?\+?$/u.exec(
      left,
    );
  if (label === null || !/^(?: ?\(|[ ,;.]|$|\n)/.test(after(line, found.end))) return null;
  const words = label[1] ?? "";
  const start = found.start - left.length + label.index + label[0].indexOf(words);
  const slug = slugOf(words);
  return { start, end: start + words.length, slug, words: line.text.slice(start, start + words.length) };
}
