import type { Mask } from "../proposal";
import { compareDecimals, shiftDecimal } from "./decimal";
import { type Found, foundOf } from "./found";
import { after, before, type Line } from "./line";

export type Masked = { readonly found: Found; readonly mask: Mask | null };

/** What may stand between the two ends of a range, with a unit said twice ("10 % à 15 %"). */
const between = {
  dash: /^ ?[-–] ?(?:[$€£])?$/,
  to: /^(?: ?%)? (?:a|to|ou|or|voire|or even|and even|jusqu'a|a pres de|a environ|to about|to around|to nearly) (?:[$€£])?$/,
  sameUnit: /^ (?:d')?[a-z]+ (?:a|to) $/,
  and: /^(?: ?%)?(?: [a-z]+)? (?:et|and) (?:les |the )?(?:[$€£])?$/,
  voire: /^,? ?(?:voire|or even|perhaps|peut-etre) $/,
  lessThan: /^ (?:et|mais|and|but) (?:de )?(?:moins de |moins d'|fewer than |less than |under )$/,
} as const;

/** Something went from one number to the other: two figures, not a range. */
const moved =
  /\b(?:pass|augment|tomb|grimp|port|recul|baiss|chut|progress|bondi|rise|rose|fell|fall|increas|grew|grow|drop|declin|jump|climb|went|shr[aiu]nk|reduc|redui|up|down|cut|rais|lower|hauss|rehauss|mont|boost|expand|ramen|elev)[a-z]* (?:[a-z'-]+ ){0,4}(?:de|d'|from)(?: about| environ| pres de| some| nearly)? $/;

/** Joins two numbers that bound one value; a masked pair ("18 to 25 years") hands its mask to the first of them. */
export function joinRanges(line: Line, numbers: readonly Masked[]): Masked[] {
  const joined: Masked[] = [];
  for (let index = 0; index < numbers.length; index += 1) {
    const [a, b] = [numbers[index]!, numbers[index + 1]];
    const range = b === undefined ? null : rangeOf(line, a, b);
    if (range !== null) index += 1;
    joined.push(range ?? a);
  }
  return joined;
}

function rangeOf(line: Line, a: Masked, b: Masked): Masked | null {
  if (a.found.form === "broken" || b.found.form === "broken" || a.mask) return null;
  if (b.found.start - a.found.end > 40 || !isJoined(line, a.found, b.found)) return null;
  if (countTwoThings(line, a.found, b.found)) return null;
  const high = b.found.value ?? b.found.named;
  const low = lowEnd(a.found, b.found, high);
  if (low === null || high === null || compareDecimals(low, high) >= 0) return null;
  return {
    found: foundOf({ start: a.found.start, end: b.found.end }, "range", { low, high, power: b.found.power }),
    mask: b.mask,
  };
}

function isJoined(line: Line, a: Found, b: Found): boolean {
  const gap = line.folded.slice(a.end, b.start);
  const left = before(line, a.start);
  const bounded = /\b(?:entre|between|from)(?: les| the)? [$€£]?$/.test(left);
  if (between.lessThan.test(gap)) return /\b(?:plus de|plus d'|more than|over) ?$/.test(left);
  if (between.and.test(gap)) return bounded && !/\bfrom $/.test(left);
  if (between.dash.test(gap)) return a.sign === null;
  if (between.voire.test(gap)) return true;
  return (
    (between.to.test(gap) || (between.sameUnit.test(gap) && /\b(?:de|d'|from) ?$/.test(left))) &&
    !moved.test(left)
  );
}

/** "a pris 3,2 % à 412 euros", "from 25 tons to 300 lorries": what is said of the first is not said of the second. */
function countTwoThings(line: Line, a: Found, b: Found): boolean {
  const gap = line.folded.slice(a.end, b.start);
  const right = after(line, b.end);
  if (/%/.test(gap)) return !/^ ?(?:%|pour ?cent|per ?cent|pct)/.test(right);
  if (/[$€£]/.test(gap) && !/[$€£] ?$/.test(before(line, a.start))) return true;
  const first = /^ (?:d')?([a-z]{3,})s? (?:a|to) $/.exec(gap)?.[1];
  const second = /^ (?:d')?([a-z]{3,}s)\b/.exec(right)?.[1];
  return first !== undefined && second !== undefined && first.slice(0, 4) !== second.slice(0, 4);
}

/** The first end, in the scale of the second where only that is said: "50-60 000", "5 to 10 million". */
function lowEnd(a: Found, b: Found, high: string | null): string | null {
  const low = a.value ?? a.named;
  if (low === null || high === null) return null;
  if (a.power > 0 || b.power === 0 || low.length > 3) return low;
  const scaled = shiftDecimal(low, b.power);
  return compareDecimals(scaled, high) < 0 ? scaled : low;
}
