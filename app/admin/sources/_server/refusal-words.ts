import { getLocale } from "next-intl/server";
import type { Refusal } from "@/domain/result";
import { deskMessagesOf } from "@/messages/desk";

/** Why something was refused, in the language of the desk; what is wrong by field in the validator's own words. */
export async function refusalWords(refusal: Refusal): Promise<string> {
  const { reason } = deskMessagesOf(await getLocale()).reading;
  if (refusal.kind === "invalid")
    return [reason.invalid, ...new Set(Object.values(refusal.fields).flat())].join(" ");
  return refusal.kind === "exists" ? reason.conflict : reason[refusal.kind];
}
