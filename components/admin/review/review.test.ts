import { describe, expect, test } from "vitest";
import { deskMessagesOf } from "@/messages/desk";
import { asShown, readShown } from "./decision";
import { keyTable, queueCommandOf } from "./queue-key-table";

describe("the keys of the queue", () => {
  const press = (key: string, wish = {}) => queueCommandOf({ key, modified: false, typing: false, ...wish });

  test("ask for one thing each, and every one has its words", () => {
    expect(keyTable.map(([, key]) => press(key))).toEqual(keyTable.map(([command]) => command));
    expect(Object.keys(deskMessagesOf("fr").review.help.command).sort()).toEqual(
      keyTable.map(([command]) => command).sort(),
    );
  });

  test("stay letters in a box, and the browser's with Ctrl", () => {
    expect(press("a", { typing: true })).toBeNull();
    expect(press("Escape", { typing: true })).toBe("leave");
    expect(press("a", { modified: true })).toBeNull();
    expect(press("toString")).toBeNull();
  });
});

describe("a figure as the queue showed it", () => {
  test("comes back from its form", () => {
    expect(readShown(asShown("abcd1234", 7))).toEqual({ publicId: "abcd1234", rowVersion: 7 });
  });

  test.each([
    null,
    "",
    "abcd1234",
    "abcd1234@",
    "abcd1234@1.5",
    "abcd1234@-1",
    "ABCD1234@1",
    "abcd1234@1\n2",
  ])("is none in %j", (value) => expect(readShown(value)).toBeNull());
});
