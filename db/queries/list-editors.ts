import { and, asc, desc, eq, exists, gt, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { ListedEditor, ListedSession, PersonRole } from "@/domain/account";
import type { Reader } from "../client";
import { credentials, invitations, sessions } from "../schema/accounts";
import { editors } from "../schema/editors";

/** Everyone with an account, by name. */
export async function listEditors(db: Reader): Promise<ListedEditor[]> {
  const alive = and(eq(sessions.editorId, editors.id), gt(sessions.expiresAt, sql`now()`));
  const rows = await db
    .select({
      id: editors.id,
      name: editors.name,
      email: editors.email,
      role: editors.role,
      disabledAt: editors.disabledAt,
      twoFactor: editors.twoFactorEnabled,
      rowVersion: editors.rowVersion,
      hasPassword: exists(
        db.select({ one: sql`1` }).from(credentials).where(eq(credentials.editorId, editors.id)),
      ).mapWith(Boolean),
      sessions: sql`(select count(*) from ${sessions} where ${alive})`.mapWith(Number),
      lastSeen: sql<string | null>`(select max(${sessions.updatedAt}) from ${sessions} where ${alive})`,
      linkUntil: sql<string | null>`(select max(${invitations.expiresAt}) from ${invitations}
        where ${invitations.editorId} = ${editors.id} and ${invitations.usedAt} is null
          and ${invitations.expiresAt} > now())`,
    })
    .from(editors)
    .where(and(ne(editors.role, "system"), isNotNull(editors.email)))
    .orderBy(asc(sql`lower(${editors.name})`), asc(editors.id));
  return rows.map(({ disabledAt, hasPassword, email, lastSeen, linkUntil, ...row }) => ({
    ...row,
    email: email!, // asked for above
    role: row.role as PersonRole, // asked for above
    state: disabledAt !== null ? "disabled" : hasPassword ? "active" : "invited",
    lastSeen: lastSeen === null ? null : new Date(lastSeen),
    linkUntil: linkUntil === null ? null : new Date(linkUntil),
  }));
}

/** Whether anyone can sign in, or has a link to. Without, the desk says how to make the first account. */
export async function anyoneInvited(db: Reader): Promise<boolean> {
  const found = await db
    .select({ id: editors.id })
    .from(editors)
    .where(and(isNotNull(editors.email), isNull(editors.disabledAt)))
    .limit(1);
  return found.length > 0;
}

/** Where someone is signed in, the newest first. */
export async function listSessions(db: Reader, editorId: string): Promise<ListedSession[]> {
  return db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeen: sessions.updatedAt,
      userAgent: sessions.userAgent,
      ipAddress: sessions.ipAddress,
    })
    .from(sessions)
    .where(and(eq(sessions.editorId, editorId), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.createdAt), asc(sessions.id));
}
