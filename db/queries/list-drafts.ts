import { and, desc, eq, lt, ne } from "drizzle-orm";
import type { Draft } from "@/domain/draft";
import type { Reader } from "../client";
import { figures, figureRevisions as revisions } from "../schema/figures";
import { draftRows, toDrafts } from "./draft-rows";

export type DraftPage = {
  readonly drafts: readonly Draft[];
  /** What to give as `before` for the drafts saved earlier; null at the end. */
  readonly next: number | null;
};

/** Drafts that wait for an editor to go on, the newest save first: those sent back carry the reviewer's comment. */
export async function listDrafts(
  db: Reader,
  { authorId, before, size }: { authorId?: string; before?: number | null; size: number },
): Promise<DraftPage> {
  const rows = await draftRows(db)
    .where(
      and(
        ne(figures.status, "in_review"),
        authorId === undefined ? undefined : eq(revisions.authorId, authorId),
        before == null ? undefined : lt(revisions.id, before),
      ),
    )
    .orderBy(desc(revisions.id))
    .limit(size + 1);
  const page = rows.slice(0, size);
  return {
    drafts: await toDrafts(db, page),
    next: rows.length > size ? page.at(-1)!.revision.id : null, // a full page has a last row
  };
}
