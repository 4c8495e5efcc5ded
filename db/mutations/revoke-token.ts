import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { tokens } from "../schema/tokens";
import { mutation, type Writer } from "./mutation";

/** Takes back one of one's own tokens: from now on it opens nothing. */
export const revokeToken = mutation(
  "keep_account",
  "revoke_token",
  z.object({ tokenId: z.int() }),
  async (tx, { tokenId }, editor) => {
    const revoked = await tx
      .update(tokens)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(tokens.id, tokenId), eq(tokens.editorId, editor.id), isNull(tokens.revokedAt)))
      .returning({ name: tokens.name, hint: tokens.hint });
    if (revoked.length === 0) return { value: false, unchanged: true };
    return { value: true, entity: `editor:${editor.id}`, after: { token: tokenId, ...revoked[0] } };
  },
);

/** No token of someone opens anything any more, not even when they are let in again. @returns how many did */
export async function revokeAllTokens(tx: Writer, editorId: string): Promise<number> {
  const revoked = await tx
    .update(tokens)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(tokens.editorId, editorId), isNull(tokens.revokedAt)))
    .returning({ id: tokens.id });
  return revoked.length;
}
