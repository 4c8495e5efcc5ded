import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

type Tree = { readonly [key: string]: string | Tree };

const root = join(import.meta.dirname, "..");
/** The API's description is written in English where it is used: its French has no twin, and a test of its own. */
const files = readdirSync(import.meta.dirname).filter(
  (name) => name.endsWith(".json") && name !== "api.fr.json",
);
const groups = files.filter((name) => /(?:^|\.)en\.json$/.test(name));
const read = (name: string): Tree => JSON.parse(readFileSync(join(import.meta.dirname, name), "utf8"));

/** The path of every message. Cases of a plural are one message. */
const pathsOf = (tree: Tree, path: readonly string[] = []): string[][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [key === "one" || key === "other" ? [...path] : [...path, key]]
      : pathsOf(value, [...path, key]),
  );
const leavesOf = (tree: Tree, path = ""): [path: string, words: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leavesOf(value, `${path}${key}.`),
  );

/** All that may say a message: what the site and its commands are made of, tests aside. */
const sources = ["app", "bin", "components", "db", "domain", "messages"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|fixture)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), "utf8")),
);

/** Every word that may name a message: `.word`, `{ word, …}`, "some.word", `some.${…}`, and the values of closed lists. */
const named = new Set(sources.flatMap((source) => source.match(/[A-Za-z_][\w-]*|[<>=~]=?/g) ?? []));
/** The groups one of whose messages is chosen by a value: `group[value]` and t(`group.${value}`). */
const chosenFrom = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/([\w-]+)(?:\?\.)?\[|([\w-]+)\.\$\{/g)].map(([, a, b]) => a ?? b!),
  ),
);

const isUsed = (path: readonly string[]): boolean => {
  const [key = "", group = ""] = [path.at(-1), path.at(-2)];
  return named.has(key) || chosenFrom.has(group);
};

describe("every file of messages", () => {
  test("has its twin in the other language", () => {
    expect(groups.length).toBeGreaterThan(3);
    expect(files.filter((name) => /(?:^|\.)fr\.json$/.test(name))).toHaveLength(groups.length);
    expect(files).toHaveLength(2 * groups.length);
  });

  test.each(groups)("says the same messages in both: %s", (name) => {
    const french = read(name.replace("en.json", "fr.json"));
    expect(
      leavesOf(french)
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      leavesOf(read(name))
        .map(([path]) => path)
        .sort(),
    );
  });

  test.each(groups)("has each of its messages said somewhere: %s", (name) => {
    const unused = pathsOf(read(name)).filter((path) => !isUsed(path));
    expect(unused.map((path) => path.join("."))).toEqual([]);
  });

  test.each(groups)("leaves nothing in the other language: %s", (name) => {
    const french = new Map(leavesOf(read(name.replace("en.json", "fr.json"))));
    const same = leavesOf(read(name))
      .filter(([path, words]) => french.get(path) === words && hasWords(words) && !alike.has(words))
      .map(([path, words]) => `${path}: ${words}`);
    expect(same).toEqual([]);
  });

  test("would notice a message that nothing says", () => {
    expect(isUsed(["search", "zzNobodySaysThis"])).toBe(false);
    expect(isUsed(["search", "nothing"])).toBe(true);
  });
});

/** Signs, holes and single letters are the same in every language. */
const hasWords = (words: string): boolean => /\p{L}{3,}/u.test(words.replace(/\{[^{}]*\}/g, ""));

/** What is written alike in French and in English. */
const alike = new Set<string>(
  "Imports|Type|sources|{count} source|{count} sources|Note|Correction|Corrections|correction|Pages|Version {version}|version {number}|Version|Versions|Date|Dates|date|Notes|Code|Excel|Attribution|Mentions|Source|Sources|Drones|Forces|Agent|Agents|zone|Objections|normal|organisation|Verbatim|Original|Pause".split(
    "|",
  ),
);
