import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf } from "../../export/csv";
import { cellsOf, refusalOf, tableOf } from "../table.fixture";

const kinds = (notes: readonly { readonly kind: string }[]) => notes.map(({ kind }) => kind);

describe("CSV", () => {
  test.each([
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      'a,b\n,""\n1,\n',
      [
        ["a", "b"],
        ["1", null],
      ],
    ],
    [
      'a,b\nx,""\ny,\n',
      [
        ["a", "b"],
        ["x", ""],
        ["y", null],
      ],
    ],
    [
      '"a","b"\n"1, or 2","say ""so"""\n',
      [
        ["a", "b"],
        ["1, or 2", 'say "so"'],
      ],
    ],
    [
      'a,b\n"two\nlines","two\r\nlines"\n',
      [
        ["a", "b"],
        ["two\nlines", "two\r\nlines"],
      ],
    ],
    [
      "a,b\n  1 , 2 \n",
      [
        ["a", "b"],
        ["  1 ", " 2 "],
      ],
    ],
    [
      "\n\na,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    ["a\n1\n", [["a"], ["1"]]],
    [
      "a,b,\n1,2,\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
  ])("%j is read", async (csv, cells) => {
    expect(await cellsOf(csv)).toEqual(cells);
  });

  test.each([
    ["\n", "lf"],
    ["\r\n", "crlf"],
    ["\r", "cr"],
  ] as const)("with %j at the end of lines", async (end, lineEnd) => {
    const { rows, facts } = await tableOf(["a;b", "1;2", '"x\ny";4', ""].join(end));
    expect(rows).toEqual([
      { number: 2, cells: ["1", "2"] },
      { number: 3, cells: ["x\ny", "4"] },
    ]);
    expect(facts.lineEnd).toBe(lineEnd);
  });

  test("with line ends of every kind mixed", async () => {
    const { rows, facts } = await tableOf("a,b\r\n1,2\n3,4\r5,6");
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
    expect(facts.lineEnd).toBe("mixed");
  });

  test("counts rows as a spreadsheet does, those of nothing and those with line breaks too", async () => {
    const { rows, facts } = await tableOf('a,b\n"1\n1\n1",2\n,\n\n" ",""\n5,6\n');
    expect(rows.map(({ number }) => number)).toEqual([2, 6]);
    expect(facts.notes).toEqual([
      {
        kind: "blank_rows",
        count: 3,
        first: [
          { row: 3, column: 1 },
          { row: 4, column: 1 },
          { row: 5, column: 1 },
        ],
      },
    ]);
  });

  test("tells of rows shorter and longer than the header, and fills up the short", async () => {
    const { header, rows, facts } = await tableOf("a,b,c\n1,2\n1,2,3\n1,2,3,,\n1,2,3,4\n");
    expect(header).toEqual(["a", "b", "c", "column 4"]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["1", "2", null, null],
      ["1", "2", "3", null],
      ["1", "2", "3", null],
      ["1", "2", "3", "4"],
    ]);
    expect(facts.notes).toEqual([
      { kind: "renamed_columns", columns: [{ column: 4, was: "", now: "column 4" }] },
      { kind: "short_rows", count: 1, first: [{ row: 2, column: 1 }] },
      { kind: "long_rows", count: 1, first: [{ row: 5, column: 4 }] },
    ]);
  });

  test("takes a quote in the middle of a cell for itself, and says so", async () => {
    const { rows, facts } = await tableOf('a,b\n5" pipe, "x"\n');
    expect(rows[0]?.cells).toEqual(['5" pipe', ' "x"']);
    expect(facts.notes).toEqual([
      {
        kind: "quotes_in_cell",
        count: 2,
        first: [
          { row: 2, column: 1 },
          { row: 2, column: 2 },
        ],
      },
    ]);
  });

  test("with its header in a row that somebody names", async () => {
    const { header, rows, facts } = await tableOf("Report of May;;\n\na;b;c\n1;2;3\n", { headerRow: 3 });
    expect(header).toEqual(["a", "b", "c"]);
    expect(rows).toEqual([{ number: 4, cells: ["1", "2", "3"] }]);
    expect(facts.headerRow).toEqual({ is: 3, how: "stated" });
    expect(facts.notes).toContainEqual({ kind: "rows_above_header", count: 1 });
  });
});

