import type { Editor } from "@/domain/permission";
import { reviews } from "../schema/publications";
import { Refused, type Writer } from "./mutation";

type Review = Pick<typeof reviews.$inferInsert, "revisionId" | "decision" | "comment">;

/** Writes a reviewer's word. That nobody reviews their own revision is the database's to say; here it is passed on. */
export async function writeReview(tx: Writer, review: Review, { id: reviewerId }: Editor): Promise<void> {
  try {
    await tx.insert(reviews).values({ ...review, reviewerId });
  } catch (error) {
    if (ruleOf(error) === ownWork) throw new Refused({ kind: "forbidden", rule: ownWork });
    throw error;
  }
}

export const ownWork = "reviewer_is_not_the_author";

/** The constraint that a write broke; nothing where it failed otherwise. */
export const ruleOf = (error: unknown) =>
  (error as { cause?: { constraint_name?: string } } | null)?.cause?.constraint_name;
