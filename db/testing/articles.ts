import type { z } from "zod";
import type { articleInput } from "@/domain/article";
import type { Proposal, Span } from "@/domain/extract/proposal";
import type { FigureInput } from "@/domain/inputs";
import type { Editor } from "@/domain/permission";
import type { Db } from "../client";
import { recordArticle } from "../mutations/record-article";
import { listSuggestions, type SuggestionRow } from "../queries/list-suggestions";
import { aMention, done, on, storkFigure, writer } from "./makers";

/** Three numbers to propose, in text that holds characters of two UTF-16 units. */
export const storkArticle = [
  "🦩 Les cigognes sont là.",
  "",
  "Selon le ministère, 1\u202f500 cigognes 🐣 nichent au marais. Trois d’entre elles boitent.",
  "",
  "Le ministère répète\u00a0: 1\u202f500 cigognes. Rien le 14 mai.",
].join("\n");

const guess = <T>(value: T) => ({ value, sure: 0.8, why: "as the tests have it" });

/** What a reader of these articles proposes: a line is split at its full stops, and every run of digits is a number. */
export function proposalsIn(text: string): Proposal[] {
  return sentencesIn(text).flatMap((sentence) =>
    [...text.slice(sentence.start, sentence.end).matchAll(/\d+(?:\u202f\d{3})*/g)].map(
      ({ 0: digits, index }) =>
        aProposal(
          sentence,
          { start: sentence.start + index, end: sentence.start + index + digits.length },
          digits,
        ),
    ),
  );
}

function sentencesIn(text: string): Span[] {
  return [...text.matchAll(/[^\s.][^.\n]*\.?/g)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
}

function aProposal(sentence: Span, number: Span, digits: string): Proposal {
  const value = digits.replaceAll("\u202f", "");
  return {
    sentence,
    quantity: {
      number,
      value,
      ...{ low: null, high: null, comparator: "=", cue: null, unit: null, statistic: "point", per: null },
    },
    mask: value === "14" ? { rule: "date", reason: "a date" } : null,
    claimants: guess([
      { role: "claimed_by", agent: "example-ministry", words: "le ministère", span: { start: 0, end: 1 } },
    ]),
    period: null,
    metric: guess("storks-nesting"),
    subject: guess("white-storks"),
    modality: guess("claimed"),
    hearsay: guess(false),
    score: 0.9,
    because: ["plain_count"],
  };
}

export const articleOf = (
  text: string,
  card: Partial<z.input<typeof articleInput>["card"]> = {},
): z.input<typeof articleInput> => ({
  card: {
    title: "Les cigognes sont là",
    titlePrinted: true,
    publisher: "example-gazette",
    author: null,
    url: null,
    archivedUrl: null,
    published: on("2031-05-05"),
    lang: "fr",
    licenceNote: null,
    ...card,
  },
  text,
  proposals: proposalsIn(text),
  readerVersion: "test-1",
});

export type TestArticle = { readonly slug: string; readonly text: string };

let articlesMade = 0;

/** Records an article; its text ends with a line of its own, so that no two are the same. */
export async function anArticle(db: Db, text = storkArticle, editor: Editor = writer): Promise<TestArticle> {
  const own = `${text}\n\nArticle ${"I".repeat(++articlesMade)}.`;
  return { slug: done(await recordArticle(db, editor, articleOf(own))).slug, text: own };
}

export const suggestionsOf = async (db: Db, { slug }: TestArticle): Promise<readonly SuggestionRow[]> =>
  (await listSuggestions(db, slug))!.suggestions;

/** A figure to be, of the number a suggestion proposes. */
export function figureFrom(
  article: TestArticle,
  { proposal: { sentence, quantity } }: Pick<SuggestionRow, "proposal">,
  wish: Partial<FigureInput> = {},
): FigureInput {
  return storkFigure(article, {
    value: quantity.value,
    comparator: "=",
    cue: null,
    mentions: [mentionFrom(article, { sentence, number: quantity.number })],
    ...wish,
  });
}

/** A mention of a number where it stands in an article. */
export function mentionFrom(
  article: TestArticle,
  { sentence, number }: { sentence: Span; number: Span },
): FigureInput["mentions"][number] {
  const words = article.text.slice(sentence.start, sentence.end);
  const mention = aMention(article, words, article.text.slice(number.start, number.end));
  const shift = sentence.start - mention.sentenceStart;
  if (shift !== 0) throw new Error("give each sentence of the article words of its own");
  return mention;
}
