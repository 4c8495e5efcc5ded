import { describe, expect, test } from "vitest";
import { type Cursor, readCursor, writeCursor } from "./cursor";

const isDay = (key: string) => /^\d{4}-\d\d-\d\d$/.test(key);
const read = (address: Record<string, string>) => readCursor(new URLSearchParams(address), isDay);

describe("a cursor", () => {
  const cursor: Cursor = { direction: "after", key: "2025-02-13", id: "936vk6e1" };

  test("comes back as it was written, in either direction", () => {
    expect(read({ after: writeCursor(cursor) })).toEqual(cursor);
    expect(read({ before: writeCursor(cursor) })).toEqual({ ...cursor, direction: "before" });
  });

  test("is safe in an address", () => {
    expect(writeCursor({ ...cursor, key: "éà??>>~~" })).toMatch(/^[\w-]+$/);
  });

  test("is absent where the address has none", () => {
    expect(read({})).toBeNull();
  });

  test.each([
    "x",
    "e30",
    "W10",
    "%00",
    "a".repeat(401),
    writeCursor({ ...cursor, key: "'; drop table figures" }),
  ])("that was tampered with is unreadable, never an error: %s", (after) => {
    expect(read({ after })).toBe("unreadable");
  });
});
