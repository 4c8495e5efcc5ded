import { describe, expect, test } from "vitest";
import { perMinute } from "@/domain/export/limits";
import { takeFromAllowance } from "./allowance";

const { requests, downloads } = perMinute;

function takes(client: string, count: number, download: boolean, now: number): number[] {
  return Array.from({ length: count }, () => takeFromAllowance(client, download, now));
}

describe("what a client may ask for", () => {
  test("is so much in a minute, then a wait is told, and after it there is more", () => {
    expect(takes("a", requests, false, 0).every((wait) => wait === 0)).toBe(true);
    const wait = takeFromAllowance("a", false, 0);
    expect(wait).toBe(1);
    expect(takeFromAllowance("a", false, wait * 1000)).toBe(0);
    expect(takes("a", requests, false, 120_000).every((one) => one === 0)).toBe(true);
    expect(takeFromAllowance("a", false, 120_000)).toBeGreaterThan(0);
  });
  test("is counted apart for each client, and for downloads beside requests", () => {
    expect(takes("b", downloads, true, 0).every((wait) => wait === 0)).toBe(true);
    expect(takeFromAllowance("b", true, 0)).toBeGreaterThan(0);
    expect(takeFromAllowance("b", false, 0)).toBe(0);
    expect(takeFromAllowance("c", true, 0)).toBe(0);
  });
  test("is forgotten of the longest silent when there are too many", () => {
    takes("d", requests, false, 0);
    for (let client = 0; client < 10_000; client++) takeFromAllowance(`stranger ${client}`, false, 0);
    expect(takeFromAllowance("d", false, 0)).toBe(0);
  });
  test("does not grow with a clock that goes back", () => {
    takes("e", requests, false, 60_000);
    expect(takeFromAllowance("e", false, 0)).toBeGreaterThan(0);
  });
});
