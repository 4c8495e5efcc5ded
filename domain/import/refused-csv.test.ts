import { expect, test } from "vitest";
import { refusedCsv } from "./refused-csv";

const problem = { rule: "no_number_read", column: "how many", cell: "dozens" } as const;
const header = 'day,"how many, about"';

test("gives rows back under their own columns, with why", () => {
  const record = { text: '2031-05-04,"do""zens"', start: 20 };
  expect(refusedCsv([{ row: 4, figure: 0, problems: [problem], record }], header)).toBe(
    'day,"how many, about",refused_row,refused_because\n' +
      '2031-05-04,"do""zens",4,how many: The cell holds no number that can be read.\n',
  );
});

test("tells a row of several figures once, each reason once", () => {
  const record = { text: "a,b", start: 0 };
  const both = [0, 1].map((figure) => ({ row: 4, figure, problems: [problem], record }));
  expect(refusedCsv(both, header).split("\n")).toHaveLength(3);
});

test("guards what a spreadsheet would run, and no number", () => {
  const record = { text: "=1+1,-5", start: 0 };
  expect(refusedCsv([{ row: 4, figure: 0, problems: [problem], record }], header)).toContain("\n'=1+1,-5,4,");
});

test("names the row alone where it cannot be kept", () => {
  expect(refusedCsv([{ row: 9, figure: 0, problems: [problem] }], header)).toContain("\n,,9,");
});
