import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { passageText } from "./excerpts";
import { readSourceFiles } from "./read-files";
import type { SourceForm } from "./schema";
import type { Say, SeedProblem } from "./yaml-file";

export type DocumentCheck = {
  readonly problems: readonly SeedProblem[];
  readonly documents: number;
  readonly passages: number;
  readonly sentences: number;
};

type PassageForm = SourceForm["passages"][number];

/**
 * Holds every quotation of the seed files against the documents they were taken from, which are not ours to keep in
 * the repository: the sha256 of each document, and each passage word for word at its place.
 */
export function checkDocuments(seedsDir: string, documentsDir: string): DocumentCheck {
  const files = readSourceFiles(seedsDir);
  if (Array.isArray(files)) return { problems: files, documents: 0, passages: 0, sentences: 0 };
  const problems: SeedProblem[] = [];
  const counts = { documents: 0, passages: 0, sentences: 0 };
  for (const file of files.values()) {
    const say: Say = (path, message) => problems.push(file.problem(path, message));
    const { document, passages } = file.data;
    const text = readDocument(documentsDir, document, say);
    counts.documents += 1;
    passages.forEach((passage, index) => {
      counts.passages += 1;
      counts.sentences += Object.keys(passage.sentences).length;
      if (text !== null) checkPassage(passage, index, document.file, text, say);
    });
  }
  return { problems, ...counts };
}

function readDocument(dir: string, { file, sha256 }: SourceForm["document"], say: Say): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dir, file));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    say(["document", "file"], code === "ENOENT" ? `${join(dir, file)} is not there` : `${file}: ${message}`);
    return null;
  }
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sha256)
    say(["document", "sha256"], `${file} is another document: expected ${sha256}, found ${found}`);
  try {
    // The byte order mark is kept: offsets count every character of the file.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    say(["document", "file"], `${file} is not UTF-8`);
    return null;
  }
}

function checkPassage(passage: PassageForm, index: number, file: string, text: string, say: Say) {
  const expected = passageText(passage);
  const { document_start, document_end } = passage;
  if (text.slice(document_start, document_end) === expected) return;
  const elsewhere = text.indexOf(expected);
  if (elsewhere >= 0) {
    const end = elsewhere + expected.length;
    say(
      ["passages", index, "document_start"],
      `${file} has the passage at ${elsewhere}-${end}, not ${document_start}-${document_end}`,
    );
    return;
  }
  let start = document_start;
  let told = false;
  for (const [key, sentence] of Object.entries(passage.sentences)) {
    if (!text.includes(sentence)) {
      const found = text.slice(start, start + sentence.length);
      say(
        ["passages", index, "sentences", key],
        `${file} says otherwise at ${start}:${firstDifference(sentence, found)}`,
      );
      told = true;
    }
    start += sentence.length + 1;
  }
  if (!told) {
    say(
      ["passages", index],
      `${file} has these sentences, but not in a run: ${firstDifference(expected, text.slice(document_start, document_end))}`,
    );
  }
}

/** The words around the first difference, with spaces that look alike told apart. */
function firstDifference(expected: string, found: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at += 1;
  const around = (words: string) => {
    const excerpt = words.slice(Math.max(0, at - 24), at + 40);
    return JSON.stringify(excerpt).replace(
      /[^\S ]|\u200b|\ufeff/g,
      (space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
  };
  return `\n  expected ${around(expected)}\n  found    ${around(found)}`;
}
