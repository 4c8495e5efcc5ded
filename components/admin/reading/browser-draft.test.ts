import { expect, test } from "vitest";
import { askedSince, keepUnsaved, takeUnsaved } from "./browser-draft";
import type { Operation } from "./reading";

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
const edits = {
  edits: { 4: { card: { value: "8" }, sentence: null } },
  queue: [{ key: 3, kind: "reject", ids: [5] }],
} as const;
const nothing = { edits: {}, queue: [] };

test("edits and decisions come back to the same editor, article and text only", () => {
  const browser = shelf();
  expect(keepUnsaved(browser, "ana", "quay", 1, edits)).toBe(true);
  expect(takeUnsaved(browser, "ana", "quay", 1)).toEqual(edits);
  expect(takeUnsaved(browser, "bob", "quay", 1)).toEqual(nothing);
  expect(takeUnsaved(browser, "ana", "bay", 1)).toEqual(nothing);
  expect(takeUnsaved(browser, "ana", "quay", 2)).toEqual(nothing);
});

test("once nothing is unsaved nothing is kept", () => {
  const browser = shelf();
  keepUnsaved(browser, "ana", "quay", 1, edits);
  keepUnsaved(browser, "ana", "quay", 1, nothing);
  expect(browser.kept.size).toBe(0);
});

test("a browser without storage loses the draft, not the page", () => {
  expect(keepUnsaved(shelf(true), "ana", "quay", 1, edits)).toBe(false);
  expect(takeUnsaved(shelf(true), "ana", "quay", 1)).toEqual(nothing);
});

test("what cannot be read is left alone", () => {
  const browser = shelf();
  browser.kept.set("verbatim:draft:ana:quay", "{");
  expect(takeUnsaved(browser, "ana", "quay", 1)).toEqual(nothing);
});

test("what is answered while a page is being left is asked again by the next, which may not know of it", () => {
  const asked: readonly Operation[] = edits.queue;
  const left = { queue: asked, done: asked };
  expect(askedSince(left, { queue: [], done: asked })).toEqual(asked);
  expect(askedSince(left, { queue: [], done: [] }), "the editor stayed and took it back").toEqual([]);
  expect(askedSince(null, { queue: [], done: asked })).toEqual([]);
});
