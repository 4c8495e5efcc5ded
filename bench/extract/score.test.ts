import { describe, expect, test } from "vitest";
import type { Case, Expected, Found } from "./case";
import { scoreCase, scoreSentences } from "./score";

const text = "La mairie compte 1 400 arbres, soit un cinquième, et des dizaines de bancs depuis 2020.";
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const label = (words: string, rest: Partial<Expected>): Expected => ({
  ...at(words),
  optional: false,
  ...rest,
});
const read = (words: string, rest: Partial<Found> = {}): Found => ({ ...at(words), value: null, ...rest });
const score = (expected: readonly Expected[], found: readonly Found[]) => {
  const case_: Case = { id: "one", text, language: "fr", reportedOn: null, expected };
  return scoreCase(case_, found);
};

const trees = label("1 400", { values: ["1400"], comparator: "=", claimant: "la mairie" });

describe("scoreCase", () => {
  test("counts what is found, what is missed and what is too much", () => {
    const { tally, faults } = score(
      [trees, label("dizaines", { values: null })],
      [read("1 400", { value: "1400" }), read("2020", { value: "2020" })],
    );
    expect(tally).toMatchObject({ wanted: 2, found: 1, extra: 1, values: { judged: 1, right: 1 } });
    expect(faults.map(({ what }) => what)).toEqual([
      'not found: "dizaines"',
      'no figure: "2020" read as 2020',
    ]);
  });

  test("holds a wrong value, comparator and claimant against the reader", () => {
    const { tally, faults } = score(
      [trees],
      [read("1 400", { value: "400", comparator: "~", claimant: ["le préfet"] })],
    );
    expect(tally.values).toEqual({ judged: 1, right: 0 });
    expect(tally.comparators).toEqual({ judged: 1, right: 0 });
    expect(tally.claimants).toEqual({ right: 0, empty: 0, wrong: 1 });
    expect(faults).toHaveLength(3);
  });

  test("tells a claimant left out from a wrong one", () => {
    expect(score([trees], [read("1 400", { claimant: null })]).tally.claimants.empty).toBe(1);
    const nobody = label("1 400", { claimant: null });
    expect(score([nobody], [read("1 400", { claimant: ["la mairie"] })]).tally.claimants.wrong).toBe(1);
    expect(score([nobody], [read("1 400", { claimant: null })]).tally.claimants.right).toBe(1);
  });

  test("takes a number for words that are none as wrong", () => {
    const benches = label("dizaines", { values: null });
    expect(score([benches], [read("dizaines", { value: "10" })]).tally.values.right).toBe(0);
    expect(score([benches], [read("dizaines", { low: "20", high: "99" })]).tally.values.right).toBe(1);
  });

  test("asks both ends of a range", () => {
    const range = label("1 400", { values: null, low: "1", high: "400" });
    expect(score([range], [read("1 400", { low: "1", high: "400" })]).tally.values.right).toBe(1);
    expect(score([range], [read("1 400", { value: "400" })]).tally.values.right).toBe(0);
    expect(score([range], [read("1 400", { low: "1", high: "40" })]).tally.values.right).toBe(0);
  });

  test("takes a fraction to a few places, and a whole number only exactly", () => {
    const fifth = label("cinquième", { values: ["0.3333", "33.33"] });
    expect(score([fifth], [read("cinquième", { value: "0.333333333333" })]).tally.values.right).toBe(1);
    expect(score([trees], [read("1 400", { value: "1400.5" })]).tally.values.right).toBe(0);
  });

  test("a second reading inside one label is neither found nor too much", () => {
    const { tally } = score([trees], [read("1 400", { value: "1400" }), read("400", { value: "400" })]);
    expect(tally).toMatchObject({ found: 1, extra: 0 });
  });

  test("a range holds the numerals at both its ends, but answers for one figure only", () => {
    const range = read("1 400", { low: "1", high: "400" });
    const numerals = [label("1", {}), label("400", {})];
    expect(score(numerals, [range]).tally.found).toBe(2);
    const figures = [label("1", { values: ["1"] }), label("400", { values: ["400"] })];
    expect(score(figures, [range]).tally.found).toBe(1);
  });

  test("what is optional counts neither way", () => {
    const optional = { ...trees, optional: true };
    expect(score([optional], []).tally).toMatchObject({ wanted: 0, found: 0, extra: 0 });
    expect(score([optional], [read("1 400")]).tally).toMatchObject({ found: 0, optional: 1, extra: 0 });
  });
});

test("scoreSentences takes a text as right only with all its sentences", () => {
  const case_: Case = {
    id: "two",
    text: "Un. Deux.",
    language: "fr",
    reportedOn: null,
    expected: [
      { start: 0, end: 3, optional: false },
      { start: 4, end: 9, optional: false },
    ],
  };
  const span = (start: number, end: number): Found => ({ start, end, value: null });
  expect(scoreSentences(case_, [span(0, 3), span(4, 9)]).tally).toMatchObject({ wanted: 1, found: 1 });
  expect(scoreSentences(case_, [span(0, 9)]).tally).toMatchObject({ wanted: 1, found: 0 });
});
