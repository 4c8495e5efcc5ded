import { eq } from "drizzle-orm";
import { z } from "zod";
import { sessions } from "../schema/accounts";
import { editors } from "../schema/editors";
import { voidLinks } from "./invite-editor";
import { auditedEditor, lookUpEditor, refuse, unlessRule } from "./lookup-editor";
import { mutation, Refused } from "./mutation";
import { revokeAllTokens } from "./revoke-token";

const input = z.object({ editorId: z.string(), rowVersion: z.number().int() });

/** Shuts someone out at once: their sessions end, their links are void, their tokens open nothing. What they wrote stays theirs. */
export const disableEditor = mutation(
  "manage_editors",
  "disable_editor",
  input,
  async (tx, { editorId, rowVersion }) => {
    const before = await lookUpEditor(tx, editorId);
    if (before.rowVersion !== rowVersion) throw new Refused({ kind: "conflict" });
    if (before.disabledAt !== null) return { value: editorId, unchanged: true };
    const now = new Date();
    const [after] = await unlessRule(tx, "last_admin_stays", refuse("editor", "last_admin"), (inner) =>
      inner
        .update(editors)
        .set({ disabledAt: now, rowVersion: rowVersion + 1, updatedAt: now })
        .where(eq(editors.id, editorId))
        .returning(),
    );
    await tx.delete(sessions).where(eq(sessions.editorId, editorId));
    await voidLinks(tx, editorId);
    const revoked = await revokeAllTokens(tx, editorId);
    return {
      value: editorId,
      entity: `editor:${editorId}`,
      before: auditedEditor(before),
      after: { ...auditedEditor(after!), ...(revoked > 0 ? { tokensRevoked: revoked } : {}) },
    };
  },
);

/** Lets someone in again, by the password they had. */
export const enableEditor = mutation(
  "manage_editors",
  "enable_editor",
  input,
  async (tx, { editorId, rowVersion }) => {
    const before = await lookUpEditor(tx, editorId);
    if (before.rowVersion !== rowVersion) throw new Refused({ kind: "conflict" });
    if (before.disabledAt === null) return { value: editorId, unchanged: true };
    const [after] = await tx
      .update(editors)
      .set({ disabledAt: null, rowVersion: rowVersion + 1, updatedAt: new Date() })
      .where(eq(editors.id, editorId))
      .returning();
    return {
      value: editorId,
      entity: `editor:${editorId}`,
      before: auditedEditor(before),
      after: auditedEditor(after!),
    };
  },
);
