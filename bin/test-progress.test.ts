import { expect, test } from "vitest";
import { watchTests } from "./test-progress";

function toldOf(...pieces: readonly (string | Buffer)[]): string[] {
  const told: string[] = [];
  const watch = watchTests((line) => told.push(line));
  for (const piece of pieces) watch(typeof piece === "string" ? Buffer.from(piece) : piece);
  return told;
}

const green = (text: string) => `\u001b[32m${text}\u001b[39m`;

test("every twentieth file of vitest is told, with the tests so far", () => {
  const file = (at: number) =>
    ` ${green("✓")} ${green(" database ")} db/f${at}.test.ts ${green("(")}3 tests${green(")")} 12ms\n`;
  const files = Array.from({ length: 41 }, (_, at) => file(at)).join("");
  expect(toldOf(files)).toEqual(["20 files, 60 tests", "40 files, 120 tests"]);
  const bytes = Buffer.from(files.slice(0, -file(40).length)); // none to spare
  const middle = bytes.indexOf("✓", 900) + 1;
  const pieces = [bytes.subarray(0, middle), bytes.subarray(middle)];
  expect(toldOf(...pieces), "in pieces").toEqual(["20 files, 60 tests", "40 files, 120 tests"]);
});

test("every tenth of Playwright's tests is told, once", () => {
  const lines = Array.from({ length: 30 }, (_, at) => `\u001b[1A\u001b[2K[${at + 1}/30] a.spec.ts:1:1 › b\n`);
  expect(toldOf(...lines).slice(0, 2)).toEqual(["3 of 30", "6 of 30"]);
  expect(toldOf(...lines, "[30/30] a.spec.ts:1:1 › b\n")).toHaveLength(10);
});

test("what fails is told at once, by its name", () => {
  expect(toldOf(" ❯ db/migrate.test.ts (3 tests | 1 failed) 12ms\n")).toEqual(["FAILED db/migrate.test.ts"]);
  expect(toldOf(" ❯ |database| db/a.test.ts (1 test | 1 failed | 2 skipped) 12ms\n")).toHaveLength(1);
  expect(toldOf("  1) prints-a-page.spec.ts:9:5 › is printed ─────────\n")).toEqual([
    "FAILED prints-a-page.spec.ts:9:5 › is printed",
  ]);
  expect(toldOf("       ✓ says why a test failed 383ms\n")).toEqual([]);
});
