import { and, eq } from "drizzle-orm";
import { z } from "zod";
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

/** Ends one of one's own sessions: signs out, here or on another device. */
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
