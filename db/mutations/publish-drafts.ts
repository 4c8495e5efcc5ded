import { sql } from "drizzle-orm";
import type { publicationRoutes } from "@/domain/vocabulary";
import { inList } from "../queries/json-list";
import { figures } from "../schema/figures";
import { openEnd, publications } from "../schema/publications";
import { insertRows } from "./insert-rows";
import { Refused, type Writer } from "./mutation";

type Draft = { readonly id: number; readonly rowVersion: number; readonly revisionId: number };
type Publishing = {
  readonly revision: number;
  readonly route: (typeof publicationRoutes)[number];
  readonly editorId: string;
};

/** What `publishDraft` does, for many drafts by a handful of statements. @throws Refused conflict where one was saved since */
export async function publishDrafts(
  tx: Writer,
  drafts: readonly Draft[],
  { revision, route, editorId }: Publishing,
): Promise<void> {
  await showSentencesOf(
    tx,
    drafts.map(({ revisionId }) => revisionId),
  );
  const ids = inList(
    drafts.map(({ id }) => id),
    "int",
  );
  await tx.execute(sql`update ${publications} set known_to_rev = ${revision}
    where known_to_rev = ${openEnd} and figure_id in ${ids}`);
  const rows = drafts.map(({ id, revisionId }) => ({
    ...{ figureId: id, revisionId, status: "published" as const, route },
    ...{ knownFromRev: revision, editorId },
  }));
  await insertRows(tx, publications, rows);
  const saved = await tx.execute(sql`update ${figures} set status = 'published',
      published_revision_id = w."revisionId", draft_revision_id = null, submitted_at = null,
      row_version = ${figures.rowVersion} + 1
    from json_to_recordset(${JSON.stringify(drafts)}::json) w(id int, "rowVersion" int, "revisionId" int)
    where ${figures.id} = w.id and ${figures.rowVersion} = w."rowVersion" returning ${figures.id}`);
  if (saved.length < drafts.length) throw new Refused({ kind: "conflict" });
}

/**
 * Makes a passage of each sentence that no passage covers, and of those that cover one another only of the longest. A
 * row of a dataset needs none: it is shown as it is.
 */
const showSentencesOf = (tx: Writer, revisionIds: readonly number[]) =>
  tx.execute(sql`
    with uncovered as (
      select distinct a.source_version_id as version, a.sentence_start as "from", a.sentence_end as "to"
      from anchors a
      where a.revision_id in ${inList(revisionIds, "int")} and a.record_id is null and not exists (
        select from passages p where p.source_version_id = a.source_version_id
          and p.start <= a.sentence_start and p."end" >= a.sentence_end)
    ), longest as (
      select * from uncovered u where not exists (
        select from uncovered o where o.version = u.version and o."from" <= u."from" and o."to" >= u."to"
          and (o."from", o."to") is distinct from (u."from", u."to"))
    )
    insert into passages (source_version_id, ordinal, start, "end")
    select version,
      coalesce((select max(ordinal) from passages p where p.source_version_id = version), -1)
        + row_number() over (partition by version order by "from"),
      "from", "to"
    from longest`);
