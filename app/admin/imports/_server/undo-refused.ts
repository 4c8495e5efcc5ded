import { fill, fillPlural } from "@/domain/format";
import type { Refusal } from "@/domain/result";
import type { Locale } from "@/domain/vocabulary";
import { importMessagesOf } from "@/messages/imports";
import { refusalSaid } from "../../_server/refusal-said";

/** Why an import was not taken back: what of it is, or was, before readers, and what others went on from. */
export function undoRefused(refusal: Refusal, locale: Locale): string {
  const { undo } = importMessagesOf(locale).after;
  const standing = refusal.kind === "conflict" ? refusal.standing : undefined;
  if (standing === undefined) return refusalSaid(refusal, locale);
  const why = (["published", "builtUpon"] as const)
    .filter((one) => standing[one] > 0)
    .map((one) => fillPlural(undo[one], standing[one], locale));
  return fill(undo.cannot, { why: why.join(", ") });
}
