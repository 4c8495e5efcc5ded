import { expect, test } from "vitest";
import { keepEdits, takeEdits } from "./browser-draft";

function shelf(broken = false) {
  const kept = new Map<string, string>();
  const fail = () => {
    throw new Error("storage is off");
  };
  return {
    kept,
    getItem: broken ? fail : (name: string) => kept.get(name) ?? null,
    setItem: broken ? fail : (name: string, value: string) => void kept.set(name, value),
    removeItem: broken ? fail : (name: string) => void kept.delete(name),
  };
}
const edits = { 4: { card: { value: "8" }, sentence: null } };

test("edits come back to the same editor, article and text only", () => {
  const browser = shelf();
  expect(keepEdits(browser, "ana", "quay", 1, edits)).toBe(true);
  expect(takeEdits(browser, "ana", "quay", 1)).toEqual(edits);
  expect(takeEdits(browser, "bob", "quay", 1)).toEqual({});
  expect(takeEdits(browser, "ana", "bay", 1)).toEqual({});
  expect(takeEdits(browser, "ana", "quay", 2)).toEqual({});
});

test("once nothing is unsaved nothing is kept", () => {
  const browser = shelf();
  keepEdits(browser, "ana", "quay", 1, edits);
  keepEdits(browser, "ana", "quay", 1, {});
  expect(browser.kept.size).toBe(0);
});

test("a browser without storage loses the draft, not the page", () => {
  expect(keepEdits(shelf(true), "ana", "quay", 1, edits)).toBe(false);
  expect(takeEdits(shelf(true), "ana", "quay", 1)).toEqual({});
});

test("what cannot be read is left alone", () => {
  const browser = shelf();
  browser.kept.set("verbatim:draft:ana:quay", "{");
  expect(takeEdits(browser, "ana", "quay", 1)).toEqual({});
});
