import { describe, expect, test } from "vitest";
import type { CheckReport } from "@/domain/import/report";
import { summaryOf } from "./import-summary";

const nothing = { agents: [], places: [], sources: 0 };
const counts = {
  ...{ rows: 1, figures: 1, new: 0, changed: 1, unchanged: 0, refused: 1, empty: 0, missing: 0 },
  needsAnchor: 0,
};
const report: CheckReport = {
  ...{ counts, sums: { value: "5", low: "0", high: "0" }, warnings: [], creates: nothing },
  problems: [
    { rule: "unknown_name", column: "who", cell: "\u001b[31mred\u0007\u202e\nstork", count: 1, rows: "2" },
    { rule: "unknown_name", column: "who", cell: "é🐦".repeat(100), count: 1, rows: "3" },
  ],
  changes: [{ row: 2, figureId: "abcd1234", field: "note", from: null, to: "a\u009b2Jb" }],
};

describe("what the command tells of a table", () => {
  test("spells out what a terminal would obey, and leaves words as they are", () => {
    const told = summaryOf(report).join("\n");
    expect(told).toContain(String.raw`"\u{1b}[31mred\u{7}\u{202e}\u{a}stork" (rows 2)`);
    expect(told).toContain(String.raw`note – → a\u{9b}2Jb`);
    expect(told.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test("cuts a long cell between characters", () => {
    expect(summaryOf(report).find((line) => line.includes("(rows 3)"))).toContain(`"${"é🐦".repeat(60)}…"`);
  });
});
