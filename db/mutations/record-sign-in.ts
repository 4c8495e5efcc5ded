import { and, eq, isNull, lt, ne, sql } from "drizzle-orm";
import { z } from "zod";
import { emailInput } from "@/domain/account";
import { invitations, sessions, verifications } from "../schema/accounts";
import { editors } from "../schema/editors";
import { mutation } from "./mutation";

/** Notes that someone has signed in, and clears away what has run out by itself. */
export const recordSignIn = mutation(
  "keep_account",
  "sign_in",
  z.object({ secondFactor: z.enum(["none", "totp", "recovery_code"]) }),
  async (tx, { secondFactor }, editor) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, sql`now()`));
    await tx.delete(verifications).where(lt(verifications.expiresAt, sql`now()`));
    await tx
      .delete(invitations)
      .where(and(isNull(invitations.usedAt), lt(invitations.expiresAt, sql`now() - interval '30 days'`)));
    return { value: null, entity: `editor:${editor.id}`, after: { secondFactor } };
  },
);

/**
 * Notes that someone was not let in: under the account they tried, where there is one. What a stranger typed is not
 * kept, for it may be a password in the wrong box.
 */
export const recordFailedSignIn = mutation(
  "admit",
  "fail_sign_in",
  z.object({ email: z.string(), step: z.enum(["password", "second_factor"]) }),
  async (tx, { email, step }) => {
    const read = emailInput.safeParse(email);
    const [known] = await tx
      .select({ id: editors.id })
      .from(editors)
      .where(and(eq(editors.email, read.data ?? ""), ne(editors.role, "system")));
    return { value: null, entity: known ? `editor:${known.id}` : "editor:unknown", after: { step } };
  },
);
