import { and, eq, gt, lte, or, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import type { FigureCheck } from "@/domain/source";
import type { Reader } from "../client";
import { figureChecks, figureRevisions, figures } from "../schema/figures";
import { publications } from "../schema/publications";
import { sources, sourceVersions } from "../schema/sources";
import { reasoning } from "./figure-rows";

const was = alias(figures, "was");
const wasRevision = alias(figureRevisions, "was_revision");
const now = alias(figures, "now_figure");
const nowRevision = alias(figureRevisions, "now_revision");

const wasShown = alias(publications, "was_shown");
const nowShown = alias(publications, "now_shown");
const at = (
  { knownFromRev, knownToRev }: Record<"knownFromRev" | "knownToRev", AnyPgColumn>,
  revision: number,
) => and(lte(knownFromRev, revision), gt(knownToRev, revision));

/** The comparisons that texts draw with this figure, either way round, with the values readers saw at a revision. */
export async function listFigureChecks(
  db: Reader,
  publicId: string,
  revision: number,
): Promise<FigureCheck[]> {
  const rows = await db
    .select({
      check: figureChecks,
      lang: sources.lang,
      sourceSlug: sources.slug,
      from: { id: was.publicId, value: wasRevision.value },
      to: { id: now.publicId, value: nowRevision.value },
    })
    .from(figureChecks)
    .innerJoin(sourceVersions, eq(sourceVersions.id, figureChecks.sourceVersionId))
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .innerJoin(was, eq(was.id, figureChecks.fromId))
    .innerJoin(wasShown, and(eq(wasShown.figureId, was.id), at(wasShown, revision)))
    .innerJoin(wasRevision, eq(wasRevision.id, wasShown.revisionId))
    .innerJoin(now, eq(now.id, figureChecks.toId))
    .innerJoin(nowShown, and(eq(nowShown.figureId, now.id), at(nowShown, revision)))
    .innerJoin(nowRevision, eq(nowRevision.id, nowShown.revisionId))
    .where(or(eq(was.publicId, publicId), eq(now.publicId, publicId)))
    .orderBy(sql`${figureChecks.slug} collate "C"`);
  return rows.flatMap(({ check, from, to, ...rest }) =>
    from.value === null || to.value === null
      ? [] // a check needs two numbers to compare
      : [
          {
            ...rest,
            words: check.sentence.slice(check.markedStart, check.markedEnd),
            statedChangePercent: check.statedChangePercent,
            from: { id: from.id, value: from.value },
            to: { id: to.id, value: to.value },
            note: reasoning(check.noteFr, check.noteEn),
          },
        ],
  );
}
