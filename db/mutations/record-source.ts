import { eq, sql } from "drizzle-orm";
import { sourceInput } from "@/domain/inputs";
import { passages, sources, sourceVersions } from "../schema/sources";
import { dateColumns } from "./date-columns";
import { idsBySlug } from "./ids";
import { mutation } from "./mutation";

/**
 * Records a source and its text, or brings one already there up to date, by slug. A text that differs from the
 * newest version becomes a new version; versions themselves never change.
 *
 * @returns the number of the newest version
 */
export const recordSource = mutation("record", "record_source", sourceInput, async (tx, input, editor) => {
  const { version, publisher, licenceNote, published, ...rest } = input;
  const agentId = await idsBySlug(tx, "agents", [publisher], "publisher");
  const row = {
    ...rest,
    publisherId: agentId(publisher),
    licenceNoteFr: licenceNote.fr,
    licenceNoteEn: licenceNote.en,
    ...dateColumns("published", published),
  };
  const [source] = await tx
    .insert(sources)
    .values(row)
    .onConflictDoUpdate({ target: sources.slug, set: { ...row, rowVersion: sql`${sources.rowVersion} + 1` } })
    .returning({ id: sources.id });
  const sourceId = source!.id; // an upsert without a condition always returns its row
  const [newest] = await tx
    .select({ number: sourceVersions.number, sha256: sourceVersions.sha256 })
    .from(sourceVersions)
    .where(eq(sourceVersions.sourceId, sourceId))
    .orderBy(sql`${sourceVersions.number} desc`)
    .limit(1);
  if (newest?.sha256 === version.sha256) {
    return { value: newest.number, entity: `source:${input.slug}`, after: rest };
  }
  const number = (newest?.number ?? 0) + 1;
  const { passages: runs, ...text } = version;
  const [made] = await tx
    .insert(sourceVersions)
    .values({ sourceId, number, ...text, authorId: editor.id })
    .returning({ id: sourceVersions.id });
  await tx
    .insert(passages)
    .values(runs.map((run, ordinal) => ({ ...run, ordinal, sourceVersionId: made!.id })));
  return {
    value: number,
    entity: `source:${input.slug}`,
    after: { ...rest, version: number, sha256: version.sha256 },
  };
});
