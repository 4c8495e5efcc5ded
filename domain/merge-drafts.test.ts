import { describe, expect, test } from "vitest";
import type { FigureInput } from "./inputs";
import { diffFigures, mergeDrafts } from "./merge-drafts";
import { figure, mentionOf } from "./validate/figure.fixture";

const original = figure();
const [anchor] = original.mentions;
const elsewhere = (start: number) => ({ ...mentionOf("12", "12"), sentenceStart: start });
const merge = (mine: Partial<FigureInput>, theirs: Partial<FigureInput>) =>
  mergeDrafts(original, { ...original, ...mine }, { ...original, ...theirs });

describe("a merge of two edits", () => {
  test("keeps what each changed alone", () => {
    const { merged, conflicts, taken } = merge({ value: "1600" }, { modality: "estimated", per: "day" });
    expect(merged).toEqual({ ...original, value: "1600", modality: "estimated", per: "day" });
    expect(conflicts).toEqual([]);
    expect(taken).toEqual(["per", "modality"]);
  });

  test("of the same change is that change", () => {
    expect(merge({ value: "1600" }, { value: "1600" })).toMatchObject({ conflicts: [], taken: [] });
  });

  test("keeps mine in a conflict, and shows all three", () => {
    const { merged, conflicts } = merge({ value: "1600" }, { value: null });
    expect(merged.value).toBe("1600");
    expect(conflicts).toEqual([{ field: "value", original: "1500", mine: "1600", theirs: null }]);
  });

  test("takes over a field that they emptied: an empty box is a change", () => {
    expect(merge({}, { cue: null }).merged.cue).toBeNull();
  });

  test("takes over a field that the original did not have", () => {
    expect(merge({}, { unattributed: true })).toMatchObject({
      merged: { unattributed: true },
      conflicts: [],
    });
  });

  test("takes a date without an end for its start, and keys in any order for the same", () => {
    const { start, precision, basis, reasoning } = original.period;
    const period = { reasoning, basis, precision, end: null, start };
    expect(merge({ period }, { period: original.period })).toMatchObject({ conflicts: [], taken: [] });
  });

  test("keeps the mentions that each added", () => {
    const { merged, conflicts } = merge(
      { mentions: [anchor!, elsewhere(100)] },
      { mentions: [anchor!, elsewhere(200)] },
    );
    expect(conflicts).toEqual([]);
    expect(merged.mentions.map((one) => one.sentenceStart)).toEqual([0, 100, 200]);
  });

  test("drops a mention that one took away while the other changed another", () => {
    const three = figure({ mentions: [anchor!, elsewhere(100), elsewhere(200)] });
    const mine = { ...three, mentions: [anchor!, elsewhere(200)] };
    const theirs = { ...three, mentions: [anchor!, elsewhere(100), { ...elsewhere(200), cue: "environ" }] };
    const { merged, conflicts } = mergeDrafts(three, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.mentions).toEqual([anchor, { ...elsewhere(200), cue: "environ" }]);
  });

  test("is a conflict where both changed the same mention, or one of them the anchor", () => {
    const change = (cue: string) => ({ mentions: [{ ...anchor!, cue }] });
    expect(merge(change("environ"), change("près de")).conflicts).toMatchObject([{ field: "mentions" }]);
    const moved = { mentions: [elsewhere(100), anchor!] };
    expect(merge({ mentions: [anchor!, elsewhere(200)] }, moved).conflicts).toMatchObject([
      { field: "mentions" },
    ]);
  });
});

test("a diff names what changed, with both states", () => {
  expect(diffFigures(original, { ...original, value: "1600", cue: null })).toEqual([
    { field: "value", before: "1500", after: "1600" },
    { field: "cue", before: "près de", after: null },
  ]);
  expect(diffFigures(original, { ...original, period: { ...original.period, end: null } })).toEqual([]);
});
