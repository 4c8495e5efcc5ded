import { longestArticle } from "../article";
import type { Day } from "../figure";
import { detectLanguage } from "./detect-language";
import { extractFigures } from "./extract";
import { normaliseText } from "./normalise-text";
import type { Lexicon, Proposal, ReadingLanguage } from "./proposal";
import { type HtmlReading, type HtmlRefusal, readHtml } from "./text-of-html";

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
export class Unreadable extends Error {
  constructor(
    readonly kind: HtmlRefusal["kind"],
    /** Most characters there may be, where there are more. */
    readonly limit: number | null = null,
  ) {
    super(kind === "no_text" ? "There is no text in it." : `It is longer than ${limit} characters.`);
  }
}

/** Reads an article from the paste to the proposals. @throws Unreadable where it is empty or too long */
export function readArticle(pasted: Pasted, lexicon: Lexicon): ArticleReading {
  const { text: found, language: declared, ...about } = pasted.html ? page(pasted.text) : plain(pasted.text);
  const text = normaliseText(found);
  if (text === "") throw new Unreadable("no_text");
  if (text.length > longestArticle) throw new Unreadable("too_long", longestArticle);
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

function page(html: string): HtmlReading {
  const reading = readHtml(html);
  if (reading.ok) return reading.value;
  throw new Unreadable(reading.refusal.kind, "limit" in reading.refusal ? reading.refusal.limit : null);
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
