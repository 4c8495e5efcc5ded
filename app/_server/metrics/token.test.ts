import { expect, test } from "vitest";
import { bearsToken, metricsToken } from "./token";

const token = "0123456789abcdef";

test("there is no token where none is set, and a short one stops the start", () => {
  expect(metricsToken({})).toBeNull();
  expect(metricsToken({ METRICS_TOKEN: " " })).toBeNull();
  expect(metricsToken({ METRICS_TOKEN: ` ${token} ` })).toBe(token);
  expect(() => metricsToken({ METRICS_TOKEN: "short" })).toThrow(/16 characters/);
});

test("the token opens, and nothing near it does", () => {
  expect(bearsToken(`Bearer ${token}`, token)).toBe(true);
  expect(bearsToken(`bearer  ${token}`, token)).toBe(true);
  for (const given of [
    null,
    "",
    "Bearer",
    token,
    `Bearer ${token}0`,
    `Basic ${token}`,
    `Bearer ${token.slice(1)}`,
  ])
    expect(bearsToken(given, token), String(given)).toBe(false);
});
