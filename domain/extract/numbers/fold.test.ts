import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "./fold";

test("folds case, accents, spaces, apostrophes and dashes", () => {
  expect(fold("Près de 1\u202f500 HOMMES, jusqu’à 2\u00a0000 — « là »")).toBe(
    "pres de 1 500 hommes, jusqu'a 2 000 – « la »",
  );
});

test("keeps every offset", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
      (text) => fold(text).length === text.length,
    ),
  );
  expect(fold("İ500")).toHaveLength(4);
});
