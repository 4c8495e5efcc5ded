import type { Db } from "@/db/client";
import { setReview } from "@/db/mutations/set-review";

type Variables = Record<string, string | undefined>;

/**
 * What the environment says about review: `off` for a lone editor's instance, `on`, or null where it says nothing and
 * the seeds decide. @throws one sentence naming the variable, for anything else
 */
export function readReviewSetting(env: Variables = process.env): "on" | "off" | null {
  const stated = env.REVIEW?.trim().toLowerCase() ?? "";
  if (stated === "") return null;
  if (stated === "on" || stated === "off") return stated;
  throw new Error("REVIEW must be on or off, or be empty.");
}

/** Brings the collection to what the environment says of review, or else the seeds. Call it inside `withSetupLock`. */
export async function applyReviewSetting(
  db: Db,
  ofSeeds: "off" | undefined,
  report: (line: string) => void,
): Promise<void> {
  const review = (readReviewSetting() ?? ofSeeds) === "off" ? "off" : null;
  const set = await setReview(db, { id: "seeds", role: "system" }, { review });
  if (!set.ok) throw new Error(`REVIEW could not be set: ${set.refusal.kind}`);
  if (review === "off") report("review is off: figures are published without a second person");
}
