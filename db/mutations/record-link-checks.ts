import { sql } from "drizzle-orm";
import { z } from "zod";
import { linkAnswers, linkKinds } from "@/domain/vocabulary";
import { linkChecks } from "../schema/links";
import { mutation } from "./mutation";

const url = z.string().min(1).max(8000);
const input = z.strictObject({
  checks: z
    .array(
      z.strictObject({
        sourceId: z.int().positive(),
        kind: z.enum(linkKinds),
        url,
        answer: z.enum(linkAnswers),
        status: z.int().min(100).max(599).nullable(),
        movedTo: url.nullable(),
        checkedAt: z.iso.datetime(),
      }),
    )
    .min(1)
    .max(500),
});

/** Notes how addresses of sources answered; of each the last word stands, and when it last was there. */
export const recordLinkChecks = mutation("admit", "record_link_checks", input, async (tx, { checks }) => {
  const rows = checks.map(({ checkedAt, ...check }) => {
    const at = new Date(checkedAt);
    const isThere = check.answer === "there" || check.answer === "moved";
    return { ...check, checkedAt: at, lastThereAt: isThere ? at : null };
  });
  const sameUrl = sql`case when ${linkChecks.url} = excluded.url then ${linkChecks.lastThereAt} end`;
  await tx
    .insert(linkChecks)
    .values(rows)
    .onConflictDoUpdate({
      target: [linkChecks.sourceId, linkChecks.kind],
      set: {
        url: sql`excluded.url`,
        answer: sql`excluded.answer`,
        status: sql`excluded.status`,
        movedTo: sql`excluded.moved_to`,
        checkedAt: sql`excluded.checked_at`,
        lastThereAt: sql`coalesce(excluded.last_there_at, ${sameUrl})`,
      },
    });
  const after = { asked: checks.length, answers: tally(checks.map(({ answer }) => answer)) };
  return { value: checks.length, entity: "links", after };
});

function tally(answers: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[answer] = (counts[answer] ?? 0) + 1;
  return counts;
}
