import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSeeds } from "./read";
import { linesOf, writeSpecimen } from "./testing/specimen";

const problemsOf = (dir: string) => {
  const read = readSeeds(dir);
  return Array.isArray(read) ? linesOf(dir, read) : [];
};

test("a problem is printed with its file, line, column and path", () => {
  const dir = writeSpecimen("places.yml", (text) => text.replace("parent: null", "parent: moon"));
  expect(problemsOf(dir)).toEqual(['places.yml:1:68 [0].parent: no such place "moon"']);
});

test("a problem behind an alias points at what is written", () => {
  const dir = writeSpecimen("sources/green-town.yml", (text) =>
    text.replace("&day { start: 2024-03-03, end: 2024-03-03", "&day { start: 2024-03-03, end: 2024-03-04"),
  );
  const lines = problemsOf(dir);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines)
    expect(line).toMatch(/^sources\/green-town\.yml:7:\d+ .*\.end: a day that starts on/);
});

test("all problems are told at once, those of form before the others", () => {
  const dir = writeSpecimen("agents.yml", (text) => text.replace("mark: 1", "mark: 0"));
  expect(problemsOf(dir)).toHaveLength(1);
  writeFileSync(join(dir, "units.yml"), "- { slug: Tree }\n");
  writeFileSync(join(dir, "events.yml"), "none\n");
  expect(problemsOf(dir).map((line) => line.split(":")[0])).toEqual([
    "units.yml",
    "units.yml",
    "units.yml",
    "events.yml",
  ]);
});

test("a missing file is named", () => {
  const dir = writeSpecimen();
  rmSync(join(dir, "metrics.yml"));
  expect(problemsOf(dir)[0]).toMatch(/^metrics\.yml:1:1 cannot be read: ENOENT/);
});

test("a folder without sources is named", () => {
  const dir = writeSpecimen();
  rmSync(join(dir, "sources"), { recursive: true });
  expect(problemsOf(dir)[0]).toMatch(/^sources:1:1 cannot be read: ENOENT/);
});

test("a source in a file of another kind is not overlooked", () => {
  const dir = writeSpecimen();
  renameSync(join(dir, "sources/green-town.yml"), join(dir, "sources/green-town.yaml"));
  expect(problemsOf(dir)[0]).toMatch(/^sources\/green-town\.yaml:1:1 is not named for a source/);
});
