import { eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { importAsRead } from "@/domain/import/inputs";
import { type Editor, may } from "@/domain/permission";
import { type Refusal, type Result, refused } from "@/domain/result";
import type { Db } from "../client";
import { figures } from "../schema/figures";
import { datasetRows, importRows, imports } from "../schema/imports";
import { withBatch } from "./batch-in-hand";
import { importAsReadNow, refuseState } from "./import-as-read";
import { mutation, Refused, type Writer } from "./mutation";

const takeBackHeld = mutation("record", "undo_import", importAsRead, async (tx, held) => {
  const row = await importAsReadNow(tx, held);
  await holdFigures(tx, row.id);
  const standing = await standingOf(tx, row.id);
  if (standing.published + standing.builtUpon > 0) throw new Refused({ kind: "conflict", standing });
  const value = await countsOf(tx, row.id);
  if (value.new + value.changed === 0) throw refuseState("not taken in");
  await takeBack(tx, row.id);
  await forgetContents(tx, row.id);
  await tx
    .update(imports)
    .set({ state: "undone", failure: null, heartbeatAt: null, rowVersion: row.rowVersion + 1 })
    .where(eq(imports.id, row.id));
  return { value, entity: `import:${row.publicId}`, before: { state: row.state }, after: value };
});

/**
 * Takes back all that an import wrote, or nothing: new figures' drafts are laid aside, changed ones have their previous
 * draft again, and the dataset says what it said before, so that the same file would propose the same again. Refused as
 * a conflict where some of it is before readers by now, or was built upon. @returns how many were taken back
 */
export async function undoImport(
  db: Db,
  editor: Editor,
  input: z.input<typeof importAsRead>,
): Promise<Result<{ new: number; changed: number }, Refusal>> {
  if (!may(editor, "record")) return refused({ kind: "forbidden" });
  return withBatch(db, editor, { ...input, work: "undoing" }, {}, ({ publicId, rowVersion }) =>
    takeBackHeld(db, editor, { publicId, rowVersion }),
  );
}

const ofImport = (id: number) => sql`${importRows.importId} = ${id}`;

/** Nobody else saves them until the end of the transaction. */
const holdFigures = (tx: Writer, id: number) =>
  tx.execute(sql`select from ${figures} where id in (select figure_id from ${importRows} where ${ofImport(id)})
    order by id for update`);

/**
 * How many figures stand in the way: the state that was written is, or was, before readers; or another state, another
 * import or another figure goes on from it. A draft laid aside at the desk is in nobody's way.
 */
async function standingOf(tx: Writer, id: number): Promise<{ published: number; builtUpon: number }> {
  const [row] = await tx.execute<{ published: number; builtUpon: number }>(sql`
    select count(*) filter (where shown)::int as published,
      count(*) filter (where not shown and (gone_on or replaced))::int as "builtUpon"
    from import_rows r join figures f on f.id = r.figure_id, lateral (select
      exists (select from publications p where p.revision_id = r.revision_id) as shown,
      coalesce(greatest(f.draft_revision_id, f.published_revision_id) > r.revision_id, false) as gone_on,
      r.outcome = 'new' and exists (select from figure_revisions v join figures o on o.id = v.figure_id
        where v.supersedes_id = f.id and v.id in (o.draft_revision_id, o.published_revision_id)) as replaced) s
    where r.import_id = ${id}`);
  return row!; // counts are always there
}

async function countsOf(tx: Writer, id: number): Promise<{ new: number; changed: number }> {
  const [row] = await tx.execute<{ new: number; changed: number }>(sql`
    select count(*) filter (where outcome = 'new')::int as "new",
      count(*) filter (where outcome = 'changed')::int as "changed"
    from ${importRows} where ${ofImport(id)}`);
  return row!; // counts are always there
}

/** What readers see of a figure, or its last draft, goes on as if the file had never come. */
const takeBack = (tx: Writer, id: number) =>
  tx.execute(sql`update figures f set draft_revision_id = r.previous_draft_id, submitted_at = null,
      row_version = f.row_version + 1,
      status = case when f.published_revision_id is null then 'draft' else coalesce((
        select p.status from publications p where p.figure_id = f.id and p.known_to_rev = 9007199254740991
      ), 'draft') end
    from import_rows r
    where r.import_id = ${id} and f.id = r.figure_id and f.draft_revision_id = r.revision_id`);

/** The dataset's last word is what it was; of what was new it says nothing any more. */
async function forgetContents(tx: Writer, id: number): Promise<void> {
  await tx.execute(sql`delete from ${datasetRows} d using import_rows r
    where r.import_id = ${id} and r.outcome = 'new' and d.figure_id = r.figure_id`);
  await tx.execute(sql`update ${datasetRows} d set content = r.previous from import_rows r
    where r.import_id = ${id} and r.outcome = 'changed' and r.previous is not null
      and d.figure_id = r.figure_id`);
}
