import { describe, expect, test } from "vitest";
import { BadUsage, importUsage, readImportArguments } from "./import-arguments";

const read = (line: string) => readImportArguments(line.split(" "));

describe("npm run import", () => {
  test("takes a file, with a map and without", () => {
    expect(read("storks.csv")).toEqual({
      do: "import",
      file: "storks.csv",
      map: null,
      dryRun: false,
      onlyValid: false,
      report: null,
      as: null,
    });
    expect(read("- --map m.json --dry-run --report - --as ana@example.org --delimiter tab")).toMatchObject({
      file: "-",
      map: "m.json",
      dryRun: true,
      report: "-",
      as: "ana@example.org",
      delimiter: "\t",
    });
  });

  test("takes a word of the file wherever it is told: sheet, encoding, header row", () => {
    const command = readImportArguments([
      "a.xlsx",
      "--sheet",
      "By day",
      "--header-row",
      "3",
      "--encoding",
      "utf-8",
    ]);
    expect(command).toMatchObject({ sheet: "By day", headerRow: 3, encoding: "utf-8" });
  });

  test("gives reasons by rule, and one for the others", () => {
    const command = readImportArguments([
      "--submit",
      "abcd1234",
      "--reason",
      "duplicate=Two compilers",
      "--reason",
      "The spring flood = high water",
    ]);
    expect(command).toEqual({
      do: "submit",
      id: "abcd1234",
      as: null,
      reasons: { duplicate: "Two compilers", "*": "The spring flood = high water" },
    });
  });

  test("approves in somebody's name alone, and undoes by id", () => {
    expect(read("--approve abcd1234 --as rui@example.org")).toMatchObject({ as: "rui@example.org" });
    expect(read("--undo abcd1234")).toEqual({ do: "undo", id: "abcd1234", as: null });
    expect(() => read("--approve abcd1234")).toThrow("who approves");
  });

  test.each([
    ["--map m.json", "Which file?"],
    ["a.csv b.csv", "One file at a time"],
    ["a.csv --dry", "Unknown option '--dry'"],
    ["a.csv --map", "argument missing"],
    ["a.csv --undo abcd1234", "no file"],
    ["--undo ../x", 'not "../x"'],
    ["--undo abcd1234 --submit abcd1234", "do not go together"],
    ["--undo abcd1234 --dry-run", "--dry-run has no meaning here"],
    ["a.csv --suggest --only-valid", "--only-valid has no meaning here"],
    ["a.csv --header-row 0", "number from 1"],
    ["a.csv --reason x", "--reason has no meaning here"],
    ["--submit abcd1234 --reason duplicate=", "no words"],
    ["--submit abcd1234 --reason a --reason b", "twice"],
  ])("refuses %j in one sentence", (line, why) => {
    expect(() => read(line)).toThrow(BadUsage);
    expect(() => read(line)).toThrow(why);
  });

  test("helps, and its help names every option", () => {
    expect(readImportArguments([])).toEqual({ do: "help" });
    expect(read("--help")).toEqual({ do: "help" });
    for (const name of ["map", "dry-run", "only-valid", "report", "as", "sheet", "encoding", "delimiter"])
      expect(importUsage).toContain(`\n  --${name} `);
    for (const name of ["header-row", "submit", "approve", "undo", "suggest", "reason", "comment"])
      expect(importUsage).toContain(`--${name}`);
  });
});
