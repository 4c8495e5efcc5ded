import { describe, expect, test } from "vitest";
import { type Cell, plainCell, readPastedTable } from "./table";

async function pasted(text: string) {
  const read = await readPastedTable(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

describe("a paste from a spreadsheet", () => {
  test("has tabs between cells, and quotes around line breaks", async () => {
    const { header, rows, facts } = await pasted('date\tsentence\r\n2024-01-05\t"one\ntwo ""three"""\r\n');
    expect(header).toEqual(["date", "sentence"]);
    expect(rows).toEqual([{ number: 2, cells: ["2024-01-05", 'one\ntwo "three"'] }]);
    expect(facts).toMatchObject({ format: { is: "tsv", how: "found" }, encoding: null, notes: [] });
  });

  test("leaves cells that begin with a quote as they were copied", async () => {
    const { rows, facts } = await pasted('a\tb\tc\n"so" he said\t"\tend\n"x"\t"y" z\t"\n');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['"so" he said', '"', "end"],
      ["x", '"y" z', '"'],
    ]);
    expect(facts.notes).toContainEqual({
      kind: "quotes_in_cell",
      count: 4,
      first: [
        { row: 2, column: 1 },
        { row: 2, column: 2 },
        { row: 3, column: 2 },
        { row: 3, column: 3 },
      ],
    });
  });

  test("may have commas in every cell", async () => {
    const { header } = await pasted("a, b\tc\n1, 2\t3\n");
    expect(header).toEqual(["a, b", "c"]);
  });
});

test("a paste may be CSV", async () => {
  const { header, rows } = await pasted('\ufeffa;b\n1,5;"x;y"');
  expect([header, rows[0]?.cells]).toEqual([
    ["a", "b"],
    ["1,5", "x;y"],
  ]);
});

test("a paste of nothing, or of one row, is refused", async () => {
  expect(await readPastedTable(" \n\t\n")).toEqual({
    ok: false,
    refusal: { kind: "empty", data: { sheets: [] } },
  });
  expect(await readPastedTable("a\tb")).toEqual({
    ok: false,
    refusal: { kind: "no_rows", data: { header: ["a", "b"] } },
  });
});

test("quotes that never close cost no more than the text is long", async () => {
  const begun = performance.now();
  await readPastedTable(`h\tk\n${'"a\t"b\t""\t"""\n'.repeat(50_000)}`, { limits: { rows: 1_000_000 } });
  expect(performance.now() - begun).toBeLessThan(5_000);
});

test.each([
  [null, ""],
  ["", ""],
  [" x ", " x "],
  [{ number: "3.30" }, "3.30"],
  [{ date: "2024-01-05T14:30:00" }, "2024-01-05T14:30:00"],
] satisfies [Cell, string][])("the text of %j is %j", (cell, text) => {
  expect(plainCell(cell)).toBe(text);
});
