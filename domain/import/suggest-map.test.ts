import { describe, expect, test } from "vitest";
import type { Cell } from "./cell";
import { mapOf, names, tableOf } from "./import.fixture";
import { lookAtColumns } from "./look-at-columns";
import { suggestMap } from "./suggest-map";

const column = (name: string, ...cells: Cell[]) =>
  lookAtColumns(
    tableOf(
      [name],
      cells.map((cell) => [cell]),
    ),
  )[0]!;

describe("a look at a column", () => {
  test.each<[string, Cell[]]>([
    ["date", ["2031-05-04", "4 May 2031", null, "17/9/2031"]],
    ["date", [{ date: "2031-05-04" }, { date: "2031-05-05" }]],
    ["number", ["5", "≥ 6", "dozens", "1 500"]],
    ["number", [{ number: "5" }, { number: "6" }]],
    ["address", ["https://a.example/1", "https://a.example/2", "a note"]],
    ["words", ["RU", "UA", "RU", "RU"]],
    ["text", ["one thing", "another", "a third", "a fourth", "a fifth"]],
    ["empty", [null, "", " ", "–"]],
  ])("tells %s from what is in it: %j", (kind, cells) => {
    expect(column("x", ...cells).kind).toBe(kind);
  });

  test("years are dates where the column is called so", () => {
    expect(column("Année", "2030", "2031").kind).toBe("date");
    expect(column("birds", "2030", "2031").kind).toBe("number");
  });

  test("shows how numbers would read, and what leaves them open", () => {
    expect(column("n", "1,234", "1,5", "5", "5").numbers).toMatchObject({
      ...{ count: 4, mark: ",", unclear: false, seen: { ",": "1,5", ".": null, unclear: "1,234" } },
      samples: [
        { cell: "1,234", reads: "1.234" },
        { cell: "1,5", reads: "1.5" },
        { cell: "5", reads: "5" },
      ],
    });
    expect(column("n", "1,234", "5").numbers).toMatchObject({ mark: null, unclear: true });
    expect(column("n", "1,234", "1.5", "1,5").numbers).toMatchObject({ mark: null, unclear: true });
  });

  test("shows how dates would read, and what leaves them open", () => {
    const open = column("d", "7/8/2031", "2031-08-07").dates;
    expect(open).toMatchObject({ order: null, unclear: true, seen: { unclear: "7/8/2031" } });
    expect(open!.samples).toEqual([
      { cell: "7/8/2031", reads: null },
      { cell: "2031-08-07", reads: "2031-08-07" },
    ]);
    expect(column("d", "7/8/2031", "17/08/2031", "août 2031").dates).toMatchObject({
      ...{ order: "DMY", unclear: false, seen: { DMY: "17/08/2031" } },
      samples: [{ reads: "2031-08-07" }, { reads: "2031-08-17" }, { reads: "2031-08-01/2031-08-31" }],
    });
  });

  test("counts errors, what is filled and what is different", () => {
    expect(column("n", "#N/A", "5", "5", null)).toMatchObject({ errors: 1, filled: 3, distinct: 2 });
  });
});

describe("a suggested map", () => {
  const guesses = (header: string[], ...rows: Cell[][]) =>
    Object.fromEntries(
      suggestMap(tableOf(header, rows), names).guesses.map(({ field, from, why }) => [
        field,
        `${"column" in from ? from.column : ""} (${why})`,
      ]),
    );

  test("goes by the names of columns in either language", () => {
    expect(
      guesses(
        [
          "Jour",
          "Valeur (oiseaux)",
          "Min",
          "Fourchette haute",
          "Selon",
          "Lien",
          "Citation",
          "Remarques",
          "Indicateur",
          "Camp",
        ],
        ["2031-05-04", "5", "4", "6", "MoM", "https://a.example", "Cinq.", "?", "Nesting storks", "storks"],
      ),
    ).toEqual({
      ...{
        period_start: "Jour (name)",
        value: "Valeur (oiseaux) (name)",
        low: "Min (name)",
        high: "Fourchette haute (name)",
      },
      ...{
        claimant: "Selon (name)",
        source_url: "Lien (name)",
        sentence: "Citation (name)",
        note: "Remarques (name)",
      },
      ...{ metric: "Indicateur (name)", subject: "Camp (name)" },
    });
  });

  test("goes by what is in them where the names say nothing", () => {
    const rows: Cell[][] = [
      ["Nesting storks", "4/5/2031", "5", "MoM", "https://a.example", "Great Marsh"],
      ["Storks lost", "14/5/2031", "6", "MoM", "https://a.example", "Great Marsh"],
      ["Storks lost", "15/5/2031", "6", "MoM", "https://a.example", "Great Marsh"],
      ["Storks lost", "16/5/2031", "6", "MoM", "https://a.example", "Great Marsh"],
    ];
    expect(guesses(["a", "b", "c", "d", "e", "f"], ...rows)).toEqual({
      ...{ metric: "a (names_in_it)", period_start: "b (dates_in_it)", value: "c (numbers_in_it)" },
      ...{ claimant: "d (names_in_it)", source_url: "e (addresses_in_it)", place: "f (names_in_it)" },
    });
  });

  test("does not believe a name that the cells belie", () => {
    expect(guesses(["date", "value"], ["soon", "many"], ["later", "few"])).toEqual({});
  });

  test("is the remembered one where the file still has its columns", () => {
    const table = tableOf(["n", "day"], [["5", "2031-05-04"]]);
    const remembered = mapOf({ value: "n", period_start: { column: "day", order: "DMY" } }, { key: ["day"] });
    const suggested = suggestMap(table, names, remembered);
    expect({ ...suggested.rest, fields: suggested.fields }).toEqual(remembered);
    expect(suggested.guesses.every(({ why }) => why === "remembered")).toBe(true);
    expect(suggestMap(tableOf(["m", "day"], [["5", "x"]]), names, remembered).rest).toEqual({});
  });

  test("of a download of ours is its own", () => {
    const table = tableOf(["figure_id", "value"], [["5t0rk001", "5"]]);
    expect(suggestMap(table, names).rest).toEqual({ dataset: null });
  });
});
