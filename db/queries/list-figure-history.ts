import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import type { HistoryEntry, PublicationSpan } from "@/domain/draft";
import { diffFigures } from "@/domain/merge-drafts";
import type { Reader } from "../client";
import { editors } from "../schema/editors";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { openEnd, publications } from "../schema/publications";
import { overridesOf, reviewsOf } from "./draft-rows";
import { figureInputsOf } from "./figure-inputs";

export type HistoryPage = {
  readonly entries: readonly HistoryEntry[];
  /** What to give as `before` for earlier revisions; null at the first. */
  readonly next: number | null;
};

/** Every revision of a figure, the newest first: who saved it, when and why, and what reviewers and readers saw of it. */
export async function listFigureHistory(
  db: Reader,
  publicId: string,
  { before, size = 100 }: { before?: number | null; size?: number } = {},
): Promise<HistoryPage> {
  const rows = await db
    .select({ revision: revisions, author: { id: editors.id, name: editors.name } })
    .from(revisions)
    .innerJoin(figures, eq(figures.id, revisions.figureId))
    .innerJoin(editors, eq(editors.id, revisions.authorId))
    .where(and(eq(figures.publicId, publicId), before == null ? undefined : lt(revisions.number, before)))
    .orderBy(desc(revisions.number))
    .limit(size + 1); // one more: the last of the page is compared with it
  const ids = rows.map(({ revision }) => revision.id);
  const inputs = await figureInputsOf(db, ids);
  const given = await overridesOf(db, ids);
  const words = await reviewsOf(db, ids);
  const spans = await spansOf(db, ids);
  const page = rows.slice(0, size);
  const entries = page.map(({ revision, author }, index) => {
    const { id, number, change, changeReason, createdAt: savedAt } = revision;
    const figure = inputs.get(id)!; // asked for above
    const earlier = inputs.get(rows[index + 1]?.revision.id ?? -1);
    return {
      ...{ number, change, changeReason, author, savedAt, figure },
      changes: earlier === undefined ? [] : diffFigures(earlier, figure),
      overrides: given.get(id) ?? [],
      reviews: words.get(id) ?? [],
      publications: spans.get(id) ?? [],
    };
  });
  return { entries, next: rows.length > size ? page.at(-1)!.revision.number : null };
}

async function spansOf(db: Reader, revisionIds: readonly number[]): Promise<Map<number, PublicationSpan[]>> {
  const found = new Map<number, PublicationSpan[]>();
  if (revisionIds.length === 0) return found;
  const rows = await db
    .select({ publication: publications, by: { id: editors.id, name: editors.name } })
    .from(publications)
    .leftJoin(editors, eq(editors.id, publications.editorId))
    .where(inArray(publications.revisionId, [...revisionIds]))
    .orderBy(sql`${publications.knownFromRev}`);
  for (const { publication, by } of rows) {
    const {
      revisionId,
      status,
      route,
      knownFromRev: from,
      knownToRev,
      publishedAt: at,
      reason,
    } = publication;
    const to = knownToRev === openEnd ? null : knownToRev;
    found.set(revisionId, [...(found.get(revisionId) ?? []), { status, route, from, to, at, by, reason }]);
  }
  return found;
}
