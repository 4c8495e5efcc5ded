import { createHash } from "node:crypto";
import type { SourceInput } from "@/domain/inputs";
import type { SourceForm } from "./schema";
import type { Say } from "./yaml-file";

/** Characters kept before and after a sentence, so that it can be found again in a text that has changed. */
const CONTEXT = 32;
const BETWEEN_PASSAGES = "\n\n";
const BETWEEN_SENTENCES = " ";

/** A sentence and where it stands in the source version, in the form every kind of anchor begins with. */
type SentencePlace = {
  readonly source: string;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  readonly sentence: string;
  readonly prefix: string;
  readonly suffix: string;
};

export type Excerpts = {
  readonly version: SourceInput["version"];
  /** By the key the file gives each sentence. */
  readonly sentences: ReadonlyMap<string, SentencePlace>;
};

/** The sentences of a passage as they stand in the document. */
export const passageText = (passage: SourceForm["passages"][number]) =>
  Object.values(passage.sentences).join(BETWEEN_SENTENCES);

/** Builds the text of a source version from its passages and finds each sentence in it. */
export function buildExcerpts(slug: string, form: SourceForm, say: Say): Excerpts {
  const texts = form.passages.map(passageText);
  const text = texts.join(BETWEEN_PASSAGES);
  const sentences = new Map<string, SentencePlace>();
  const passages: SourceInput["version"]["passages"] = [];
  let start = 0;
  let documentEnd = 0;
  form.passages.forEach((passage, index) => {
    const length = texts[index]!.length; // texts has one entry a passage
    checkPlace(passage, length, documentEnd, (key, message) => say(["passages", index, key], message));
    documentEnd = passage.document_end;
    passages.push({ start, end: start + length, documentStart: passage.document_start });
    let sentenceStart = start;
    for (const [key, sentence] of Object.entries(passage.sentences)) {
      const at = ["passages", index, "sentences", key];
      if (sentences.has(key)) say(at, "is the name of an earlier sentence, too");
      if (sentence !== sentence.trim()) say(at, "begins or ends with a space");
      sentences.set(key, { source: slug, ...quote(text, sentenceStart, sentenceStart + sentence.length) });
      sentenceStart += sentence.length + BETWEEN_SENTENCES.length;
    }
    start += length + BETWEEN_PASSAGES.length;
  });
  const version = {
    extent: form.extent,
    text,
    sha256: createHash("sha256").update(text, "utf8").digest("hex"),
    documentSha256: form.document.sha256,
    documentName: form.document.file,
    passages,
  };
  return { version, sentences };
}

function checkPlace(
  { document_start, document_end }: SourceForm["passages"][number],
  length: number,
  previousEnd: number,
  say: (key: string, message: string) => void,
) {
  if (document_start < previousEnd)
    say("document_start", `lies before ${previousEnd}, where the passage above ends`);
  if (document_end - document_start !== length) {
    say(
      "document_end",
      `the sentences have ${length} characters, the passage ${document_end - document_start}`,
    );
  }
}

function quote(text: string, start: number, end: number) {
  return {
    sentenceStart: start,
    sentenceEnd: end,
    sentence: text.slice(start, end),
    // Half of a surrogate pair at the cut is left out.
    prefix: text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ""),
    suffix: text.slice(end, end + CONTEXT).replace(/[\ud800-\udbff]$/, ""),
  };
}
