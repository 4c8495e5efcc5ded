import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changesOf, type DatasetRow, matchRows } from "./match-rows";

const row = (key: string, value: string) => ({ key, content: { value } });
const known = (...rows: [key: string, occurrence: number, value: string][]) => {
  const map = new Map<string, DatasetRow[]>();
  for (const [key, occurrence, value] of rows)
    map.set(key, [...(map.get(key) ?? []), { occurrence, figureId: occurrence + 1, content: { value } }]);
  return map;
};
const outcome = ({ matched, missing }: ReturnType<typeof matchRows>) => ({
  matched: matched.map((one) => [one.occurrence, one.known?.content.value ?? null]),
  missing,
});

const night = known(["night", 0, "800"], ["night", 1, "805"], ["night", 2, "810"]);

describe("rows of one key", () => {
  test("are numbered in their order where all are new", () => {
    const rows = [row("night", "800"), row("day", "1"), row("night", "805")];
    expect(outcome(matchRows(rows, new Map())).matched).toEqual([
      [0, null],
      [0, null],
      [1, null],
    ]);
  });

  test("are themselves in any order", () => {
    const rows = [row("night", "810"), row("night", "800"), row("night", "805")];
    expect(outcome(matchRows(rows, night))).toEqual({
      matched: [
        [2, "810"],
        [0, "800"],
        [1, "805"],
      ],
      missing: 0,
    });
  });

  test("are paired in their order where they say something else", () => {
    const rows = [row("night", "806"), row("night", "810"), row("night", "800")];
    expect(outcome(matchRows(rows, night)).matched[0]).toEqual([1, "805"]);
  });

  test("are new, or missing, where one side has more", () => {
    expect(outcome(matchRows([row("night", "800")], night)).missing).toBe(2);
    const four = ["800", "805", "810", "815"].map((value) => row("night", value));
    expect(outcome(matchRows(four, night)).matched[3]).toEqual([3, null]);
    expect(outcome(matchRows([], night)).missing).toBe(3);
  });
});

test("no two rows are the same row, and the same file finds each again", () => {
  const rows = fc.array(fc.tuple(fc.constantFrom("a", "b"), fc.constantFrom("1", "2", "3")));
  fc.assert(
    fc.property(rows, fc.func(fc.nat()), (drawn, rank) => {
      const file = drawn.map(([key, value]) => row(key, value));
      const first = matchRows(file, new Map()).matched;
      const ids = first.map(({ reading, occurrence }) => `${reading.key}/${occurrence}`);
      expect(new Set(ids).size).toBe(file.length);
      const dataset = known(
        ...first
          .map(({ reading, occurrence }) => [reading.key, occurrence, reading.content.value] as const)
          .map(([key, occurrence, value]): [string, number, string] => [key, occurrence, value]),
      );
      const shuffled = [...file.entries()].sort(([a], [b]) => rank(a) - rank(b)).map(([, one]) => one);
      const again = matchRows(shuffled, dataset);
      expect(again.missing).toBe(0);
      for (const { reading, known: found } of again.matched)
        expect(changesOf(found!.content, reading.content)).toEqual({});
    }),
  );
});

describe("a change", () => {
  test("is a field that says something else, nothing included", () => {
    expect(changesOf({ value: "1", low: null }, { value: "2", low: null })).toEqual({ value: "2" });
    expect(changesOf({ note: "so" }, { note: null })).toEqual({ note: null });
  });

  test("is none where only spaces and line breaks are others", () => {
    expect(changesOf({ note: "so  it\u00a0is\n" }, { note: "so it is" })).toEqual({});
    expect(changesOf({ note: "so it is" }, { note: "soit is" })).toEqual({ note: "soit is" });
  });

  test("is none where a bound is set by another sign, and one where it is by other words", () => {
    const least = (cue: string | null) => ({ value: "5", comparator: ">=", cue });
    for (const cue of [">=", "=>", "+", "⩾", " ≥ "]) expect(changesOf(least("≥"), least(cue))).toEqual({});
    expect(changesOf(least("≥"), { ...least("<="), comparator: "<=" })).toEqual({
      ...{ comparator: "<=", cue: "<=" }, // the sign goes with what it says
    });
    expect(changesOf(least("≥"), least("au moins"))).toEqual({ cue: "au moins" });
  });

  test("is none where a field is mapped for the first time and says nothing, or is not mapped any more", () => {
    expect(changesOf({ value: "1", cue: "about" }, { value: "1", note: null })).toEqual({});
  });
});
