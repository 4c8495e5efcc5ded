import { failureText, type ImportFailure, Stopped, type Work } from "@/domain/import/failure";
import type { Editor } from "@/domain/permission";
import type { Refusal, Result } from "@/domain/result";
import { isAway } from "../away";
import type { Db } from "../client";
import type { BegunImport } from "./work-on-import";
import { beatImport, endImport } from "./work-on-import";

/** Thrown out of a piece of work whose verb was refused; `refusal` is what its caller answers. */
export class WorkRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.kind);
  }
}

/** The value of a verb of the work; refused, the work ends there. */
export function given<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new WorkRefused(result.refusal);
  return result.value;
}

const betweenBeats = 2000;

/** Gives signs of life, at most one every two seconds. */
export function heart(db: Db, editor: Editor, { publicId, rowVersion }: BegunImport): () => Promise<void> {
  let last = Date.now();
  return async () => {
    if (Date.now() - last < betweenBeats) return;
    last = Date.now();
    given(await beatImport(db, editor, { publicId, rowVersion }));
  };
}

/**
 * Lays work that broke off out of hand, as failed and why. What was written stays, and is listed with the import. Where
 * somebody else has taken the work up, or the database is away, there is nothing to lay down: the first error counts.
 */
export async function layDownFailed(
  db: Db,
  editor: Editor,
  work: BegunImport,
  error: unknown,
): Promise<void> {
  const { publicId, rowVersion } = work;
  const failure = failureText(failureOf(error, work.work));
  try {
    await endImport(db, editor, { publicId, rowVersion, state: "failed", failure });
  } catch (second) {
    console.error(`The import ${publicId} could not be marked as failed:`, second);
  }
}

/** Why work ended: what a verb refused, what an error knows of it, or else what it says of itself. */
export function failureOf(error: unknown, work: Work = "importing"): ImportFailure {
  if (error instanceof WorkRefused) return { kind: "refused", work, refusal: error.refusal };
  if (error instanceof Stopped) return error.failure;
  return isAway(error) ? { kind: "away" } : { kind: "broke", said: reasonOf(error) };
}

/** The rule the database named, or what the error says of itself. */
function reasonOf(error: unknown): string {
  const cause = (error as { cause?: unknown } | null)?.cause;
  const said =
    cause instanceof Error ? cause.message : error instanceof Error ? error.message : String(error);
  return said.trim() || "It stopped without a reason.";
}
