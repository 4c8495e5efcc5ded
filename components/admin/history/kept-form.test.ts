import { describe, expect, test } from "vitest";
import { keepTyped, keptForm, sameTyped, takeTyped } from "./kept-form";

function aShelf(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  } as unknown as Storage;
}

describe("what was typed and not saved", () => {
  test("comes back as it was, until it is forgotten", () => {
    const shelf = aShelf();
    keepTyped(shelf, "f", { cue: "près de" });
    expect(takeTyped(shelf, "f")).toEqual({ cue: "près de" });
    expect(takeTyped(shelf, "g")).toBeNull();
    keepTyped(shelf, "f", null);
    expect(takeTyped(shelf, "f")).toBeNull();
  });

  test("is nothing where someone wrote something else there, or storage is switched off", () => {
    const shelf = aShelf();
    for (const words of ["{", "[1]", "3", '{"a":1}']) {
      shelf.setItem("f", words);
      expect(takeTyped(shelf, "f"), words).toBeNull();
    }
    const closed = {
      getItem: () => {
        throw new Error("closed");
      },
      setItem: () => {
        throw new Error("closed");
      },
      removeItem: () => {},
    };
    expect(takeTyped(closed, "f")).toBeNull();
    expect(() => keepTyped(closed, "f", { a: "b" })).not.toThrow();
  });

  test("is the same whatever the form was filled from, and differs by one box", () => {
    const typed = { cue: "a", base: "{}", rowVersion: "1" };
    expect(sameTyped(typed, { cue: "a", base: "{1}", rowVersion: "2" })).toBe(true);
    expect(sameTyped(typed, { ...typed, cue: "b" })).toBe(false);
    expect(sameTyped(typed, { base: "{}", rowVersion: "1" })).toBe(false);
  });

  test("leaves out what React adds for itself", () => {
    const form = new FormData();
    form.set("$ACTION_REF_1", "");
    form.set("cue", "a");
    expect(keptForm(form)).toEqual({ cue: "a" });
  });
});
