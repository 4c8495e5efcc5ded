import fc from "fast-check";
import { expect, test } from "vitest";
import { type Cell, plainCell } from "./cell";
import { headerText, offsetInRecord, recordsOf, recordText } from "./record";

test("a row is kept as RFC 4180 has it", () => {
  const cells: Cell[] = [
    "a",
    null,
    "",
    'say "1, 2"',
    { number: "1.5" },
    { date: "2024-08-17" },
    "two\nlines",
  ];
  expect(recordText(cells)).toBe('a,,"","say ""1, 2""",1.5,2024-08-17,"two\nlines"');
});

test("rows follow the header, each on its line", () => {
  const table = {
    header: ["day", "a, b"],
    rows: [
      { number: 2, cells: ["x", "1"] },
      { number: 3, cells: ["y", "2"] },
    ],
  };
  const whole = [headerText(table), "x,1", "y,2"].join("\n");
  for (const { record } of recordsOf(table))
    expect(whole.slice(record.start, record.start + record.text.length)).toBe(record.text);
});

test("a stretch of a cell without quotes is found in its row, whatever stands around it", () => {
  const text = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ", "é", "𝄞") });
  const cell = fc.oneof(text, fc.constant(null));
  fc.assert(
    fc.property(fc.array(cell), text, text, fc.array(cell), (before, left, right, after) => {
      const cells: Cell[] = [...before, `${left}12 500${right}`, ...after];
      const at = offsetInRecord(cells, before.length, left.length);
      expect(recordText(cells).slice(at, at + 6)).toBe("12 500");
      expect(plainCell(cells[before.length]!)).toContain("12 500");
    }),
  );
});
