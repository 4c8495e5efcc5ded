import { and, eq, sql } from "drizzle-orm";
import type { Source } from "@/domain/source";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { anchors } from "../schema/figures";
import { publications } from "../schema/publications";
import { sources, sourceVersions } from "../schema/sources";
import { shownAt } from "./figure-rows";
import { standingAgent } from "./heirs";
import { type AgentBySlug, agentsBySlug } from "./reference";
import { isShown } from "./shown-source";

/** Figures shown at a revision that have a mention in the source, and the rows of a table that they stand in. */
const countsOf = (db: Reader, revision: number) =>
  db
    .select({
      figures: sql`count(distinct ${publications.figureId})`.mapWith(Number).as("figures"),
      rows: sql`count(distinct ${anchors.recordId})`.mapWith(Number).as("rows"),
    })
    .from(publications)
    .innerJoin(anchors, eq(anchors.revisionId, publications.revisionId))
    .innerJoin(sourceVersions, eq(sourceVersions.id, anchors.sourceVersionId))
    .where(
      and(eq(sourceVersions.sourceId, sources.id), eq(publications.status, "published"), shownAt(revision)),
    )
    .as("counts");

const isDataset = sql<boolean>`exists (
  select from source_versions versions where versions.source_id = ${sources.id} and versions.extent = 'records')`;

const sourceRows = (db: Reader, revision: number) => {
  const counts = countsOf(db, revision);
  return db
    .select({
      source: sources,
      publisher: agents.slug,
      figureCount: counts.figures,
      rowCount: counts.rows,
      isDataset: isDataset.as("is_dataset"),
    })
    .from(sources)
    .innerJoin(agents, eq(agents.id, standingAgent(sources.publisherId)))
    .crossJoinLateral(counts)
    .$dynamic();
};

export type SourceRow = Awaited<ReturnType<typeof sourceRows>>[number];

/** Every source that readers are shown anything of, oldest first. */
export async function listSources(db: Reader, revision: number): Promise<Source[]> {
  const agentBySlug = await agentsBySlug(db);
  const rows = await sourceRows(db, revision)
    .where(isShown(revision))
    .orderBy(sql`coalesce(${sources.publishedStart}, '9999-12-31'::date)`, sql`${sources.slug} collate "C"`);
  return rows.map((row) => toSource(row, agentBySlug));
}

/** How many sources readers are shown anything of. */
export async function countSources(db: Reader, revision: number): Promise<number> {
  const [row] = await db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(sources)
    .where(isShown(revision));
  return row?.count ?? 0;
}

/** A source with its key; null where there is none that readers may know of. */
export async function findSourceRow(db: Reader, slug: string, revision: number): Promise<SourceRow | null> {
  const [row] = await sourceRows(db, revision).where(and(eq(sources.slug, slug), isShown(revision)));
  return row ?? null;
}

export function toSource(
  { source, publisher, figureCount, isDataset }: SourceRow,
  agentBySlug: AgentBySlug,
): Source {
  const { publishedReasoningFr: fr, publishedReasoningEn: en } = source;
  return {
    slug: source.slug,
    title: source.title,
    titlePrinted: source.titlePrinted,
    publisher: agentBySlug(publisher),
    author: source.author,
    url: source.url,
    archivedUrl: source.archivedUrl,
    published: {
      start: source.publishedStart,
      end: source.publishedEnd,
      precision: source.publishedPrecision,
      basis: source.publishedBasis,
      reasoning: fr === null || en === null ? null : { fr, en },
    },
    lang: source.lang,
    licenceNote: { fr: source.licenceNoteFr, en: source.licenceNoteEn },
    figureCount,
    isDataset,
  };
}
