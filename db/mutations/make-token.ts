import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { hintOf, mostTokens, tokenBytes, tokenDays, tokenName, tokenOf } from "@/domain/token";
import { sha256 } from "../accounts/hash-tokens";
import { tokenIsAlive } from "../queries/list-tokens";
import { tokens } from "../schema/tokens";
import { lookUpEditor, refuse } from "./lookup-editor";
import { mutation } from "./mutation";

/**
 * Makes a token by which a script hands in drafts in one's name, and nothing else. It is told this once: the table
 * keeps its hash.
 */
export const makeToken = mutation(
  "keep_account",
  "make_token",
  z.object({ name: tokenName, days: z.enum(tokenDays) }),
  async (tx, { name, days }, editor) => {
    const owner = await lookUpEditor(tx, editor.id); // locked: two at once do not pass the limit together
    if (owner.disabledAt !== null) throw refuse("editor", "disabled");
    const alive = await tx
      .select({ id: tokens.id })
      .from(tokens)
      .where(and(eq(tokens.editorId, editor.id), tokenIsAlive));
    if (alive.length >= mostTokens) throw refuse("name", "many");
    const token = tokenOf(randomBytes(tokenBytes));
    const [made] = await tx
      .insert(tokens)
      .values({
        editorId: editor.id,
        name,
        tokenSha256: sha256(token),
        hint: hintOf(token),
        scopes: ["drafts"],
        expiresAt: sql`now() + ${Number(days)} * interval '1 day'`,
      })
      .returning({ id: tokens.id, hint: tokens.hint, scopes: tokens.scopes, expiresAt: tokens.expiresAt });
    const { id, ...kept } = made!; // one was inserted
    return { value: { id, token }, entity: `editor:${editor.id}`, after: { token: id, name, ...kept } };
  },
);
