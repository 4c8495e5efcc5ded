import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("what a process shares by a global name is named in one file: two of one name would overwrite each other", () => {
  const files = ["app", "db", "components"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const named = new Map<string, string[]>();
  for (const file of files)
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(/\b(verbatim[A-Z]\w*)\?:/g))
      named.set(name, [...(named.get(name) ?? []), file]);
  expect(named.size).toBeGreaterThan(5);
  for (const [name, where] of named) expect(where, name).toHaveLength(1);
});
