import { expect, test } from "vitest";
import { commandOfKey, type KeyPress, keyTable } from "./keys";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  meta: false,
  alt: false,
  shift: false,
  altGraph: false,
  ...held,
});

test.each([
  ["j", {}, "next"],
  ["J", { shift: true }, "next_any"],
  ["Enter", {}, "accept"],
  ["Enter", { shift: true }, "accept_visible"],
  ["Enter", { ctrl: true }, "submit"],
  ["Enter", { meta: true }, "submit"],
  ["[", {}, "shrink"],
  ["[", { ctrl: true, alt: true, altGraph: true }, "shrink"],
  ["]", { altGraph: true }, "grow"],
  ["(", {}, "shrink"],
  ["?", { shift: true }, "help"],
] as const)("%s with %j asks for %s", (key, held, command) => {
  expect(commandOfKey(press(key, held), "text", "reading")).toBe(command);
});

test.each([
  ["r", { ctrl: true }],
  ["k", { meta: true }],
  ["d", { alt: true }],
  ["Enter", { alt: true }],
  ["Enter", { ctrl: true, shift: true }],
  ["z", {}],
  ["Tab", {}],
] as const)("%s with %j is left to the browser", (key, held) => {
  expect(commandOfKey(press(key, held), "text", "reading")).toBeNull();
});

test("while someone types, letters are letters", () => {
  const typing = keyTable.flatMap(([command, ...keys]) =>
    keys.filter((key) => !key.includes("+") && commandOfKey(press(key), "field", "card") === command),
  );
  expect(typing).toEqual(["Escape"]);
  expect(commandOfKey(press("Enter", { ctrl: true }), "field", "card")).toBe("submit");
});

test("a button keeps its Enter, and loses no other key", () => {
  expect(commandOfKey(press("Enter"), "button", "reading")).toBeNull();
  expect(commandOfKey(press("j"), "button", "reading")).toBe("next");
});

test("the help lets nothing through but its own end", () => {
  expect(commandOfKey(press("Enter"), "text", "help")).toBeNull();
  expect(commandOfKey(press("?"), "text", "help")).toBe("help");
  expect(commandOfKey(press("Escape"), "text", "help")).toBe("leave");
});

test("no key asks for two things", () => {
  const keys = keyTable.flatMap(([, ...keys]) => keys);
  expect(new Set(keys).size).toBe(keys.length);
});
