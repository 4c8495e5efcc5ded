import { and, eq, gt, sql } from "drizzle-orm";
import type { Db } from "../client";
import { sessions } from "../schema/accounts";

/** Whether a session goes on. @param token as it is kept: its sha256 */
export async function sessionIsOpen(db: Pick<Db, "select">, token: string): Promise<boolean> {
  const found = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.token, token), gt(sessions.expiresAt, sql`now()`)));
  return found.length > 0;
}
