import type { Refusal, Result } from "@/domain/result";

/** A step that was refused: nothing of it was done. */
export class StepRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusalSaid(refusal));
  }
}

/** The value of a step. @throws {StepRefused} saying why in a plain sentence */
export function given<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new StepRefused(result.refusal);
  return result.value;
}

function refusalSaid(refusal: Refusal): string {
  switch (refusal.kind) {
    case "forbidden":
      return refusal.rule === "reviewer_is_not_the_author"
        ? "Nobody approves their own work: name another person with --as."
        : "This person's role may not do that.";
    case "exists":
      return `It is there already: ${refusal.slug}.`;
    case "conflict":
      return refusal.standing === undefined
        ? "Somebody else is at work on it, or has changed it meanwhile. Try again."
        : `It cannot be taken back as a whole: ${refusal.standing.published} of its figures are or were before readers, ${refusal.standing.builtUpon} were changed or replaced since.`;
    case "invalid":
      return Object.entries(refusal.fields)
        .map(([field, said]) => `${field}: ${said.join(", ")}`)
        .join("\n");
  }
}
