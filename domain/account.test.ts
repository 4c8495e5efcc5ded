import { describe, expect, test } from "vitest";
import { emailInput, ownPath, pathAfterSignIn } from "./account";

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
    "/sign-in",
    "javascript:alert(1)",
    "",
    null,
    undefined,
    `/admin/${"a".repeat(600)}`,
  ])("is the desk otherwise: %s", (path) => {
    expect(pathAfterSignIn(path)).toBe("/admin");
  });
});

describe("a path of the desk", () => {
  test("may be that of a door", () => {
    expect(ownPath("/sign-in?next=/admin/review", "/admin")).toBe("/sign-in?next=/admin/review");
    expect(ownPath("/invite/abc", "/admin")).toBe("/invite/abc");
    expect(ownPath("/invite//elsewhere.example", "/admin")).toBe("/invite//elsewhere.example");
    expect(ownPath("//invite/abc", "/admin")).toBe("/admin");
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
