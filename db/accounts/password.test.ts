import { describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password";
import { passwordProblem } from "./password-problem";

describe("a password", () => {
  test("is kept as argon2id, differently each time, and opens only to itself", async () => {
    const [one, two] = await Promise.all([hashPassword("storks at dawn"), hashPassword("storks at dawn")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=32768,t=3,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword(one, "storks at dawn")).toBe(true);
    expect(await verifyPassword(one, "storks at dusk")).toBe(false);
  });

  test("is the same however the keyboard composes its accents", async () => {
    expect(
      await verifyPassword(await hashPassword("cigogne \u00e9gar\u00e9e"), "cigogne e\u0301gare\u0301e"),
    ).toBe(true);
  });
});

describe("a new password", () => {
  const email = "ana.berg@example.org";

  test.each([
    "storks at dawn",
    "verbatim storks at dawn",
    "gR8 w1nd over the marsh",
    "шість слів про лелек",
    "🦩🐣🌾🦆🪹🐸🌅🦢🐟🌫️🌧️☀️ oh",
  ])("is taken: %s", (password) => {
    expect(passwordProblem(password, email)).toBeNull();
  });

  test.each([
    ["", "short"],
    ["eleven char", "short"],
    ["a".repeat(201), "long"],
    ["ana.berg@example.org", "email"],
    ["Ana.Berg@Example.org", "email"],
    ["ana.berg2024!", "email"],
    ["password1234", "common"],
    ["Password2024!", "common"],
    ["passwordpassword", "common"],
    ["1234567890123", "common"],
    ["!!!!????....", "common"],
    ["aaaaaaaaaaaaaaaa", "common"],
    ["qwertyuiopasdfghjkl", "common"],
    ["2024-Football-2024", "common"],
    ["Verbatim-2024!", "common"],
    ["verbatim.admin.1", "common"],
    ["Rédaction Verbatim", "common"],
  ])("is refused: %s (%s)", (password, problem) => {
    expect(passwordProblem(password, email)).toBe(problem);
  });
});
