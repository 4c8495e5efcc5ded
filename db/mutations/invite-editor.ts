import { randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { emailInput, nameInput, personRoles } from "@/domain/account";
import { sha256 } from "../accounts/hash-tokens";
import { invitations } from "../schema/accounts";
import { editors } from "../schema/editors";
import { auditedEditor, lookUpEditor, refuse } from "./lookup-editor";
import { mutation, type Writer } from "./mutation";

/** An account made for someone, or one they have lost the password of, and the token that opens it once. */
export type Invitation = { readonly editorId: string; readonly token: string };

const daysToAccept = 7;

/** Makes an account for someone and a link for them to choose their password. */
export const inviteEditor = mutation(
  "manage_editors",
  "invite_editor",
  z.object({ email: emailInput, role: z.enum(personRoles), name: nameInput.optional() }),
  async (tx, { email, role, name = email.split("@")[0]! }, editor) => {
    const id = randomBytes(9).toString("base64url");
    const made = await tx
      .insert(editors)
      .values({ id, name, email, role })
      .onConflictDoNothing({ target: editors.email })
      .returning();
    if (made.length === 0) throw refuse("email", "taken");
    const token = await makeLink(tx, id, editor.id);
    return { value: { editorId: id, token }, entity: `editor:${id}`, after: auditedEditor(made[0]!) };
  },
);

/** Makes a new link for someone to choose a password by. Earlier links are void. */
export const renewInvitation = mutation(
  "manage_editors",
  "renew_invitation",
  z.object({ editorId: z.string() }),
  async (tx, { editorId }, editor) => {
    const found = await lookUpEditor(tx, editorId);
    if (found.disabledAt !== null) throw refuse("editor", "disabled");
    const token = await makeLink(tx, editorId, editor.id);
    return { value: { editorId, token }, entity: `editor:${editorId}`, after: auditedEditor(found) };
  },
);

async function makeLink(tx: Writer, editorId: string, invitedBy: string): Promise<string> {
  await voidLinks(tx, editorId);
  const token = randomBytes(32).toString("base64url");
  const expiresAt = sql`now() + ${daysToAccept} * interval '1 day'`;
  await tx.insert(invitations).values({ tokenSha256: sha256(token), editorId, invitedBy, expiresAt });
  return token;
}

/** No link made before now opens anything. */
export async function voidLinks(tx: Writer, editorId: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(invitations.editorId, editorId), isNull(invitations.usedAt)));
}
