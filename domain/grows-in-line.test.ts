import { expect, test } from "vitest";
import { ownPath, pathAfterSignIn } from "./account";
import { readPolicyReports } from "./csp-report";
import { emptyLexicon } from "./extract/proposal";
import { readArticle, Unreadable } from "./extract/read-article";
import { readHtml } from "./extract/text-of-html";
import { readFigureQuery } from "./figure-query";
import { mapOf, readAll, tableOf } from "./import/import.fixture";
import { readPastedTable } from "./import/table";
import { readOEmbedRequest } from "./oembed";

/** What a pattern that tries again from every place would stumble over, said over and over. */
const pumps = [
  ...[" ", "\n", "\t", "a", "A", "1", "1 ", "1,", "1.", "1-", "1 000 ", "«", "» ", '"', "'", "(", ")(", "–"],
  ...[". ", "M. ", "…", "% ", "de ", "entre 1 et ", "1er mai ", "from 1 to ", "a déclaré ", "one hundred "],
  ...["vingt-", "http://a.b/", "a@b.", "&amp;", "<", "<a ", "<p>", "<!--", "\u00a0", "e\u0301", "½", "km² "],
  ...["\n- 1 ", "; ", "a,", "Ab Cd ", "1 km "],
];

const readText = (language: "fr" | "en") => (text: string) => {
  try {
    readArticle({ text, html: false, language }, emptyLexicon);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
  }
};

const readers: Readonly<Record<string, (words: string) => unknown>> = {
  "a French text": readText("fr"),
  "an English text": readText("en"),
  "a pasted page": (words) => readHtml(`<html><body>${words}</body></html>`),
  "a selection": readHtml,
  "a pasted table": (words) => readPastedTable(words),
  "the cells of a table": (words) =>
    readAll(
      tableOf(["n", "day", "quote"], [[words, words, words]]),
      mapOf({ value: "n", period_start: "day", sentence: "quote" }),
    ),
  "an address": (words) => {
    const params = new URLSearchParams([
      ["q", words],
      ["metric", words],
      ["after", words],
      ["url", words],
    ]);
    readFigureQuery(params);
    readOEmbedRequest(params);
    ownPath(`/admin/${words}`, "/");
    pathAfterSignIn(words);
    readPolicyReports(words);
  },
};

/** Milliseconds of this process, which this file has to itself (vitest.config.ts): what else the machine does counts for little. */
function cost(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

/** So many letters at first, and four times as many: a square costs sixteen times as much, a line four. */
const letters = 3_000;
const tooMuch = 9;
/** What is done in so few milliseconds is no attack, whatever its shape. */
const littleTime = 150;

const tries = 3;

/**
 * How many times as long four times as many letters take; 0 where they take hardly any time. Of either the quickest
 * of some tries counts, so that the long one is tried again only while it seems to have taken too long.
 */
function growthOf(read: (words: string) => unknown, pump: string): number {
  const words = (length: number) => `5${pump.repeat(Math.ceil(length / pump.length))}x`;
  const [short, long] = [words(letters), words(4 * letters)];
  let forLong = cost(() => read(long));
  if (forLong < littleTime) return 0;
  const forShort = Math.max(1, Math.min(...Array.from({ length: tries }, () => cost(() => read(short)))));
  for (let tried = 1; tried < tries && forLong > tooMuch * forShort; tried++)
    forLong = Math.min(
      forLong,
      cost(() => read(long)),
    );
  return forLong / forShort;
}

test.each(Object.keys(readers))(
  "reading %s takes time in line with its length, whatever it says",
  (name) => {
    const growths = pumps.map((pump) => [pump, growthOf(readers[name]!, pump)] as const);
    expect(growths.filter(([, growth]) => growth > tooMuch)).toEqual([]);
  },
  60_000,
);

test("the measure finds a pattern that tries again from every place", () => {
  // So often that it is no little time on a quick machine either.
  expect(growthOf((words) => /\s+$/.test(words.repeat(4)), " ")).toBeGreaterThan(tooMuch);
});
