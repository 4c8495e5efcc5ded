import fc from "fast-check";
import { expect, test } from "vitest";
import { nameColumns } from "./name-columns";

test("names are trimmed, found for those without, and told apart", () => {
  const { names, renamed } = nameColumns([" date ", "", "value", "value", "value (2)", "column 2"], 7);
  expect(names).toEqual(["date", "column 2 (2)", "value", "value (3)", "value (2)", "column 2", "column 7"]);
  expect(renamed).toEqual([
    { column: 2, was: "", now: "column 2 (2)" },
    { column: 4, was: "value", now: "value (3)" },
    { column: 7, was: "", now: "column 7" },
  ]);
});

test("names are always different, and a first of its name keeps it", () => {
  const name = fc.constantFrom("", "a", "a (2)", "a (3)", "column 1", "column 3", " a");
  fc.assert(
    fc.property(fc.array(name, { maxLength: 12 }), (printed) => {
      const { names } = nameColumns(printed, printed.length);
      expect(new Set(names).size).toBe(names.length);
      const trimmed = printed.map((one) => one.trim());
      for (const [index, one] of trimmed.entries())
        if (one !== "" && trimmed.indexOf(one) === index) expect(names[index]).toBe(one);
    }),
  );
});

test("five hundred columns of one name are named in no time", () => {
  const { names } = nameColumns(
    Array.from({ length: 500 }, () => "x"),
    500,
  );
  expect(names.at(-1)).toBe("x (500)");
});
