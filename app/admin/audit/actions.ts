"use server";

import { getLocale } from "next-intl/server";
import type { ChainState } from "@/components/admin/audit/chain-check";
import { hasLeave } from "@/db/mutations/leave";
import { checkAuditChain } from "@/db/queries/check-audit-chain";
import { fill, fillPlural } from "@/domain/format";
import { deskMessagesOf } from "@/messages/desk";
import { reader } from "../../_server/database";
import { requireEditor } from "../../_server/editor";
import { refusalSaid } from "../_server/refusal-said";

/** Makes every hash of the audit again, and says whether they are those that were kept. */
export async function checkChain(): Promise<ChainState> {
  const [editor, locale] = [await requireEditor(), await getLocale()];
  if (!hasLeave(editor, "read_audit", "check_audit_chain"))
    return { said: refusalSaid({ kind: "forbidden" }, locale), hash: null };
  const words = deskMessagesOf(locale).audit;
  const check = await checkAuditChain(await reader());
  if (check.sound) return { said: fillPlural(words.sound, check.lines, locale), hash: check.hash };
  const said = check.seq === null ? words.broken.end : fill(words.broken[check.why], { seq: check.seq });
  return { said, hash: null };
}
