import { eq } from "drizzle-orm";
import type { CheckedDraft, Draft } from "@/domain/draft";
import { validateFigure } from "@/domain/validate/validate-figure";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { draftRows, toDrafts } from "./draft-rows";
import { type Among, findValidationContext } from "./find-validation-context";

/** The draft of a figure with what the validator finds in it; null where it has none. */
export async function findDraft(db: Reader, publicId: string): Promise<CheckedDraft | null> {
  const [draft] = await toDrafts(db, await draftRows(db).where(eq(figures.publicId, publicId)));
  return draft === undefined ? null : checked(db, draft, "all");
}

export async function checked(db: Reader, draft: Draft, among: Among): Promise<CheckedDraft> {
  const context = await findValidationContext(db, draft.figure, { among });
  return { ...draft, findings: validateFigure(draft.figure, context) };
}
