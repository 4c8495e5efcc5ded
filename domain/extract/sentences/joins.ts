import { beforeName, beforeNumber, mayEnd, openers } from "./abbreviations";

/** Why two pieces are one sentence after all: `before` is the sentence so far, `after` starts with the next piece. */
export type Join = { readonly name: string; readonly holds: (before: string, after: string) => boolean };

export const joins: readonly Join[] = [
  {
    name: "the next piece goes on in lower case: « … ? » demande-t-il",
    holds: (_, after) => /^[«"“‘'([–—-]?\s?\p{Ll}/u.test(after) && !isLink(after),
  },
  {
    name: "the next piece starts with what cannot start one",
    holds: (_, after) => /^[,;:%.…!?’]/.test(after),
  },
  { name: "no word or number so far: « or […]", holds: (before) => !/[\p{L}\p{N}]/u.test(before) },
  {
    name: "only a list marker so far",
    holds: (before) => /^(?:[•⁃▪‣◦]\s?)?(?:\d{1,3}|\p{L})?(?:\.\)|[.)]|[•⁃▪‣◦])$/u.test(before),
  },
  { name: "a title before a name", holds: (before) => beforeName.has(abbreviationOf(before)) },
  {
    name: "an abbreviation before a number",
    holds: (before, after) => /^\d/.test(after) && beforeNumber.has(abbreviationOf(before)),
  },
  {
    name: "an initial or letters with points before a name",
    holds: (b, a) => /^(?:-?\p{L}\.-?)*-?\p{L}$/u.test(abbreviationOf(b)) && goesOn(b, a),
  },
  {
    name: "an abbreviation that may end a sentence but does not",
    holds: (before, after) => mayEnd.has(abbreviationOf(before)) && goesOn(before, after),
  },
  {
    name: "three points apart are an ellipsis inside a sentence; with a fourth they end it",
    holds: (before) => /[^.\s] \. \. \.$/.test(before.slice(-8)),
  },
  {
    name: "an omission in brackets",
    holds: (before, after) =>
      /[[(](?:…|\.\.\.)[\])]["»”’]?$/.test(before.slice(-8)) && !/^\p{Lu}/u.test(after),
  },
];

/** The word before the point a piece ends with; empty where it ends otherwise. */
const abbreviationOf = (before: string): string =>
  /(?:^|[\s(«"“‘'’–—])([^\s(«"“‘'’–—]{1,20})\.$/u.exec(before.slice(-24))?.[1] ?? "";

/** A piece of three words ("At 5 a.m.") is no sentence yet; else the next word tells. */
function goesOn(before: string, after: string): boolean {
  if (before.split(/\s+/, 4).length <= 3) return true;
  if (/[ap]\.?m\.$/i.test(before)) return timeWord.test(after);
  const next = /^[«"“‘([]?\s?(\p{L}+)/u.exec(after)?.[1];
  return next !== undefined && !openers.has(next);
}

/** What goes on after "5 a.m.". */
const timeWord =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}T\b|GMT|UTC|\p{Lu}\p{Ll}+ (?:time|Time)\b)/u;

const isLink = (text: string): boolean => /^(?:https?:|www\.|pic\.twitter\.com)/.test(text);
