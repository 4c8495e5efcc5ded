import { and, eq, or, type SQL, sql } from "drizzle-orm";
import { anchors, figures } from "../schema/figures";

/** Joins an anchor to its figure where it belongs to what readers see of it or to its draft: neither old nor retracted. */
export const liveFigures: SQL = or(
  and(
    eq(anchors.revisionId, figures.publishedRevisionId),
    sql`not exists (
    select from publications ended where ended.figure_id = ${figures.id}
      and ended.known_to_rev = 9007199254740991 and ended.status = 'retracted')`,
  ),
  eq(anchors.revisionId, figures.draftRevisionId),
)!;
