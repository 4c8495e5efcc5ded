import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkDocuments } from "./check-documents";
import { article, emptyFolder, linesOf, writeArticle, writeSpecimen } from "./testing/specimen";

const source = "sources/green-town.yml";
const sha256 = (text: string | Buffer) => createHash("sha256").update(text).digest("hex");

/** What is said when the seeds expect this text, so that only the passages can differ. */
function problemsWith(text: string | Buffer): string[] {
  const dir = writeSpecimen(source, (yaml) => yaml.replace(/sha256: \w+/, `sha256: "${sha256(text)}"`));
  return linesOf(dir, checkDocuments(dir, writeArticle(text)).problems);
}

describe("checkDocuments", () => {
  test("counts what it verified", () => {
    const check = checkDocuments(writeSpecimen(), writeArticle());
    expect(check).toEqual({ problems: [], documents: 1, passages: 3, sentences: 3 });
  });

  test("names a document of another sha256", () => {
    const dir = writeSpecimen();
    const lines = linesOf(dir, checkDocuments(dir, writeArticle(`${article}\n`)).problems);
    expect(lines).toEqual([
      `${source}:13:11 document.sha256: article.txt is another document: expected ${sha256(article)}, found ${sha256(`${article}\n`)}`,
    ]);
  });

  test("names a changed sentence and shows the difference", () => {
    expect(problemsWith(article.replace("promis 500", "promis 600"))).toEqual([
      `${source}:22:17 passages[1].sentences.promised: article.txt says otherwise at 114:
  expected "Elle en avait promis 500 en février."
  found    "Elle en avait promis 600 en février."`,
    ]);
  });

  test("tells apart spaces that look alike", () => {
    const [line] = problemsWith(article.replace("1 400 arbres ont", "1\u00a0400 arbres ont"));
    expect(line).toContain(String.raw`la mairie, près de 1\u00a0400 arbres`);
  });

  test("names a shifted offset and says where the passage is", () => {
    const dir = writeSpecimen(source, (yaml) =>
      yaml.replace(
        "document_start: 152\n    document_end: 190",
        "document_start: 151\n    document_end: 189",
      ),
    );
    expect(linesOf(dir, checkDocuments(dir, writeArticle()).problems)).toEqual([
      `${source}:23:21 passages[2].document_start: article.txt has the passage at 152-190, not 151-189`,
    ]);
  });

  test("names sentences that do not follow each other", () => {
    const dir = writeSpecimen(source, (yaml) =>
      yaml
        .replace("    document_end: 113\n", "    document_end: 152\n")
        .replace(
          /( {6}planted: .*\n) {2}- document_start: 114\n.*\n.*\n {6}promised: .*\n {2}- document_start: 152\n.*\n.*\n( {6}repeated.*\n)/,
          "$1$2",
        ),
    );
    const [line] = linesOf(dir, checkDocuments(dir, writeArticle()).problems);
    expect(line).toMatch(
      /^sources\/green-town\.yml:15:5 passages\[0\]: article\.txt has these sentences, but not in a run/,
    );
  });

  test("names a missing document", () => {
    const dir = writeSpecimen();
    const empty = emptyFolder();
    expect(linesOf(dir, checkDocuments(dir, empty).problems)).toEqual([
      `${source}:12:9 document.file: ${join(empty, "article.txt")} is not there`,
    ]);
  });

  test("names a document that is not UTF-8", () => {
    expect(problemsWith(Buffer.from(article, "latin1"))).toEqual([
      `${source}:12:9 document.file: article.txt is not UTF-8`,
    ]);
  });

  test("counts a byte order mark as the character it is", () => {
    expect(problemsWith(`\ufeff${article}`)).toHaveLength(3);
  });
});

describe("the command", () => {
  const root = join(import.meta.dirname, "..");
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["--import", "tsx", "seeds/check.ts", ...args], {
      cwd: root,
      encoding: "utf8",
    });

  test("without a folder shows how it is called", () => {
    const { status, stderr } = run();
    expect(status).toBe(2);
    expect(stderr).toContain("Usage: npm run seeds:check -- DIR");
  });

  test("fails on a folder that is not there", () => {
    const { status, stderr } = run("/no/such/folder");
    expect(status).toBe(1);
    expect(stderr).toBe("/no/such/folder is not a folder.\n");
  });

  test("fails on a folder without the documents, naming each", () => {
    const { status, stderr } = run(emptyFolder());
    expect(status).toBe(1);
    expect(stderr).toMatch(/seeds\/sources\/[a-z0-9-]+\.yml:\d+:\d+ document\.file: .* is not there/);
    expect(stderr).toMatch(/\d+ problems\.\n$/);
  });
});
