import { expect, test } from "vitest";
import { emptyLexicon } from "./proposal";
import { reportDates } from "./report-dates";

const lexicon = { ...emptyLexicon, dayCounters: [{ words: ["jour"], dayOne: "2022-02-24" }] };
const days = (text: string) => reportDates(text, "fr", lexicon).map(({ day, words }) => `${day} ${words}`);

test("a day printed whole, a day that is counted and a post, the latest first", () => {
  const text = [
    "Au jour 991, le port a compté ses barques.",
    "Le 4 mars 2024, il n’en avait aucune.",
    "https://twitter.com/quay/status/1855647886186328361",
  ].join("\n");
  expect(days(text)).toEqual(
    ["2024-11-10 jour 991", "2024-03-04 4 mars 2024"].map((one) => expect.stringContaining(one.slice(0, 10))),
  );
  expect(reportDates(text, "fr", lexicon)).toHaveLength(2);
});

test("a day without its year, or a month alone, decides nothing", () => {
  expect(days("Le 13 février, le port a fermé. En mars 2024 il a rouvert.")).toEqual([]);
});

test("a text without dates has none", () => {
  expect(days("")).toEqual([]);
  expect(days("Rien.")).toEqual([]);
});

test("of many days the latest few are offered", () => {
  const text = Array.from({ length: 12 }, (_, at) => `Le ${at + 1} mars 2024, il pleuvait.`).join("\n");
  const found = days(text);
  expect(found).toHaveLength(6);
  expect(found[0]).toContain("2024-03-12");
});
