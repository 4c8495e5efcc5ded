import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { nameInput } from "@/domain/account";
import type { Editor } from "@/domain/permission";
import { type Refusal, type Result, refused } from "@/domain/result";
import { sha256 } from "../accounts/hash-tokens";
import { hashPassword } from "../accounts/password";
import { passwordProblem } from "../accounts/password-problem";
import type { Db } from "../client";
import { findInvitation } from "../queries/find-invitation";
import { invitations } from "../schema/accounts";
import { editors } from "../schema/editors";
import { auditedEditor, lookUpEditor, refuse } from "./lookup-editor";
import { mutation } from "./mutation";
import { setPassword } from "./set-password";

/** The site itself: in its name stands what happens before anyone is signed in. */
export const site: Editor = { id: "site", role: "system" };

const takeUp = mutation(
  "admit",
  "accept_invitation",
  z.object({ tokenSha256: z.string(), name: nameInput, hashed: z.string() }),
  async (tx, { tokenSha256, name, hashed }) => {
    const [used] = await tx
      .update(invitations)
      .set({ usedAt: sql`now()` })
      .where(
        and(
          eq(invitations.tokenSha256, tokenSha256),
          isNull(invitations.usedAt),
          gt(invitations.expiresAt, sql`now()`),
        ),
      )
      .returning();
    if (!used) throw refuse("token", "void");
    const before = await lookUpEditor(tx, used.editorId);
    if (before.disabledAt !== null) throw refuse("token", "void");
    const { id } = before;
    const [after] = await tx
      .update(editors)
      // Whoever opened the link an admin handed to this address is taken to hold it.
      .set({ name, emailVerified: true, updatedAt: new Date() })
      .where(eq(editors.id, id))
      .returning();
    await setPassword(tx, id, hashed);
    const value = { editorId: id, email: before.email! }; // only accounts with an email are invited
    return {
      value,
      entity: `editor:${id}`,
      before: auditedEditor(before),
      after: auditedEditor(after!),
    };
  },
);

/**
 * Chooses a password by a link, once. A second factor stays: `forgetSecondFactor` is for who has lost theirs.
 *
 * @returns whose account it is; refused as `token: void`, or `password:` with its problem
 */
export async function acceptInvitation(
  db: Db,
  { token, name, password }: { token: string; name: string; password: string },
): Promise<Result<{ editorId: string; email: string }, Refusal>> {
  const invitation = await findInvitation(db, token);
  if (invitation === null) return refused({ kind: "invalid", fields: { token: ["void"] } });
  const problem = passwordProblem(password, invitation.email);
  if (problem !== null) return refused({ kind: "invalid", fields: { password: [problem] } });
  const hashed = await hashPassword(password); // outside the transaction: it takes its time
  return takeUp(db, site, { tokenSha256: sha256(token), name, hashed });
}
