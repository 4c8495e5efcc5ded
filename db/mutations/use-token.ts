import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { tokens } from "../schema/tokens";
import { mutation } from "./mutation";

/** Notes that a token was used: the first time in the audit, which tells its owner that it has got somewhere. */
export const useToken = mutation(
  "keep_account",
  "use_token",
  z.object({ tokenId: z.int() }),
  async (tx, { tokenId }, editor) => {
    const mine = and(eq(tokens.id, tokenId), eq(tokens.editorId, editor.id));
    const [before] = await tx
      .select({ name: tokens.name, hint: tokens.hint, lastUsedAt: tokens.lastUsedAt })
      .from(tokens)
      .where(mine)
      .for("update");
    if (before === undefined) return { value: null, unchanged: true };
    await tx.update(tokens).set({ lastUsedAt: sql`now()` }).where(mine);
    if (before.lastUsedAt !== null) return { value: null, unchanged: true };
    const { name, hint } = before;
    return { value: null, entity: `editor:${editor.id}`, after: { token: tokenId, name, hint } };
  },
);
