import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Editor } from "@/domain/permission";
import { type Refusal, type Result, refused } from "@/domain/result";
import { emailByPassword } from "../accounts/email-by-password";
import type { Db } from "../client";
import { sessions } from "../schema/accounts";
import { lookUpEditor } from "./lookup-editor";
import { mutation } from "./mutation";

/** Signs someone out everywhere. */
export const revokeSessions = mutation(
  "manage_editors",
  "revoke_sessions",
  z.object({ editorId: z.string() }),
  async (tx, { editorId }) => {
    await lookUpEditor(tx, editorId);
    const ended = await tx
      .delete(sessions)
      .where(eq(sessions.editorId, editorId))
      .returning({ id: sessions.id });
    if (ended.length === 0) return { value: 0, unchanged: true };
    return { value: ended.length, entity: `editor:${editorId}`, after: { sessions: ended.length } };
  },
);

/** Ends one of one's own sessions: signs out. */
export const endSession = mutation(
  "keep_account",
  "sign_out",
  z.object({ sessionId: z.string() }),
  async (tx, { sessionId }, editor) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.editorId, editor.id)))
      .returning({ id: sessions.id });
    if (ended.length === 0) return { value: false, unchanged: true };
    return { value: true, entity: `editor:${editor.id}`, after: { session: sessionId } };
  },
);

/**
 * Ends one of one's own sessions on another device, by whoever knows the password: a desk left open is not enough to
 * sign its owner out elsewhere.
 *
 * @returns refused as `password: wrong`
 */
export async function endSessionElsewhere(
  db: Db,
  editor: Editor,
  { sessionId, password }: { readonly sessionId: string; readonly password: string },
): Promise<Result<boolean, Refusal>> {
  if ((await emailByPassword(db, editor.id, password)) === null)
    return refused({ kind: "invalid", fields: { password: ["wrong"] } });
  return endSession(db, editor, { sessionId });
}
