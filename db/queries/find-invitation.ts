import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { sha256 } from "../accounts/hash-tokens";
import type { Reader } from "../client";
import { invitations } from "../schema/accounts";
import { editors } from "../schema/editors";

/** Whose account a link opens; null for one that is used, too old or made up. */
export async function findInvitation(
  db: Reader,
  token: string,
): Promise<{ name: string; email: string } | null> {
  const [found] = await db
    .select({ name: editors.name, email: editors.email })
    .from(invitations)
    .innerJoin(editors, eq(editors.id, invitations.editorId))
    .where(
      and(
        eq(invitations.tokenSha256, sha256(token)),
        isNull(invitations.usedAt),
        gt(invitations.expiresAt, sql`now()`),
        isNull(editors.disabledAt),
      ),
    );
  return found?.email ? { name: found.name, email: found.email } : null;
}
