import { and, eq } from "drizzle-orm";
import type { Db } from "../client";
import { credentials } from "../schema/accounts";
import { editors } from "../schema/editors";
import { verifyPassword } from "./password";

/** The email of an editor who shows once more that they know their password; null where they do not. */
export async function emailByPassword(db: Db, editorId: string, password: string): Promise<string | null> {
  const [found] = await db
    .select({ email: editors.email, hashed: credentials.password })
    .from(editors)
    .innerJoin(credentials, eq(credentials.editorId, editors.id))
    .where(and(eq(editors.id, editorId), eq(credentials.providerId, "credential")));
  return found?.email && (await verifyPassword(found.hashed, password)) ? found.email : null;
}
