import { eq } from "drizzle-orm";
import { z } from "zod";
import { personRoles } from "@/domain/account";
import { editors } from "../schema/editors";
import { auditedEditor, lookUpEditor, refuse, unlessRule } from "./lookup-editor";
import { mutation, Refused } from "./mutation";

/** Gives someone another role, from their next request on. The last admin who can sign in stays one. */
export const changeRole = mutation(
  "manage_editors",
  "change_role",
  z.object({ editorId: z.string(), rowVersion: z.number().int(), role: z.enum(personRoles) }),
  async (tx, { editorId, rowVersion, role }) => {
    const before = await lookUpEditor(tx, editorId);
    if (before.rowVersion !== rowVersion) throw new Refused({ kind: "conflict" });
    if (before.role === role) return { value: editorId, unchanged: true };
    const [after] = await unlessRule(tx, "last_admin_stays", refuse("role", "last_admin"), (inner) =>
      inner
        .update(editors)
        .set({ role, rowVersion: rowVersion + 1, updatedAt: new Date() })
        .where(eq(editors.id, editorId))
        .returning(),
    );
    return {
      value: editorId,
      entity: `editor:${editorId}`,
      before: auditedEditor(before),
      after: auditedEditor(after!),
    };
  },
);
