import { describe, expect, test } from "vitest";
import { perMinute } from "@/domain/export/limits";
import { type Asking, giveBack, takeFromAllowance } from "./allowance";

const { requests, downloads, drawings } = perMinute;

function takes(client: string, count: number, what: Asking, now: number): number[] {
  return Array.from({ length: count }, () => takeFromAllowance(client, what, now));
}

describe("what a client may ask for", () => {
  test("is so much in a minute, then a wait is told, and after it there is more", () => {
    expect(takes("a", requests, "requests", 0).every((wait) => wait === 0)).toBe(true);
    const wait = takeFromAllowance("a", "requests", 0);
    expect(wait).toBe(1);
    expect(takeFromAllowance("a", "requests", wait * 1000)).toBe(0);
    expect(takes("a", requests, "requests", 120_000).every((one) => one === 0)).toBe(true);
    expect(takeFromAllowance("a", "requests", 120_000)).toBeGreaterThan(0);
  });
  test("is counted apart for each client, and for downloads beside requests", () => {
    expect(takes("b", downloads, "downloads", 0).every((wait) => wait === 0)).toBe(true);
    expect(takeFromAllowance("b", "downloads", 0)).toBeGreaterThan(0);
    expect(takeFromAllowance("b", "requests", 0)).toBe(0);
    expect(takeFromAllowance("c", "downloads", 0)).toBe(0);
  });
  test("is counted apart for what is drawn, whatever else is asked for", () => {
    expect(takes("f", drawings, "drawings", 0).every((wait) => wait === 0)).toBe(true);
    expect(takeFromAllowance("f", "drawings", 0)).toBe(1);
    expect(takes("f", requests, "requests", 0).every((wait) => wait === 0)).toBe(true);
    expect(takeFromAllowance("f", "drawings", 60_000)).toBe(0);
  });
  test("is had again where it was given back, and no more than that", () => {
    takes("g", drawings, "drawings", 0);
    giveBack("g", "drawings");
    expect(takeFromAllowance("g", "drawings", 0)).toBe(0);
    expect(takeFromAllowance("g", "drawings", 0)).toBeGreaterThan(0);
    for (let time = 0; time < 2 * drawings; time++) giveBack("g", "drawings");
    takes("g", drawings, "drawings", 120_000);
    expect(takeFromAllowance("g", "drawings", 120_000)).toBeGreaterThan(0);
    giveBack("nobody", "drawings");
  });
  test("is forgotten of the longest silent when there are too many", () => {
    takes("d", requests, "requests", 0);
    for (let client = 0; client < 10_000; client++) takeFromAllowance(`stranger ${client}`, "requests", 0);
    expect(takeFromAllowance("d", "requests", 0)).toBe(0);
  });
  test("does not grow with a clock that goes back", () => {
    takes("e", requests, "requests", 60_000);
    expect(takeFromAllowance("e", "requests", 0)).toBeGreaterThan(0);
  });
});
