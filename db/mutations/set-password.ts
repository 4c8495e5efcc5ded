import { randomBytes } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import { credentials, sessions } from "../schema/accounts";
import type { Writer } from "./mutation";

/**
 * Gives an editor a new password and ends their sessions, but for the one they are changing it in: whoever else knew
 * the old password is out.
 */
export async function setPassword(
  tx: Writer,
  editorId: string,
  hashed: string,
  keptSession?: string,
): Promise<void> {
  const id = randomBytes(12).toString("base64url");
  await tx
    .insert(credentials)
    .values({ id, editorId, accountId: editorId, providerId: "credential", password: hashed })
    .onConflictDoUpdate({
      target: [credentials.providerId, credentials.editorId],
      set: { password: hashed, updatedAt: new Date() },
    });
  const others = keptSession === undefined ? undefined : ne(sessions.id, keptSession);
  await tx.delete(sessions).where(and(eq(sessions.editorId, editorId), others));
}
