import { createHash } from "node:crypto";
import type { Proposal } from "@/domain/extract/proposal";
import { sourceVersions } from "../schema/sources";
import { suggestions } from "../schema/suggestions";
import type { Writer } from "./mutation";

/** A whole text with what was read in it. */
export type ReadText = {
  readonly text: string;
  readonly proposals: readonly Proposal[];
  readonly readerVersion: string;
};

/** What an earlier version had decided about a proposal; none of it where nothing was. */
export type Decision = Partial<
  Pick<
    typeof suggestions.$inferInsert,
    | "outcome"
    | "figureId"
    | "revisionId"
    | "previousDraftId"
    | "decidedBy"
    | "decidedAt"
    | "reason"
    | "carriedFromId"
  >
>;

export const sha256Of = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** A statement carries at most 65 534 parameters, and a suggestion has 18. */
const rowsAtOnce = 2000;

/** Writes a whole text as a version of its source, with its proposals as suggestions. @returns the version's key */
export async function writeSourceVersion(
  tx: Writer,
  facts: { sourceId: number; number: number; authorId: string },
  { text, proposals, readerVersion }: ReadText,
  decisions: readonly Decision[] = [],
): Promise<number> {
  const [version] = await tx
    .insert(sourceVersions)
    .values({ ...facts, extent: "full", text, sha256: sha256Of(text) })
    .returning({ id: sourceVersions.id });
  const sourceVersionId = version!.id;
  const rows = proposals.map((proposal, index) => ({
    sourceVersionId,
    sentenceStart: proposal.sentence.start,
    sentenceEnd: proposal.sentence.end,
    numberStart: proposal.quantity.number.start,
    numberEnd: proposal.quantity.number.end,
    proposal,
    readerVersion,
    score: proposal.score,
    mask: proposal.mask?.rule ?? null,
    ...decisions[index],
  }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await tx.insert(suggestions).values(rows.slice(from, from + rowsAtOnce));
  return sourceVersionId;
}
