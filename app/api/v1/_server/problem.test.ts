import { expect, test } from "vitest";
import { badRequest } from "./problem";

test("a problem repeats what was asked for as words, in which nobody finds markup", async () => {
  const name = "</script><script>alert(1)</script>";
  const text = await badRequest([{ name, reason: "is not known" }]).text();
  expect(text).not.toContain("<");
  expect(JSON.parse(text).invalid).toEqual([{ name, reason: "is not known" }]);
});
