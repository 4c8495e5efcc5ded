import type { Day } from "../figure";
import { detectLanguage } from "./detect-language";
import { extractFigures } from "./extract";
import { normaliseText } from "./normalise-text";
import type { Lexicon, Proposal, ReadingLanguage } from "./proposal";
import { type HtmlReading, readHtml } from "./text-of-html";

/** Most characters a text may have, after its HTML is taken off: some fifty long articles. */
export const longestText = 300_000;

/** An article as it comes in: plain text, or HTML as pasted. */
export type Pasted = {
  readonly text: string;
  readonly html: boolean;
  /** Detected where not given. */
  readonly language?: ReadingLanguage;
  /** The day of its publication, where known better than from its HTML. */
  readonly reportedOn?: Day;
};

export type ArticleReading = {
  readonly text: string;
  readonly language: ReadingLanguage;
  readonly reportedOn: Day | null;
  /** What its HTML says of itself; null for plain text. */
  readonly about: Omit<HtmlReading, "text" | "language"> | null;
  readonly proposals: readonly Proposal[];
};

/** Thrown where a text cannot be read for a reason its sender can put right. */
export class Unreadable extends Error {}

/** Reads an article from the paste to the proposals. @throws Unreadable where it is empty or too long */
export function readArticle(pasted: Pasted, lexicon: Lexicon): ArticleReading {
  const {
    text: found,
    language: declared,
    ...about
  } = pasted.html ? readHtml(pasted.text) : plain(pasted.text);
  const text = normaliseText(found);
  if (text === "") throw new Unreadable("There is no text in it.");
  if (text.length > longestText)
    throw new Unreadable(`It has ${text.length} characters; at most ${longestText} can be read at once.`);
  const language = pasted.language ?? declared ?? detectLanguage(text);
  const reportedOn = pasted.reportedOn ?? about.publishedOn;
  return {
    text,
    language,
    reportedOn,
    about: pasted.html ? about : null,
    proposals: extractFigures(text, { language, lexicon, reportedOn }),
  };
}

const plain = (text: string): HtmlReading => ({
  text,
  title: null,
  publisher: null,
  author: null,
  publishedOn: null,
  language: null,
  url: null,
});
