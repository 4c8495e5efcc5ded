import type { Span } from "@/domain/extract/proposal";
import { sentencesOf } from "@/domain/extract/sentences";
import type { Article } from "./figure-of-card";
import type { Line } from "./lines";

/** The language its sentences are cut by: texts in others are cut as French ones, whose rules are the stricter. */
export const cutAs = ({ language }: Pick<Article, "language">) => (language === "en" ? "en" : "fr");

export const lineAt = (lines: readonly Line[], at: number): Line | undefined =>
  lines.find(({ start, end }) => start <= at && at <= end);

/** The sentences of the line a number stands in. Offsets are of the whole text. */
export function sentencesAround(
  article: Pick<Article, "text" | "language">,
  lines: readonly Line[],
  number: Span,
): Span[] {
  const line = lineAt(lines, number.start);
  if (line === undefined) return [];
  return sentencesOf(article.text.slice(line.start, line.end), cutAs(article)).map(({ start, end }) => ({
    start: start + line.start,
    end: end + line.start,
  }));
}
