import { fold } from "../../extract/numbers/fold";
import type { Decimal } from "../../figure";
import type { Comparator } from "../../vocabulary";
import { cueAfter, cueBefore } from "./cue-words";
import { type DecimalMark, readInColumn } from "./decimal-mark";

/** What a cell says of a value: the number and what bounds it, with where the number's own characters stand. */
export type ValueReading = {
  readonly value: Decimal | null;
  readonly low: Decimal | null;
  readonly high: Decimal | null;
  readonly comparator: Comparator;
  /** The words or signs that bound it, as printed. */
  readonly cue: string | null;
  readonly start: number;
  readonly end: number;
};

/** "unclear": its numbers read one way or the other, and the column does not say which. Null: it holds no number. */
export type ValueAnswer = ValueReading | "unclear" | null;

/** A number's digits with what groups them; the sign is read apart. */
const run = /\d(?:[\d .,']*\d)?|[.,]\d+/g;
const longest = 200;

type Part = { readonly start: number; readonly end: number };
type Cell = { readonly text: string; readonly folded: string; readonly mark: DecimalMark | null };

/**
 * Reads a cell that may state a bound ("≥ 500", "au moins 500", "500+"), a range ("500-600", "entre 500 et 600",
 * "[500;600]") or a value with both ("500 (400-600)"), in French or English. Anything else beside a number makes it
 * unreadable: "500 km²" says more than its column does.
 * @param mark what sets off decimals in this column; null where it shows neither mark or both
 */
export function readValue(text: string, mark: DecimalMark | null): ValueAnswer {
  if (text.length > longest) return null;
  const cell = { text, folded: fold(text), mark };
  const parts = partsOf(cell.folded);
  if (parts.length === 1) return readSingle(cell, parts[0]!);
  if (parts.length === 2) return readRange(cell, parts[0]!, parts[1]!);
  return parts.length === 3 ? readBoth(cell, parts) : null;
}

/** The numbers as printed in a cell, for evidence of its column's decimal mark. */
export const printedNumbers = (text: string): string[] =>
  text.length > longest ? [] : partsOf(fold(text)).map(({ start, end }) => text.slice(start, end));

/** "500..600" and "[500, 600]" are two numbers: two dots, and a comma before a space, part. */
function partsOf(folded: string): Part[] {
  return [...folded.matchAll(run)].flatMap(({ 0: whole, index }) => {
    const parts: Part[] = [];
    let from = 0;
    for (const gap of whole.matchAll(/\.{2,}|, | , ?/g)) {
      parts.push({ start: index + from, end: index + gap.index });
      from = gap.index + gap[0].length;
    }
    return [...parts, { start: index + from, end: index + whole.length }];
  });
}

function readSingle(cell: Cell, part: Part): ValueAnswer {
  const number = signed(cell, part);
  const read = numberOf(cell, number);
  if (read === null || read === "unclear") return read;
  const bound = boundOf(cell, number);
  if (bound === null) return null;
  return { value: read, low: null, high: null, ...bound, start: number.start, end: number.end };
}

/** A minus that belongs to the number: alone before it, or behind a sign or a space. */
function signed({ folded }: Cell, { start, end }: Part): Part {
  const sign = /(?:^|[ ~≈<>=≤≥(])(- ?)$/.exec(folded.slice(Math.max(0, start - 4), start))?.[1];
  return { start: start - (sign?.length ?? 0), end };
}

const numberOf = ({ text, mark }: Cell, { start, end }: Part) =>
  readInColumn(
    text
      .slice(start, end)
      .replace(/^([-−\u2010\u2011])\s/, "$1")
      .replace(/^[\u2010\u2011]/, "-"),
    mark,
  );

type Bound = Pick<ValueReading, "comparator" | "cue">;

/** What stands around a number: nothing, a per cent sign, or words that bound it on one side of it. */
function boundOf({ text, folded }: Cell, { start, end }: Part): Bound | null {
  const left = folded.slice(0, start).trim();
  const percent = /^ ?%/.exec(folded.slice(end))?.[0].length ?? 0;
  const right = folded.slice(end + percent).trim();
  if (right === "" && (left === "" || left === "+" || left === "=")) return { comparator: "=", cue: null };
  if (left !== "" && right !== "") return null;
  const comparator = left === "" ? cueAfter(right) : cueBefore(left);
  if (comparator === undefined) return null;
  return { comparator, cue: (left === "" ? text.slice(end + percent) : text.slice(0, start)).trim() };
}

/** What may part the ends of a range, and the words that must then stand before the first. */
const links: readonly (readonly [RegExp, RegExp])[] = [
  [/^ ?% ?[-–] ?$|^ ?[-–~] ?$|^\.{2,}$|^ ?\u2026 ?$/, /^$/],
  [/^(?: ?%)? (?:a|to) $/, /^(?:de|from)?$/],
  [/^(?: ?%)? (?:et|and) $/, /^(?:entre|between)$/],
];

function readRange(cell: Cell, first: Part, second: Part): ValueAnswer {
  const { text, folded } = cell;
  const inside = bracketed(folded, first, second);
  const between = folded.slice(first.end, second.start);
  const lead = signed(cell, first);
  const left = folded.slice(0, lead.start).trim();
  const right = folded.slice(second.end).replace(/^ ?%/, "").trim();
  const link = links.find(([part]) => part.test(between));
  if (!inside && (link === undefined || right !== "")) return null;
  const words = inside ? "" : left;
  const hedge = inside || link![1].test(words) ? null : cueBefore(words);
  if (hedge === undefined || (hedge !== null && hedge !== "~")) return null;
  const ends = endsOf(cell, lead, second);
  if (ends === null || ends === "unclear") return ends;
  const cue = words === "" ? null : text.slice(0, lead.start).trim();
  return { value: null, ...ends, comparator: "range", cue, start: lead.start, end: second.end };
}

/** "[500;600]", "(500 - 600)". */
function bracketed(folded: string, first: Part, second: Part): boolean {
  const between = folded.slice(first.end, second.start);
  return (
    /^[[(] ?-? ?$/.test(folded.slice(0, first.start).trimStart()) &&
    /^ ?%? ?[\])]$/.test(folded.slice(second.end).trimEnd()) &&
    /^ ?(?:[;,\u2026–-]|\.{2,}|a|to) ?$/.test(between)
  );
}

function endsOf(cell: Cell, first: Part, second: Part) {
  const [low, high] = [numberOf(cell, first), numberOf(cell, second)];
  if (low === null || high === null) return null;
  return low === "unclear" || high === "unclear" ? ("unclear" as const) : { low, high };
}

/** "500 (400-600)", "~500 [400; 600]". */
function readBoth(cell: Cell, [first, second, third]: readonly Part[]): ValueAnswer {
  const { text, folded } = cell;
  const open = /^ ?%? ?(?=[[(])/.exec(folded.slice(first!.end));
  if (open === null) return null;
  const from = first!.end + open[0].length;
  const value = readValue(text.slice(0, from).trimEnd(), cell.mark);
  const tail = { ...cell, text: text.slice(from), folded: folded.slice(from) };
  const move = ({ start, end }: Part) => ({ start: start - from, end: end - from });
  const ends = readBetween(tail, move(second!), move(third!));
  if (value === null || ends === null) return null;
  if (value === "unclear" || ends === "unclear") return "unclear";
  return { ...value, low: ends.low, high: ends.high };
}

/** The ends in brackets behind a value, bare or with the words of a range. */
function readBetween(cell: Cell, first: Part, second: Part): ValueAnswer {
  const bare = readRange(cell, first, second);
  const inner = /^[[(]([^[\]()]*)[\])]\s*$/.exec(cell.text)?.[1];
  return bare === null && inner !== undefined ? readValue(inner.trim(), cell.mark) : bare;
}
