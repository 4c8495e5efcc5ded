import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const readme = readFileSync("README.md", "utf8");
const part = (title: string) => readme.split(`\n## ${title}\n`)[1]?.split("\n## ")[0] ?? "";
/** What stands in backquotes in the first column of a table. */
const firstColumn = (title: string) =>
  [...part(title).matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([^`]+)`/g)].map(([, words]) => words!),
  );

/** What a program reads of its surroundings, whoever set it: Node, Next, the driver of PostgreSQL, or another part of this. */
const notOurs = /^(?:NODE_ENV|PATH|PGHOST|NEXT_\w+|E2E_\w+|VITEST_\w+|VERBATIM_\w+)$/;

function settingsRead(): Set<string> {
  const files = ["app", "bin", "db"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => path.join(folder, name)),
  );
  const sources = [...files, "proxy.ts", "instrumentation.ts", "next.config.js"]
    .filter((name) => /\.(?:ts|tsx|js)$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(name, "utf8"));
  const found = sources.flatMap((source) => [
    ...[...source.matchAll(/\benv\.([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name!),
    ...[...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+): z\b/gm)].map(([, name]) => name!),
    ...[...source.matchAll(/\{([^{}]*)\} = (?:process\.)?env;/g)].flatMap(
      ([, names]) => names!.match(/[A-Z][A-Z0-9_]+/g) ?? [],
    ),
  ]);
  return new Set(found.filter((name) => !notOurs.test(name)));
}

describe("the README", () => {
  test("tells every command there is, and no other", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    const told = firstColumn("Commands").flatMap(
      (words) => /^(?:npm (?:run (?:-s )?)?)?([a-z:]+)/.exec(words)?.[1] ?? [],
    );
    expect([...new Set(told)].sort()).toEqual(Object.keys(scripts).sort());
  });

  test("tells every setting that is read, and no other", () => {
    const told = firstColumn("Settings").map((words) => words.split("=")[0]!);
    expect(told.sort()).toEqual([...settingsRead()].sort());
  });

  test("leads to every page of the documentation, and to nothing that is not there", () => {
    const led = new Set([...part("Read on").matchAll(/\]\(([^)#]+)\)/g)].map(([, to]) => to!));
    for (const to of led) expect.soft(existsSync(to), to).toBe(true);
    const pages = readdirSync("docs").filter((name) => name.endsWith(".md"));
    for (const name of pages) expect.soft([...led], name).toContain(`docs/${name}`);
  });
});
