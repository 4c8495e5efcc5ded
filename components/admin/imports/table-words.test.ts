import { expect, test } from "vitest";
import { tableLimits } from "@/domain/import/limits";
import { otherKinds, type TableRefusal } from "@/domain/import/table-refusal";
import { locales } from "@/domain/vocabulary";
import { importMessagesOf } from "@/messages/imports";
import { noteWords, problemWords } from "./table-words";

const at = { row: 4, column: 2 };
const refusals: readonly TableRefusal[] = [
  { kind: "empty", data: { sheets: [] } },
  { kind: "empty", data: { sheets: ["Storks", "Herons"] } },
  { kind: "no_rows", data: { header: ["Day", "Nests"] } },
  { kind: "no_header", data: { row: 9 } },
  ...(Object.keys(tableLimits) as (keyof typeof tableLimits)[]).map(
    (limit) => ({ kind: "too_large", data: { limit, most: tableLimits[limit], at } }) as const,
  ),
  ...otherKinds.map((is) => ({ kind: "wrong_kind", data: { is } }) as const),
  { kind: "locked", data: {} },
  { kind: "not_text", data: {} },
  { kind: "encoding", data: { stated: null } },
  { kind: "encoding", data: { stated: "utf-8" } },
  { kind: "nul", data: { row: 7 } },
  { kind: "open_quote", data: at },
  { kind: "text_after_quote", data: at },
  { kind: "unsure_delimiter", data: { delimiters: [",", ";"] } },
  { kind: "unknown_delimiter", data: { delimiter: "|" } },
  { kind: "no_sheet", data: { sheet: "Storks", sheets: ["Herons"] } },
  { kind: "broken", data: { part: null, reason: "zip" } },
];

test.each(locales)("every reason why a file is no table is told in whole words, in %s", (locale) => {
  const said = refusals.map((one) => problemWords(one, importMessagesOf(locale), locale));
  for (const words of said) expect(words).toMatch(/^[A-ZÀÉ][^{}]+[.)…]$/);
  expect(new Set(said).size).toBe(refusals.length);
});

test("a limit says what it is, and where it was met", () => {
  const words = importMessagesOf("en");
  const refusal = { kind: "too_large", data: { limit: "rows", most: 200_000, at } } as const;
  expect(problemWords(refusal, words, "en")).toBe(
    "The table is larger than what can be read: a table has at most 200,000 rows (row 4, column 2).",
  );
});

test("a note tells how often and where first", () => {
  const words = importMessagesOf("en");
  const first = [
    { row: 3, column: 1 },
    { row: 3, column: 2 },
    { row: 8, column: 1 },
  ];
  expect(noteWords({ kind: "error_cells", count: 3, first }, words, "en")).toBe(
    "3 cells hold an error of the spreadsheet (row 3, row 8, and more).",
  );
  expect(noteWords({ kind: "other_delimiter", delimiter: ";" }, words, "en")).toContain("semicolons");
});
