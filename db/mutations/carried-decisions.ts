import { and, eq, ne, sql } from "drizzle-orm";
import { lost } from "../queries/list-suggestions";
import { figures } from "../schema/figures";
import type { sourceVersions } from "../schema/sources";
import { suggestions } from "../schema/suggestions";
import type { Writer } from "./mutation";
import type { Decision, ReadText } from "./write-source-version";

/**
 * What was decided in an earlier version about the words of each proposal, so that nobody decides twice: the same
 * sentence with the number at the same place in it. Sentences that repeat are matched in their order.
 *
 * @returns one decision for each proposal, empty where there was none
 */
export async function carriedDecisions(
  tx: Writer,
  earlier: typeof sourceVersions.$inferSelect,
  { text, proposals }: ReadText,
): Promise<Decision[]> {
  const rows = await tx
    .select({ suggestion: suggestions, lost: sql<boolean>`coalesce(${lost}, false)` })
    .from(suggestions)
    .leftJoin(figures, eq(figures.id, suggestions.figureId))
    .where(and(eq(suggestions.sourceVersionId, earlier.id), ne(suggestions.outcome, "pending")))
    .orderBy(suggestions.numberStart);
  const decided = new Map<string, Decision[]>();
  for (const { suggestion, lost } of rows) {
    if (lost) continue;
    const { id, sentenceStart, sentenceEnd, numberStart, numberEnd, carriedFromId, ...rest } = suggestion;
    const { outcome, figureId, revisionId, previousDraftId, decidedBy, decidedAt, reason } = rest;
    const sentence = earlier.text.slice(sentenceStart, sentenceEnd);
    const words = wordsKey(sentence, numberStart - sentenceStart, numberEnd - sentenceStart);
    const decision = { outcome, figureId, revisionId, previousDraftId, decidedBy, decidedAt, reason };
    decided.set(words, [...(decided.get(words) ?? []), { ...decision, carriedFromId: carriedFromId ?? id }]);
  }
  return proposals.map(({ sentence: { start, end }, quantity: { number } }) => {
    const words = wordsKey(text.slice(start, end), number.start - start, number.end - start);
    return decided.get(words)?.shift() ?? {};
  });
}

const wordsKey = (sentence: string, start: number, end: number) => `${start}-${end} ${sentence}`;
