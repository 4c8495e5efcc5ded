import { z } from "zod";
import { normaliseText } from "./extract/normalise-text";
import type { Localized } from "./figure";
import { slug, sourceInput } from "./inputs";
import { proposalInput } from "./proposal-input";

/** Most characters of a text that is read and recorded whole, its HTML taken off: some fifty long articles. */
export const longestArticle = 300_000;

/** What an article is, as its source card says: a source without the slug, which is made from the title. */
export const sourceCardInput = sourceInput
  .omit({ slug: true, version: true })
  .extend({ licenceNote: sourceInput.shape.licenceNote.nullable() });

/** A text with what was read in it: the proposals' offsets count in this very text. */
const readText = {
  text: z
    .string()
    .min(1)
    .max(longestArticle, `must have at most ${longestArticle} characters`)
    .refine((text) => text.length > longestArticle || text === normaliseText(text), "must be normalised"),
  proposals: z.array(proposalInput),
  /** Which reader made the proposals. */
  readerVersion: z.string().min(1).max(80),
};

type ReadText = { text: string; proposals: readonly { sentence: { end: number } }[] };
const insideText = ({ text, proposals }: ReadText) =>
  proposals.every(({ sentence }) => sentence.end <= text.length);
const beyondText = { path: ["proposals"], error: "must stand inside the text" };

export const articleInput = z
  .strictObject({ card: sourceCardInput, ...readText })
  .refine(insideText, beyondText);
export const sourceVersionInput = z.strictObject({ slug, ...readText }).refine(insideText, beyondText);

/** On what footing we quote, where nothing else is said. */
export const defaultLicenceNote: Localized = {
  fr: "Courtes citations\u202f; les droits restent à l’éditeur. Le texte entier n’est pas publié.",
  en: "Short quotations; the rights remain with the publisher. The full text is not published.",
};

/** Letters that Unicode does not take apart. */
const spelt: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

/** The words of a title as a slug of at most 60 characters, cut between words; "source" where no Latin letter is left. */
export function slugOfTitle(title: string): string {
  const words = title
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøłđ]/g, (letter) => spelt[letter]!)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  let made = words.shift()?.slice(0, 60) ?? "source";
  for (const word of words) {
    if (made.length + 1 + word.length > 60) break;
    made += `-${word}`;
  }
  return made;
}

/** What sites add to an address to follow their readers around; the page is the same without. */
const tracking = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|xtor|at_medium|at_campaign|igshid|ref_src)$/;

/** An address as two pastes of the same page have in common; the text itself where it is no web address. */
export function canonicalUrl(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = "";
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/+$/, "");
  return url.href;
}
