import { and, eq, isNull, ne } from "drizzle-orm";
import type { Db } from "../client";
import { editors } from "../schema/editors";

/** Whether this is a person whose account has not been disabled. */
export async function maySignIn(db: Pick<Db, "select">, editorId: string): Promise<boolean> {
  const found = await db
    .select({ id: editors.id })
    .from(editors)
    .where(and(eq(editors.id, editorId), ne(editors.role, "system"), isNull(editors.disabledAt)));
  return found.length > 0;
}
