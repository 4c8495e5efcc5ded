import { eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { FigureInput } from "@/domain/inputs";
import type { ContextCheck } from "@/domain/validate/context";
import type { Reader } from "../client";
import { figureChecks, figures, figureRevisions as revisions } from "../schema/figures";
import { inList } from "./json-list";

const from = alias(figures, "from_figure");
const to = alias(figures, "to_figure");
const fromRevision = alias(revisions, "from_revision");
const toRevision = alias(revisions, "to_revision");
const newest = (of: typeof from | typeof to) =>
  sql`coalesce(${of.publishedRevisionId}, ${of.draftRevisionId})`;

/** The comparisons that texts draw between any of these figures and others, by public id. */
export async function findChecks(
  db: Reader,
  inputs: readonly FigureInput[],
): Promise<Map<string, ContextCheck[]>> {
  const ids = inputs.map(({ publicId }) => publicId);
  const rows = await db
    .select({
      check: figureChecks,
      ...{ from: from.publicId, to: to.publicId },
      ...{ fromRevision: fromRevision.id, fromValue: fromRevision.value },
      ...{ toRevision: toRevision.id, toValue: toRevision.value },
    })
    .from(figureChecks)
    .innerJoin(from, eq(from.id, figureChecks.fromId))
    .innerJoin(to, eq(to.id, figureChecks.toId))
    .leftJoin(fromRevision, eq(fromRevision.id, newest(from)))
    .leftJoin(toRevision, eq(toRevision.id, newest(to)))
    .where(sql`${from.publicId} in ${inList(ids)} or ${to.publicId} in ${inList(ids)}`);
  const found = new Map<string, ContextCheck[]>();
  const add = (publicId: string, check: ContextCheck) =>
    found.set(publicId, [...(found.get(publicId) ?? []), check]);
  for (const row of rows) {
    const { sentence, markedStart, markedEnd, statedChangePercent } = row.check;
    const said = { words: sentence.slice(markedStart, markedEnd), statedChangePercent };
    // A figure without any state left, such as a draft laid aside, has nothing to compare with.
    if (row.toRevision !== null)
      add(row.from, { ...said, publicId: row.to, role: "from", value: row.toValue });
    if (row.fromRevision !== null)
      add(row.to, { ...said, publicId: row.from, role: "to", value: row.fromValue });
  }
  return found;
}
