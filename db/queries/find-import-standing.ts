import { sql } from "drizzle-orm";
import type { Reader } from "../client";

/** How many figures of an import stand where. */
export type ImportStanding = {
  readonly draft: number;
  readonly in_review: number;
  readonly published: number;
  readonly retracted: number;
  /** Drafts that were laid aside, and figures that were written anew since. */
  readonly gone: number;
  /** Of the drafts: those that stand in a row of the table, which no reason gets past. */
  readonly held: number;
};

/** How the figures that an import wrote stand now, as far as they are still what it wrote. */
export async function findImportStanding(db: Reader, publicId: string): Promise<ImportStanding> {
  const rows = await db.execute<{ standing: keyof ImportStanding; held: boolean; count: number }>(sql`
    with written as (
      select case
        when f.draft_revision_id = r.revision_id then case f.status when 'in_review' then 'in_review' else 'draft' end
        when f.published_revision_id = r.revision_id then f.status::text
        else 'gone' end as standing,
        exists (
          select 1 from anchors a
          where a.revision_id = r.revision_id and a.mention = 0 and not is_shown_anchor(a)
        ) as held
      from import_rows r
      join imports i on i.id = r.import_id
      join figures f on f.id = r.figure_id
      where i.public_id = ${publicId}
    )
    select standing, held, count(*)::int as count from written group by standing, held`);
  const standing = { draft: 0, in_review: 0, published: 0, retracted: 0, gone: 0, held: 0 };
  for (const { standing: where, held, count } of rows) {
    standing[where] += count;
    if (held && where === "draft") standing.held += count;
  }
  return standing;
}
