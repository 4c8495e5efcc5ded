import { eq } from "drizzle-orm";
import { z } from "zod";
import { twoFactors } from "../schema/accounts";
import { editors } from "../schema/editors";
import { auditedEditor, lookUpEditor } from "./lookup-editor";
import { mutation } from "./mutation";

/**
 * Lets someone who has lost their second factor sign in by their password alone, until they set up another. Apart
 * from handing out a link: who gets hold of that must not come in without the factor.
 */
export const forgetSecondFactor = mutation(
  "manage_editors",
  "forget_second_factor",
  z.object({ editorId: z.string() }),
  async (tx, { editorId }) => {
    const before = await lookUpEditor(tx, editorId);
    const forgotten = await tx.delete(twoFactors).where(eq(twoFactors.editorId, editorId)).returning();
    if (forgotten.length === 0 && before.twoFactorEnabled !== true)
      return { value: editorId, unchanged: true };
    const [after] = await tx
      .update(editors)
      .set({ twoFactorEnabled: false, updatedAt: new Date() })
      .where(eq(editors.id, editorId))
      .returning();
    return {
      value: editorId,
      entity: `editor:${editorId}`,
      before: { ...auditedEditor(before), secondFactor: true },
      after: { ...auditedEditor(after!), secondFactor: false }, // it was locked above
    };
  },
);
