import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../", import.meta.url);
const page = readFileSync(new URL("docs/security.md", root), "utf8");

type Row = { readonly id: string; readonly state: string; readonly how: string };

const rows: readonly Row[] = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| [^|]+ \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, id, state, how]) => ({ id: id!, state: state!, how: how! }),
);

/** Requirements of levels 1 and 2 in each chapter of ASVS 5.0.0: 253. */
const inChapter: Readonly<Record<string, number>> = {
  ...{ 1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7 },
  ...{ 10: 29, 11: 14, 12: 9, 13: 13, 14: 9, 15: 13, 16: 16, 17: 7 },
};

test("every requirement of levels 1 and 2 has one line", () => {
  const counts: Record<string, number> = {};
  for (const { id } of rows) counts[id.split(".")[0]!] = (counts[id.split(".")[0]!] ?? 0) + 1;
  expect(counts).toEqual(inChapter);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test("each is held by a test, by a reason, is not applicable, or falls short in words", () => {
  for (const { id, state, how } of rows) {
    expect.soft(["test", "reason", "not applicable", "short"], id).toContain(state);
    expect.soft(how.length, id).toBeGreaterThan(3);
  }
});

/** What a file calls its tests, wherever the name goes on. */
const names = (source: string, name: string) =>
  [`"${name}`, `\`${name}`].some((start) => source.includes(start));

test("every test that is named is there", () => {
  for (const { id, how } of rows.filter(({ state }) => state === "test")) {
    const [, file = "", name] = /^`([^`]+)`(?: “(.+)”)?$/.exec(how) ?? [];
    expect.soft(file, id).toMatch(/\.(test|spec)\.ts$/);
    if (!existsSync(new URL(file, root))) expect.soft(file, `${id}: there is no such file`).toBe("");
    else if (name)
      expect.soft(names(readFileSync(new URL(file, root), "utf8"), name), `${id}: ${name}`).toBe(true);
  }
});

test("the sums at the head are those of the table", () => {
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  for (const state of ["test", "reason", "not applicable", "short"])
    expect.soft(page, state).toContain(`| ${state} | ${count(state)} |`);
  expect(page).toContain(`| all | ${rows.length} |`);
});
