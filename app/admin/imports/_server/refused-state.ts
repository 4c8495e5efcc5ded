import { type SubmitState, unasked } from "@/components/admin/imports/submit-form";
import type { BatchWork, ImportFailure } from "@/domain/import/failure";
import type { Refusal } from "@/domain/result";
import type { Locale } from "@/domain/vocabulary";
import { importMessagesOf } from "@/messages/imports";
import { refusalSaid } from "../../_server/refusal-said";

/** Why a batch was not handed on, as its form has it; where reasons are wanting, for which rules. */
export function refusedState(refusal: Refusal, reasons: SubmitState["reasons"], locale: Locale): SubmitState {
  const asked = refusal.kind === "invalid" ? Object.keys(refusal.fields) : [];
  const rules = asked.flatMap((field) => /^reasons\.(\w+)$/.exec(field)?.[1] ?? []);
  const { reasonsNeeded } = importMessagesOf(locale).after;
  return { problem: rules.length > 0 ? reasonsNeeded : refusalSaid(refusal, locale), rules, reasons };
}

/** What came of the last try of a form, where it was this that was refused. */
export function stateAfter(failure: ImportFailure | null, work: BatchWork, locale: Locale): SubmitState {
  if (failure?.kind !== "refused" || failure.work !== work) return unasked;
  return refusedState(failure.refusal, failure.reasons ?? {}, locale);
}
