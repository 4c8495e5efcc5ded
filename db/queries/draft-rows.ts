import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Draft, Override, Review } from "@/domain/draft";
import { diffFigures } from "@/domain/merge-drafts";
import type { Reader } from "../client";
import { editors } from "../schema/editors";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { overrides } from "../schema/overrides";
import { reviews } from "../schema/publications";
import { figureInputsOf } from "./figure-inputs";

/** Figures that have a draft, with who wrote it; conditions, order and limit are the caller's. */
export const draftRows = (db: Reader) =>
  db
    .select({
      figure: figures,
      revision: revisions,
      author: { id: editors.id, name: editors.name },
      submitted: sql<string | null>`${figures.submittedAt}::text`.as("submitted"),
    })
    .from(figures)
    .innerJoin(revisions, eq(revisions.id, figures.draftRevisionId))
    .innerJoin(editors, eq(editors.id, revisions.authorId))
    .$dynamic();

export type DraftRow = Awaited<ReturnType<typeof draftRows>>[number];

/** Rows as the desk knows them, in the same order. */
export async function toDrafts(db: Reader, rows: readonly DraftRow[]): Promise<Draft[]> {
  const ids = rows.flatMap(({ revision, figure }) => [
    revision.id,
    figure.publishedRevisionId ?? revision.id,
  ]);
  const inputs = await figureInputsOf(db, ids);
  const given = await overridesOf(db, ids);
  const words = await lastReviews(
    db,
    rows.map(({ figure }) => figure.id),
  );
  return rows.map(({ figure, revision, author }) => {
    const { publicId, rowVersion, status, submittedAt, publishedRevisionId } = figure;
    const { number, change, changeReason, createdAt: savedAt } = revision;
    const draft = inputs.get(revision.id)!; // asked for above
    const published = publishedRevisionId === null ? null : inputs.get(publishedRevisionId)!;
    const last = words.get(figure.id);
    return {
      ...{ publicId, rowVersion, status, submittedAt, number, author, change, changeReason, savedAt },
      figure: draft,
      published,
      changes: published === null ? [] : diffFigures(published, draft),
      overrides: given.get(revision.id) ?? [],
      sentBack: last?.decision === "send_back" ? last : null,
    };
  });
}

/** Why warnings were gone past, by the key of the revision. */
export async function overridesOf(
  db: Reader,
  revisionIds: readonly number[],
): Promise<Map<number, Override[]>> {
  const found = new Map<number, Override[]>();
  if (revisionIds.length === 0) return found;
  const rows = await db
    .select({ override: overrides, by: { id: editors.id, name: editors.name } })
    .from(overrides)
    .innerJoin(editors, eq(editors.id, overrides.editorId))
    .where(inArray(overrides.revisionId, [...revisionIds]))
    .orderBy(sql`${overrides.rule} collate "C"`);
  for (const { override, by } of rows) {
    const { revisionId, rule, reason, createdAt: at } = override;
    found.set(revisionId, [...(found.get(revisionId) ?? []), { rule, reason, by, at }]);
  }
  return found;
}

const reviewRows = (db: Reader) =>
  db
    .select({ review: reviews, figureId: revisions.figureId, by: { id: editors.id, name: editors.name } })
    .from(reviews)
    .innerJoin(revisions, eq(revisions.id, reviews.revisionId))
    .innerJoin(editors, eq(editors.id, reviews.reviewerId))
    .$dynamic();

const toReview = ({ review, by }: Awaited<ReturnType<typeof reviewRows>>[number]): Review => ({
  decision: review.decision,
  comment: review.comment,
  by,
  at: review.createdAt,
});

/** Every word of reviewers on revisions, oldest first, by the key of the revision. */
export async function reviewsOf(db: Reader, revisionIds: readonly number[]): Promise<Map<number, Review[]>> {
  const found = new Map<number, Review[]>();
  if (revisionIds.length === 0) return found;
  const rows = await reviewRows(db)
    .where(inArray(reviews.revisionId, [...revisionIds]))
    .orderBy(reviews.id);
  for (const row of rows) {
    const { revisionId } = row.review;
    found.set(revisionId, [...(found.get(revisionId) ?? []), toReview(row)]);
  }
  return found;
}

/** The newest word on each figure, whichever of its revisions it was about. */
async function lastReviews(db: Reader, figureIds: readonly number[]): Promise<Map<number, Review>> {
  const found = new Map<number, Review>();
  if (figureIds.length === 0) return found;
  const later = sql`exists (select 1 from reviews later join figure_revisions of on of.id = later.revision_id
    where of.figure_id = ${revisions.figureId} and later.id > ${reviews.id})`;
  const isLast: SQL = and(inArray(revisions.figureId, [...figureIds]), sql`not ${later}`)!;
  for (const row of await reviewRows(db).where(isLast).orderBy(desc(reviews.id)))
    found.set(row.figureId, toReview(row));
  return found;
}
