import type { Reader } from "../client";
import { auditHead } from "../schema/audit-chain";

/**
 * A number that grows with every write of any kind: the length of the chain over the audit, which the database adds to
 * at commit and in the order of the commits. What was read under one number is what it was for as long as that stands.
 */
export async function currentState(db: Reader): Promise<number> {
  const [head] = await db.select({ position: auditHead.position }).from(auditHead);
  return head?.position ?? 0;
}
