import { expect, test } from "vitest";
import { inQuotes } from "./in-quotes";

test("a text is quoted as its reader's language quotes", () => {
  expect(inQuotes("La zone", "fr")).toBe("«\u00a0La zone\u00a0»");
  expect(inQuotes("The zone", "en")).toBe("“The zone”");
});

test("quotation marks within quotation marks are those of the second level", () => {
  expect(inQuotes("Kiev tient une « zone » et un «\u00a0front\u00a0»", "fr")).toBe(
    "«\u00a0Kiev tient une “zone” et un “front”\u00a0»",
  );
  expect(inQuotes("Kyiv holds a “zone”", "en")).toBe("“Kyiv holds a ‘zone’”");
});
