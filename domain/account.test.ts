import { describe, expect, test } from "vitest";
import { emailInput, pathAfterSignIn } from "./account";

describe("the path after a sign-in", () => {
  test.each(["/admin", "/admin/review", "/admin/audit?actor=ana&verb=x", "/admin/figures/936vk6e1"])(
    "is the one asked for when it is ours: %s",
    (path) => {
      expect(pathAfterSignIn(path)).toBe(path);
    },
  );

  test.each([
    "https://elsewhere.example/admin",
    "//elsewhere.example/admin",
    "/\\elsewhere.example",
    "/admin/\\elsewhere.example",
    "/admin\n//elsewhere.example",
    "/admin@elsewhere.example",
    "/administration",
    "/fr",
    "javascript:alert(1)",
    "",
    null,
    undefined,
    `/admin/${"a".repeat(600)}`,
  ])("is the desk otherwise: %s", (path) => {
    expect(pathAfterSignIn(path)).toBe("/admin");
  });
});

describe("an email", () => {
  test("is kept in lower case and without blanks", () => {
    expect(emailInput.parse("  Ana.Berg@Example.org ")).toBe("ana.berg@example.org");
  });

  test.each(["", "ana", "ana@", "@example.org", "ana@example", `${"a".repeat(250)}@example.org`])(
    "is refused: %s",
    (words) => {
      expect(emailInput.safeParse(words).success).toBe(false);
    },
  );
});
