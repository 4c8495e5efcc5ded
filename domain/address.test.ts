import { expect, test } from "vitest";
import { addressesIn } from "./address";

test("an address is in the language of its page, and frozen where that page is", () => {
  expect(addressesIn("fr")("")).toBe("/fr");
  expect(addressesIn("fr")("/figures?q=x")).toBe("/fr/figures?q=x");
  expect(addressesIn("en", "3")("/sources/a")).toBe("/en/sources/a?as_of=3");
  expect(addressesIn("en", "3")("/figures?q=x")).toBe("/en/figures?q=x&as_of=3");
});
