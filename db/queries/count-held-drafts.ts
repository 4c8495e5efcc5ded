import { sql } from "drizzle-orm";
import type { Reader } from "../client";

/**
 * Drafts of an import that stand in a row of its table where readers are shown no rows: this collection publishes
 * none, or the table has no address. No reason gets them past review.
 */
export async function countHeldDrafts(db: Reader, publicId: string): Promise<number> {
  const [row] = await db.execute<{ count: number }>(sql`
    select count(*)::int as count
    from import_rows r
    join imports i on i.id = r.import_id
    join figures f on f.id = r.figure_id and f.draft_revision_id = r.revision_id and f.status <> 'in_review'
    join anchors a on a.revision_id = r.revision_id and a.mention = 0
    join source_versions v on v.id = a.source_version_id
    join sources s on s.id = v.source_id
    where i.public_id = ${publicId} and a.record_id is not null
      and (s.url is null or (select settings ->> 'records' from collection) is distinct from 'published')`);
  return row!.count; // a count is always there
}
