import { createHash } from "node:crypto";
import type { DateClaimInput, SourceInput } from "@/domain/inputs";
import type { Db } from "../client";
import { recordSource } from "../mutations/record-source";
import { both, done, loader } from "./storks";

/** Typeset as the French press does: U+00A0 in the number and the quotation marks, U+202F before the semicolon. */
export const counted =
  "🦩 Selon le ministère de l’Exemple 🦩, près de 1\u00a0500 cigognes 🐣 nichent au marais\u202f; un cinquième n’ont pas un an.";
export const repeated = "«\u00a0Nous en comptons 1\u202f500 🦩\u00a0», répète ÉLOÏSE de l’Observatoire.";
/** Between the passages: editors see it, readers do not. */
export const unseen = "🤫 En secret, il y en aurait 1\u00a0600.";

/** A source as its anchors need it. */
export type TestSource = { readonly slug: string; readonly text: string };

/** A day as the text states it. */
export const on = (day: string): DateClaimInput => ({
  start: day,
  end: day,
  precision: "day",
  basis: "stated",
  reasoning: null,
});
export const noDate: DateClaimInput = {
  start: null,
  end: null,
  precision: "unknown",
  basis: "unknown",
  reasoning: null,
};

type SourceWish = Partial<Omit<SourceInput, "version">> & {
  /** What readers may see; `hidden` stands between any two. */
  readonly passages?: readonly string[];
  readonly hidden?: string;
};

export function storkSource(wish: SourceWish = {}): SourceInput {
  const { passages: runs = [counted, repeated], hidden = `\n\n${unseen}\n\n`, ...rest } = wish;
  const text = runs.join(hidden);
  let start = 0;
  const passages = runs.map((run) => {
    const passage = { start, end: start + run.length, documentStart: null };
    start += run.length + hidden.length;
    return passage;
  });
  return {
    slug: "stork-report",
    title: "Les cigognes 🦩",
    titlePrinted: true,
    publisher: "example-gazette",
    author: null,
    url: null,
    archivedUrl: null,
    published: on("2031-05-05"),
    lang: "fr",
    licenceNote: both("Invented for the tests"),
    version: {
      extent: "full",
      text,
      sha256: sha256(text),
      documentSha256: null,
      documentName: null,
      passages,
    },
    ...rest,
  };
}

export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

export async function aSource(db: Db, wish: SourceWish = {}): Promise<TestSource> {
  const input = storkSource(wish);
  done(await recordSource(db, loader, input));
  return { slug: input.slug, text: input.version.text };
}
