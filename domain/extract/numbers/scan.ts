import { addDecimals, shiftDecimal } from "./decimal";
import { type Found, foundOf } from "./found";
import { readPartOf } from "./fractions";
import type { Line } from "./line";
import { readDigits } from "./read-digits";
import { readHalf, readScale } from "./read-number";
import { readWordRun, type WordToken, wordRunAt } from "./scan-words";

/** Every number of a line, in order, none overlapping: in digits, in words, rough, broken. No judgement yet. */
export function scanNumbers(line: Line): Found[] {
  const found: Found[] = [];
  const tokens = tokensOf(line);
  let run: readonly WordToken[] = [];
  let done = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!;
    if (token.start < done) continue;
    if (!token.digits && !run.includes(token)) run = wordRunAt(line, tokens, index);
    const part = readPartOf(line.folded, token.start, line.language);
    if (part) {
      found.push(foundOf({ start: token.start, end: part.end }, "fraction", { value: part.percent }));
      done = part.end;
      continue;
    }
    const read = token.digits ? scanDigits(line, token.start) : readWordRun(line, run, run.indexOf(token));
    if (read === null) continue;
    found.push(read);
    done = read.end;
  }
  return found;
}

function tokensOf({ folded }: Line): WordToken[] {
  return [...folded.matchAll(/\d+|\p{L}+/gu)].map((match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
    digits: /^\d/.test(match[0]),
  }));
}

/** Words that end in a digit and are units, no numbers: "km2", "500 km 2". */
const unitBefore = /(?:^|[^a-z])(?:k|c|d|m)?m$|\d ?(?:k|c|d|m)?m $/;

function scanDigits(line: Line, start: number): Found | null {
  const { folded, language } = line;
  if (
    unitBefore.test(folded.slice(Math.max(0, start - 6), start)) &&
    /^[23]\b/.test(folded.slice(start, start + 2))
  )
    return null;
  const read = readDigits(folded, start, language);
  const end = read?.end ?? runEnd(folded, start);
  const broken = brokenEnd(folded, start, end);
  if (read === null || broken !== null) return foundOf({ start, end: broken ?? end }, "broken");
  const scale = readScale(line.text, end, language) ?? gluedScale(line, start, end);
  const power = scale?.power ?? 0;
  const whole = scale?.end ?? end;
  const half = power > 0 ? readHalf(folded, whole, language) : null;
  const value = shiftDecimal(read.value, power);
  return foundOf({ start, end: half ? whole + half.end : whole }, "digits", {
    value: half ? addDecimals(value, shiftDecimal("0.5", power)) : value,
    power: power > 0 ? power : read.grouped && value.endsWith("000") ? 3 : 0,
    sign: signBefore(folded, start),
    bare: power === 0 && !read.grouped && !value.includes("."),
  });
}

/** What is counted in metres all the same: "20m waves". */
const counted =
  /^ (?!waves|walls|towers|buildings|trees|cliffs|sprints|hurdles|runners|finals|swimmers)[a-z]{3,}s\b|^ people\b/;

/** "$50m", "64.4m tonnes", "1.2b": a letter that is a million or a billion of money, or of what is counted. */
function gluedScale({ folded, language }: Line, start: number, end: number) {
  const letter = /^[mb](?![a-z\d])/.exec(folded.slice(end, end + 2))?.[0];
  if (letter === undefined || (letter === "b" && language === "fr")) return null;
  const money = /[$€£] ?$/.test(folded.slice(Math.max(0, start - 2), start));
  const things = language === "en" && counted.test(folded.slice(end + 1, end + 30));
  const decimal = letter === "b" && /[.,]/.test(folded.slice(start, end));
  return money || things || decimal ? { power: letter === "m" ? 6 : 9, end: end + 1 } : null;
}

const runEnd = (folded: string, start: number) => {
  const digits = /\d+/y;
  digits.lastIndex = start;
  return start + (digits.exec(folded)?.[0].length ?? 1);
};

/** A sign glued to the number and to nothing else; at the head of a line it is a bullet. */
function signBefore(folded: string, start: number): "+" | "-" | null {
  const sign = folded[start - 1];
  if (sign !== "+" && sign !== "-") return null;
  const further = folded[start - 2];
  if (further === undefined) return sign === "+" ? "+" : null;
  return /[ (\n/]/.test(further) ? sign : null;
}

/** What may be glued to the end of a number: an ordinal, a unit, a scale, a decade. */
const gluedEnd =
  /^(?:er|ere|ers|eres|e|es|eme|emes|ieme|iemes|nd|nde|st|rd|th|k|m|km|cm|mm|kg|t|g|ha|h|s|x|bn|tn|mn|mln|md|mds|am|pm|kw|mw|gw|ml|l|lb|lbs|min|mins|ft|mph|kph|kmh|gmt|utc|ans|v|w|c|f|b|p|n)(?![a-z\d])|^(?:km|m)[23]\b|^h ?\d|^(?:sqkm|sqm|sq)\b/;
const afterScale = /^(?:k|m|bn|md|mds) ?[€$£]/;

/**
 * Where a damaged number ends, null for a sound one: groups that do not fit ("10 00"), machine rubbish ("3,5 XNUMX"),
 * letters for digits ("1 5OO"), signs inside ("1?500").
 */
function brokenEnd(folded: string, start: number, end: number): number | null {
  const rest = folded.slice(end, end + 24);
  const tail = folded.slice(Math.max(0, start - 8), start);
  const bare = /^\d{4,}$/.test(folded.slice(start, end)); // "en 2024 500 drones": a year may stand before a number
  if (/^ \d/.test(rest) && !bare) return swallow(folded, end);
  if (/^[.,']\d/.test(rest) || /^[?\ufffd_*#|~\\]+ ?\d/.test(rest)) return swallow(folded, end);
  if (/^ ?xnum/.test(rest) || /^ o{2,3}\b/.test(rest)) return swallow(folded, end);
  if (/xnumx? ?$/.test(tail) || /\d[?\ufffd_#|~\\]+$/.test(tail)) return end;
  if (/^[a-z]/.test(rest) && !gluedEnd.test(rest) && !afterScale.test(rest)) return swallow(folded, end);
  return null;
}

/** Takes in what belongs to the damage: further digits and the letters glued to them. */
function swallow(folded: string, end: number): number {
  const damage = /(?:[ .,'?\ufffd_*#|~\\]?\d+)*(?: ?xnum[a-z]*| o{2,3}\b|[a-z\d]+)?/y;
  damage.lastIndex = end;
  return end + (damage.exec(folded)?.[0].length ?? 0);
}
