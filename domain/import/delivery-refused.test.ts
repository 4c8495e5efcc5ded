import { expect, test } from "vitest";
import { refusedCells } from "./delivery-answer";
import { refusedCellsIn } from "./delivery-refused";
import { refusedCsv } from "./refused-csv";

test("what a check refused reads back as it was told", async () => {
  const refused = [
    {
      row: 2,
      figure: 0,
      problems: [{ rule: "no_number_read", column: "value", cell: '=dozens, "some"\n\'x' }],
    },
    {
      row: 7,
      figure: 0,
      problems: [
        { rule: "unknown_name", column: "metric", cell: "" },
        { rule: "no_claimant", column: null, cell: "" },
      ],
    },
  ] as const;
  const told = refusedCells(refused, 1);
  expect(told.map(({ row, rule }) => [row, rule])).toEqual([
    [1, "no_number_read"],
    [6, "unknown_name"],
    [6, "no_claimant"],
  ]);
  expect(await refusedCellsIn(new TextEncoder().encode(refusedCsv(refused)), 1)).toEqual(told);
  expect(await refusedCellsIn(new TextEncoder().encode(refusedCsv([])), 1)).toEqual([]);
});
