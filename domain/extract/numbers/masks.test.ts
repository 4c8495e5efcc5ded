import { describe, expect, test } from "vitest";
import type { ReadingLanguage } from "../proposal";
import { masksOf } from "./masks";
import { contextIn, figuresIn, masksIn } from "./numbers.fixture";

const masked: Record<ReadingLanguage, readonly (readonly [string, readonly string[]])[]> = {
  fr: [
    ["Dans la nuit du 3 au 4 mars 2025.", ["3: date", "4: date", "2025: date"]],
    [
      "Jeudi 13, puis le 17/09/2024 et en 2025-02.",
      ["13: date", "17: date", "09: date", "2024: date", "2025: date", "02: date"],
    ],
    [
      "Depuis 2014, la guerre de 2022-2025 et les années 90.",
      ["2014: year", "2022: year", "2025: year", "90: year"],
    ],
    ["À 18h30, puis à 6:15.", ["18: time", "30: time", "6: time", "15: time"]],
    ["Une femme de 72 ans et des enfants âgés de 6 et 10 ans.", ["72: duration", "6: age", "10: duration"]],
    ["Trois femmes de 27, 41 et 69 ans.", ["27: duration", "41: duration", "69: duration"]],
    ["Au jour 991 de la guerre, et au 363e jour.", ["991: counter", "363: ordinal"]],
    [
      "Des HX-2, S-300, F-16, Tu-22M3 et Shahed-136/131.",
      ["2: model", "300: model", "16: model", "22: model", "136: model", "131: model"],
    ],
    [
      "La 47e brigade, l’article 5, le G7 et la page 12.",
      ["47: ordinal", "5: label", "7: model", "12: label"],
    ],
    ["Boulevard du 11-Novembre, chambre 306, colline 214.", ["11: date", "306: label", "214: label"]],
    ["À 32 km de là, pendant trois longues années.", ["32: distance", "trois: duration"]],
    ["Il l’a dit sur France 24 et à 20 Minutes.", ["24: outlet", "20: outlet"]],
    [
      "Les deux camps, à deux reprises, dix fois plus.",
      ["deux: definite", "deux: multiple", "dix: multiple"],
    ],
    ["Voir https://exemple.fr/a/12345 ou écrire à bureau24@exemple.fr.", ["12345: address", "24: address"]],
    ["Appelez le 01 23 45 67 89.", ["01 23 45 67 89: telephone"]],
    [
      "Près de 10 00 civils, 3,5 XNUMX hectares, 1 5OO hommes.",
      ["10 00: broken", "3,5 XNUMX: broken", "1 5OO: broken"],
    ],
    ["12 partages, 3 commentaires", ["12: social", "3: social"]],
  ],
  en: [
    ["It leaves at 10.15 from berth 14; see Room 306.", ["10.15: time", "14: label", "306: label"]],
    ["On Feb. 24, 2022, and on 5 January.", ["24: date", "2022: date", "5: date"]],
    ["In 2024, since the 2014 elections.", ["2024: year", "2014: year"]],
    ["At 6:30 p.m. or 8 am, within 48 hours.", ["6: time", "30: time", "8: time", "48: duration"]],
    ["Men aged 18-30 and women aged 20 to 35 were called.", ["18: age", "30: age", "20: age", "35: age"]],
    [
      "The last train leaves at 10.15 and is 20m long, with 200m waves.",
      ["10.15: time", "20: distance", "200: distance"],
    ],
    ["A 34-year-old and her son, Petro, 12, fled.", ["34: age", "12: age"]],
    ["The 810th Brigade and the G7's 28-point plan.", ["810: ordinal", "7: model", "28: compound"]],
    ["They got 14 Challenger 2 tanks and Su-34 jets.", ["2: model", "34: model"]],
    ["The two sides met three times in two days.", ["two: definite", "three: multiple", "two: duration"]],
    ["A 500-kg bomb fell 1,300 kilometres away.", ["500: measure", "1,300: distance"]],
    ["© 2023 The Paper. Copyright 2022 Agency.", ["2023: year", "2022: year"]],
    ["[1] see page 3", ["1: list", "3: label"]],
  ],
};

describe.each(["fr", "en"] as const)("in %s", (language) => {
  test.each(masked[language])("%s", (text, rules) => {
    expect(masksIn(language, text)).toEqual(rules);
  });
});

test.each([
  ["fr", "En 1872, puis le 2 mars 1831.", ["1872: year", "2: date", "1831: date"]],
  ["fr", "Le RFC 2246 et la norme ISO 9001.", ["2246: model", "9001: model"]],
  ["fr", "Ils gagnent 4-0.", ["4: score", "0: score"]],
  ["fr", "Ils logent au 30, rue de la Paix.", ["30: street"]],
] as const)("met in a corpus, %s: %s", (language, text, rules) => {
  expect(masksIn(language, text)).toEqual(rules);
});

test("months in English need their capital", () => {
  expect(figuresIn("en", "It may 15 drones lose.")).toEqual(["15: = 15 drone"]);
  expect(masksIn("en", "On May 15.")).toEqual(["15: date"]);
});

test("a month before a grouped number is no date with it", () => {
  expect(figuresIn("fr", "Pertes d’octobre 59 604 soldats.")).toEqual(["59 604: = 59604 soldier"]);
});

test("a year before a number is no part of it", () => {
  expect(figuresIn("fr", "Le 24 février 2022 500 000 soldats.")).toEqual(["500 000: = 500000 soldier"]);
});

test("articles and pronouns are no numbers at all", () => {
  expect(masksIn("fr", "L’une des attaques a visé un pont.")).toEqual([]);
  expect(figuresIn("fr", "L’une des attaques a visé un pont, une autre un dépôt.")).toEqual([]);
  expect(figuresIn("en", "One of the bridges fell; no one saw one fall.")).toEqual([]);
});

test("gives the stretches with a plain reason, in the offsets of the text", () => {
  const text = "Avant. Le 6 août, à Soudja.";
  const spans = masksOf(text, { start: 7, end: text.length }, contextIn("fr"));
  expect(spans.map(({ start, end, mask }) => [text.slice(start, end), mask.reason])).toContainEqual([
    "6 août",
    "a date",
  ]);
});
