import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tableLimits } from "@/domain/import/limits";
import { tableNoteKinds } from "@/domain/import/table-facts";
import { tableRefusalKinds } from "@/domain/import/table-refusal";

const page = readFileSync("docs/importing.md", "utf8");

describe("the page on importing explains", () => {
  test.each([...tableRefusalKinds])("the refusal %s", (kind) => {
    expect(page).toMatch(new RegExp(`^\\| \`${kind}\` \\|`, "m"));
  });
  test.each([...tableNoteKinds])("the note %s", (kind) => {
    expect(page).toMatch(new RegExp(`^\\|[^|]*\`${kind}\`[^|]*\\|`, "m"));
  });
  test.each(Object.entries(tableLimits))("the limit %s", (name, most) => {
    const size = name.endsWith("Bytes") ? `${most / 1_000_000} MB` : most.toLocaleString("en");
    expect(page).toContain(`| \`${name}\` | ${size} |`);
  });
});
