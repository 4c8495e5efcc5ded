import { database } from "@/app/_server/database";
import { secondStepRequired } from "@/app/_server/site-env";
import { hasLeave } from "@/db/mutations/leave";
import { useToken as noteUse } from "@/db/mutations/use-token";
import { findTokenHolder, type TokenHolder } from "@/db/queries/list-tokens";
import type { Permission } from "@/domain/permission";
import type { TokenScope } from "@/domain/vocabulary";
import { forbidden, unauthorized } from "./problem";

/**
 * In whose name a request is made: by its token alone, never by a cookie. An answer that refuses it where there is no
 * token, none that opens anything, or one that does not open this.
 */
export async function holderOf(
  { headers }: Request,
  scope: TokenScope,
  permission: Permission,
): Promise<TokenHolder | Response> {
  const given = headers.get("authorization");
  if (given === null) return unauthorized("This needs a token: Authorization: Bearer vb_…");
  const token = /^Bearer +(\S+)$/i.exec(given)?.[1];
  const { db } = await database();
  const holder = token === undefined ? null : await findTokenHolder(db, token);
  if (holder === null)
    return unauthorized("This token opens nothing: it is mistyped, revoked or has run out.", "invalid_token");
  if (!holder.scopes.includes(scope) || !hasLeave(holder.editor, permission, "use_token"))
    return forbidden("This token does not open this.");
  if (secondStepRequired() && !holder.twoFactor)
    return forbidden(
      "Whose token this is has yet to switch on the second step that this site asks of everyone.",
    );
  const { editor, tokenId } = holder;
  const noted = await noteUse(db, editor, { tokenId });
  if (!noted.ok) throw new Error("the use of a token could not be noted");
  return holder;
}
