import { and, desc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import type { Editor } from "@/domain/permission";
import { isToken, type ListedToken } from "@/domain/token";
import type { TokenScope } from "@/domain/vocabulary";
import { sha256 } from "../accounts/hash-tokens";
import type { Reader } from "../client";
import { editors } from "../schema/editors";
import { tokens } from "../schema/tokens";

/** What still opens something: neither revoked nor run out. */
export const tokenIsAlive = and(
  isNull(tokens.revokedAt),
  or(isNull(tokens.expiresAt), gt(tokens.expiresAt, sql`now()`)),
);

/** The tokens of someone that still open something, the newest first. */
export const listTokens = (db: Reader, editorId: string): Promise<ListedToken[]> =>
  db
    .select({
      id: tokens.id,
      name: tokens.name,
      hint: tokens.hint,
      scopes: tokens.scopes,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      lastUsedAt: tokens.lastUsedAt,
    })
    .from(tokens)
    .where(and(eq(tokens.editorId, editorId), tokenIsAlive))
    .orderBy(desc(tokens.id));

/** In whose name a token speaks. */
export type TokenHolder = {
  readonly tokenId: number;
  readonly editor: Editor;
  /** Whether they sign in with a second step. */
  readonly twoFactor: boolean;
  readonly scopes: readonly TokenScope[];
};

/** Whose token it is, as they stand now; null where it opens nothing: not ours, revoked, run out, its owner shut out. */
export async function findTokenHolder(db: Reader, token: string): Promise<TokenHolder | null> {
  if (!isToken(token)) return null;
  const [found] = await db
    .select({
      tokenId: tokens.id,
      id: editors.id,
      role: editors.role,
      twoFactor: editors.twoFactorEnabled,
      scopes: tokens.scopes,
    })
    .from(tokens)
    .innerJoin(editors, eq(editors.id, tokens.editorId))
    .where(
      and(
        eq(tokens.tokenSha256, sha256(token)),
        tokenIsAlive,
        isNull(editors.disabledAt),
        ne(editors.role, "system"),
      ),
    );
  if (found === undefined) return null;
  const { tokenId, id, role, twoFactor, scopes } = found;
  return { tokenId, editor: { id, role }, twoFactor, scopes };
}
