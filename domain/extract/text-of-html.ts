import { Readability } from "@mozilla/readability";
import { convert, type HtmlToTextOptions } from "html-to-text";
import { DOMParser } from "linkedom";
import { ok, type Result, refused } from "../result";
import { line, type Metadata, readMetadata } from "./html/metadata";
import { type Pruned, prune } from "./html/prune";
import { normaliseText } from "./normalise-text";

/** The words of a page, normalised, and what it says of itself. */
export type HtmlReading = Metadata & { readonly text: string };

/** Why a paste was not read: longer than `limit` UTF-16 units, or without a word. */
export type HtmlRefusal =
  | { readonly kind: "too_long"; readonly limit: number }
  | { readonly kind: "no_text" };

/** A long read with its scripts is about 2 MB; this leaves room. */
const longest = 5_000_000;
/** What is left once scripts are gone; a book is 1 MB. */
const longestPruned = 2_000_000;
/** A news page has 2 000 to 10 000 tags and entities; telling the article from the rest is quadratic beyond. */
const mostPieces = 20_000;

const options: HtmlToTextOptions = {
  wordwrap: false,
  // Without the tab, which parts the cells of a table.
  whitespaceCharacters: " \r\n\f\u200b",
  limits: { maxDepth: 1_000, maxInputLength: longestPruned },
  selectors: [
    { selector: "a", options: { ignoreHref: true } },
    { selector: "img", format: "skip" },
    { selector: "nav", format: "block" },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "ul", options: { itemPrefix: " " } },
    { selector: "ol", format: "unorderedList", options: { itemPrefix: " " } },
    { selector: "blockquote", format: "paragraph" },
    { selector: "table", format: "block" },
    { selector: "tr", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "caption", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "dt", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "dd", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "figcaption", format: "block" },
  ],
};

/**
 * The text of a pasted page or of a selection of one. Of a page the article is taken, told from menus and related
 * links; of a selection, or where no article is found, all of it. Nothing is run or fetched, and pasted HTML is
 * never shown: only its words go on. Never throws.
 */
export function readHtml(html: string): Result<HtmlReading, HtmlRefusal> {
  if (html.length > longest) return refused({ kind: "too_long", limit: longest });
  const pruned = prune(html);
  if (pruned.body.length > longestPruned) return refused({ kind: "too_long", limit: longestPruned });
  const metadata = readMetadata(pruned);
  const article = pruned.isPage && pruned.pieces <= mostPieces ? articleOf(pruned) : null;
  const text = article?.text ?? textOf(pruned.body);
  if (text === "") return refused({ kind: "no_text" });
  return ok({
    ...metadata,
    title: metadata.title ?? line(article?.title),
    author: metadata.author ?? line(article?.author),
    text,
  });
}

function articleOf({ body, head }: Pruned) {
  const page = new DOMParser().parseFromString(
    `<!doctype html><html><head>${head.replace(/<html[^>]*>/gi, "")}</head><body>${body}</body></html>`,
    "text/html",
  );
  const article = new Readability(page as unknown as Document, {
    disableJSONLD: true,
    // A communiqué is short: at the usual 500 letters its menus and banners would be taken in.
    charThreshold: 200,
  }).parse();
  const text = textOf(article?.content ?? "");
  return text === "" ? null : { text, title: article?.title, author: article?.byline };
}

const textOf = (html: string): string =>
  normaliseText(
    convert(html, options).replace(/^[\t ]+|\n[\t ]+/g, (lead) => (lead.startsWith("\n") ? "\n" : "")),
  ).trim();
