import { z } from "zod";
import type { Editor } from "@/domain/permission";
import { type Refusal, type Result, refused } from "@/domain/result";
import { emailByPassword } from "../accounts/email-by-password";
import { hashPassword } from "../accounts/password";
import { passwordProblem } from "../accounts/password-problem";
import type { Db } from "../client";
import { voidLinks } from "./invite-editor";
import { mutation } from "./mutation";
import { setPassword } from "./set-password";

const replace = mutation(
  "keep_account",
  "change_password",
  z.object({ hashed: z.string(), sessionId: z.string() }),
  async (tx, { hashed, sessionId }, editor) => {
    await setPassword(tx, editor.id, hashed, sessionId);
    await voidLinks(tx, editor.id);
    return { value: null, entity: `editor:${editor.id}`, after: {} };
  },
);

type Passwords = { readonly current: string; readonly next: string; readonly sessionId: string };

/**
 * Changes one's own password, and ends one's other sessions.
 *
 * @returns refused as `current: wrong`, or `next:` with its problem
 */
export async function changePassword(
  db: Db,
  editor: Editor,
  { current, next, sessionId }: Passwords,
): Promise<Result<null, Refusal>> {
  const email = await emailByPassword(db, editor.id, current);
  if (email === null) return refused({ kind: "invalid", fields: { current: ["wrong"] } });
  const problem = passwordProblem(next, email);
  if (problem !== null) return refused({ kind: "invalid", fields: { next: [problem] } });
  return replace(db, editor, { hashed: await hashPassword(next), sessionId });
}
