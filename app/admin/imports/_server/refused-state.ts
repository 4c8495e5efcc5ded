import { type SubmitState, unasked } from "@/components/admin/imports/submit-state";
import type { BatchWork, ImportFailure } from "@/domain/import/failure";
import type { Refusal } from "@/domain/result";

/** The rules that a refusal asks a reason for. */
export function rulesAsked(refusal: Refusal): string[] {
  const asked = refusal.kind === "invalid" ? Object.keys(refusal.fields) : [];
  return asked.flatMap((field) => /^reasons\.(\w+)$/.exec(field)?.[1] ?? []);
}

/** A form of a batch as it was left when nothing came of it: what it still asks, and the reasons that were typed. */
export function stateAfter(failure: ImportFailure | null, work: BatchWork): SubmitState {
  if (failure?.kind !== "refused" || failure.work !== work) return unasked;
  return { problem: null, rules: rulesAsked(failure.refusal), reasons: failure.reasons ?? {} };
}