describe("the delimiter", () => {
  test("is found from a header far down", async () => {
    const text = `${"a remark, or two\n".repeat(400)}a;b\n1;2\n`;
    expect((await tableOf(text, { headerRow: 401 })).header).toEqual(["a", "b"]);
  });

  test.each([
    ["a,b\n1,2\n", ","],
    ["a;b\n1;2\n", ";"],
    ["a\tb\n1\t2\n", "\t"],
    ["date;value\n2024-01-01;3,5\n2024-01-02;4,2\n", ";"],
    ["place;words\nKursk;one, two, three\nOryol;four\n", ";"],
    ['a;b\n"x,y,z";"1,2"\n', ";"],
    ["a\tb\n1,5\t2;0\n", "\t"],
    ["a;b;c, d\n1;2;3, 4\n", ";"],
  ])("of %j is found", async (text, delimiter) => {
    const { facts } = await tableOf(text);
    expect(facts.delimiter).toEqual({ is: delimiter, how: "found" });
    expect(facts.format).toEqual({ is: delimiter === "\t" ? "tsv" : "csv", how: "found" });
  });

  test("of one column is one that does not occur", async () => {
    const { header, rows } = await tableOf("words\nHello, world\nGood morning\n");
    expect([header, ...rows.map(({ cells }) => cells)]).toEqual([
      ["words"],
      ["Hello, world"],
      ["Good morning"],
    ]);
  });

  test("is asked for where two do equally well, and taken from who says it", async () => {
    const text = "date;place, country\n2024-01-01;Kursk, RU\n";
    expect(await refusalOf(text)).toEqual({
      kind: "unsure_delimiter",
      data: { delimiters: [",", ";"] },
    });
    const { header, facts } = await tableOf(text, { delimiter: ";" });
    expect(header).toEqual(["date", "place, country"]);
    expect(facts.delimiter).toEqual({ is: ";", how: "stated" });
    const tabs = "a\tb, c\n1\t2, 3\n";
    expect((await tableOf(tabs, {}, "figures.tsv")).header).toEqual(["a", "b, c"]);
    expect((await tableOf(tabs, { format: "tsv" })).facts.format).toEqual({ is: "tsv", how: "stated" });
  });

  test("that does almost as well is told", async () => {
    const { facts } = await tableOf("a;b;c, d\n1;2;3, 4\n");
    expect(facts.notes).toEqual([{ kind: "other_delimiter", delimiter: "," }]);
  });

  test.each(["sep=;\r\n", '"sep=;"\n', "SEP=;\n"])(
    "may be named by a first line %j, which is no row",
    async (line) => {
      const { header, rows, facts } = await tableOf(`${line}a,x;b\n1,5;2\n`);
      expect(header).toEqual(["a,x", "b"]);
      expect(rows).toEqual([{ number: 2, cells: ["1,5", "2"] }]);
      expect(kinds(facts.notes)).toEqual(["sep_line"]);
    },
  );

  test("named that we do not read is refused", async () => {
    expect(await refusalOf("sep=|\na|b\n1|2\n")).toEqual({
      kind: "unknown_delimiter",
      data: { delimiter: "|" },
    });
  });
});

describe("quotes that do not add up are refused, with their place", () => {
  test.each([
    ['a,b\n1,2\n3,"4\n5,6\n', { kind: "open_quote", data: { row: 3, column: 2 } }],
    ['a,b\n1,"2"x\n', { kind: "text_after_quote", data: { row: 2, column: 2 } }],
    ['a,b\n"1" ,2\n', { kind: "text_after_quote", data: { row: 2, column: 1 } }],
    ['a,b\n"1"",2\n', { kind: "open_quote", data: { row: 2, column: 1 } }],
  ])("%j", async (text, refusal) => {
    expect(await refusalOf(text)).toEqual(refusal);
  });
});

test("a NUL is refused, with its row", async () => {
  expect(await refusalOf("a,b\n1,2\n3,x\0y\n")).toEqual({ kind: "nul", data: { row: 3 } });
});

test("any cells come back from CSV, with nothing and empty words told apart", async () => {
  const word = fc.oneof(
    fc.constant(null),
    fc.constant(""),
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "=", "'", "é", " ", "1") }),
  );
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      const columns = ["id", ...cells[0]!.map((_, index) => `c${index}`)];
      const rows = cells.map((row, index) =>
        Object.fromEntries([
          ["id", index],
          ...row.map((cell, at) => [`c${at}`, cell?.replaceAll("\0", "") ?? cell]),
        ]),
      );
      const [header, ...read] = await cellsOf(csvOf(columns, rows, { raw: true }), { delimiter: "," });
      expect(header).toEqual(columns);
      expect(read).toEqual(
        rows.map((row) => columns.map((name) => (name === "id" ? String(row.id) : row[name]))),
      );
    }),
  );
});
