import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Cursor } from "@/domain/cursor";
import type { CheckedDraft } from "@/domain/draft";
import type { Reader } from "../client";
import { figures } from "../schema/figures";
import { draftRows, toDrafts } from "./draft-rows";
import { checked } from "./find-draft";

export type QueuePage = {
  readonly drafts: readonly CheckedDraft[];
  /** What to give as `after` for those submitted later; null at the end. */
  readonly next: Pick<Cursor, "key" | "id"> | null;
};

/**
 * Submitted drafts, the longest wait first: each beside what is published, with what the validator finds among
 * published figures now and the reasons given for warnings.
 */
export async function listReviewQueue(
  db: Reader,
  { after, size }: { after?: Pick<Cursor, "key" | "id"> | null; size: number },
): Promise<QueuePage> {
  const publicId = sql`${figures.publicId} collate "C"`;
  const later =
    after == null
      ? undefined
      : sql`(${figures.submittedAt}, ${publicId}) > (${after.key}::timestamptz, ${after.id}::text collate "C")`;
  const rows = await draftRows(db)
    .where(and(eq(figures.status, "in_review"), isNotNull(figures.submittedAt), later))
    .orderBy(figures.submittedAt, publicId)
    .limit(size + 1);
  const page = rows.slice(0, size);
  const last = page.at(-1);
  const drafts: CheckedDraft[] = [];
  for (const draft of await toDrafts(db, page)) drafts.push(await checked(db, draft, "published"));
  const more = rows.length > size && last !== undefined;
  return { drafts, next: more ? { key: last.submitted!, id: last.figure.publicId } : null };
}
