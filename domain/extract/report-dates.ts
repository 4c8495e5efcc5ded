import type { Day } from "../figure";
import { timeOfTweet } from "./period/counted-day";
import { findDates } from "./period/find-dates";
import type { Lexicon, ReadingLanguage, Span } from "./proposal";
import { sentencesOf } from "./sentences";

/** A day a text may have been published on, and the words that say so. */
export type ReportDate = { readonly kind: "found" | "post"; readonly words: string; readonly day: Day };

/** Where texts date themselves: their first sentences, and their last. */
const first = 60;
const last = 20;
const most = 6;

const postAddress = /(?:twitter|x)\.com\/\w+\/status\/(\d{10,19})/g;

/**
 * The days a text could have been published on, the latest first: those it prints whole or counts ("jour 991"), and
 * those of the posts it links to. An article is seldom older than the last day it speaks of.
 *
 * @param text normalised (`normaliseText`)
 */
export function reportDates(text: string, language: ReadingLanguage, lexicon: Lexicon): ReportDate[] {
  const sentences = sentencesOf(text, language);
  const read =
    sentences.length <= first + last ? sentences : [...sentences.slice(0, first), ...sentences.slice(-last)];
  const context = { language, lexicon, reportedOn: null };
  const days = read.flatMap((sentence) => daysIn(text, sentence, context));
  const found = [...days, ...postsIn(text)].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return found.filter(({ day }, at) => found.findIndex((one) => one.day === day) === at).slice(0, most);
}

function daysIn(text: string, sentence: Span, context: Parameters<typeof findDates>[2]): ReportDate[] {
  return findDates(text, sentence, context)
    .filter(({ reading }) => reading.absolute && reading.precision === "day" && reading.start === reading.end)
    .map(({ start, end, reading }) => ({ kind: "found", words: text.slice(start, end), day: reading.start }));
}

const postsIn = (text: string): ReportDate[] =>
  Array.from(text.matchAll(postAddress), ([, id]) => ({ kind: "post", words: id!, day: timeOfTweet(id!) }));
