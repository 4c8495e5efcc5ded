import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { madeServer } from "@/db/embedded/made-server";
import { emptyLexicon } from "@/domain/extract/proposal";
import { buildApartPrograms } from "./apart-programs";

test("what the build makes of the programs that read needs nothing beside it", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "vb-apart-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await buildApartPrograms(folder);
  const run = (program: string, input: string) => {
    const file = path.join(folder, `${program}.mjs`);
    const { stdout, stderr } = spawnSync(process.execPath, [file], { cwd: folder, input, encoding: "utf8" });
    return stderr === "" ? JSON.parse(stdout) : stderr;
  };

  const pasted = { html: true, text: "<p>On 3 May 2024, 1,200 storks were nesting, the ministry said.</p>" };
  const article = run("read-article", JSON.stringify({ pasted, lexicon: emptyLexicon }));
  expect(article).toMatchObject({ language: "en", dates: [{ words: "3 May 2024" }] });

  const table = run("read-rows", `${JSON.stringify({ task: "csv", options: {} })}\nday\tnests\n3 May\t12\n`);
  expect(table).toEqual({ csv: "day,nests\n3 May,12\n" });

  expect(existsSync(madeServer(folder).sources), "the embedded database, made to its end").toBe(true);
});
