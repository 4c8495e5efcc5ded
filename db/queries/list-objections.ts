import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { OpenObjection } from "@/domain/objection";
import type { Reader } from "../client";
import { figureRevisions, figures } from "../schema/figures";
import { objections } from "../schema/objections";

/** The number of the revision of its figure that readers see now, or saw when it was retracted. */
const current = sql<number>`(
  select now_shown.number from publications shown join figure_revisions now_shown on now_shown.id = shown.revision_id
  where shown.figure_id = ${objections.figureId} and shown.known_to_rev = 9007199254740991)`;

/**
 * Objections that wait for an answer, the longest wait first, with the emails readers left: for those who may answer.
 * `after` is the id of the last one of the page before.
 */
export async function listObjections(
  db: Reader,
  { after, size }: { after: number | null; size: number },
): Promise<{ objections: OpenObjection[]; next: number | null }> {
  const rows = await db
    .select({
      objection: objections,
      figureId: figures.publicId,
      seen: figureRevisions.number,
      current: current.as("current"),
    })
    .from(objections)
    .innerJoin(figures, eq(figures.id, objections.figureId))
    .innerJoin(figureRevisions, eq(figureRevisions.id, objections.revisionId))
    .where(and(eq(objections.outcome, "open"), after === null ? undefined : gt(objections.id, after)))
    .orderBy(asc(objections.id))
    .limit(size + 1);
  const page = rows.slice(0, size).map(({ objection, figureId, seen, current }) => {
    const { id, asOf, about, shouldSay, words, email, locale, createdAt } = objection;
    return { id, figureId, seen, current, asOf, about, shouldSay, words, email, locale, createdAt };
  });
  return { objections: page, next: rows.length > size ? page.at(-1)!.id : null };
}

/** How many wait for an answer. */
export const countObjections = (db: Reader): Promise<number> =>
  db.$count(objections, eq(objections.outcome, "open"));
