import { and, eq, sql } from "drizzle-orm";
import type { Source } from "@/domain/source";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { sources } from "../schema/sources";
import { standingAgent } from "./heirs";
import { type AgentBySlug, agentsBySlug } from "./reference";
import { isShown } from "./shown-source";

/** Figures shown at a revision that have a mention in the source. */
const figureCount = (revision: number) =>
  sql<number>`(
  select count(distinct shown.figure_id) from publications shown
  join anchors on anchors.revision_id = shown.revision_id
  join source_versions versions on versions.id = anchors.source_version_id
  where versions.source_id = ${sources.id} and shown.status = 'published'
    and shown.known_from_rev <= ${revision} and shown.known_to_rev > ${revision})`.mapWith(Number);

const sourceRows = (db: Reader, revision: number) =>
  db
    .select({
      source: sources,
      publisher: agents.slug,
      figureCount: figureCount(revision).as("figure_count"),
    })
    .from(sources)
    .innerJoin(agents, eq(agents.id, standingAgent(sources.publisherId)))
    .$dynamic();

export type SourceRow = Awaited<ReturnType<typeof sourceRows>>[number];

/** Every source that readers are shown anything of, oldest first. */
export async function listSources(db: Reader, revision: number): Promise<Source[]> {
  const agentBySlug = await agentsBySlug(db);
  const rows = await sourceRows(db, revision)
    .where(isShown(revision))
    .orderBy(sql`coalesce(${sources.publishedStart}, '9999-12-31'::date)`, sql`${sources.slug} collate "C"`);
  return rows.map((row) => toSource(row, agentBySlug));
}

/** A source with its key; null where there is none that readers may know of. */
export async function findSourceRow(db: Reader, slug: string, revision: number): Promise<SourceRow | null> {
  const [row] = await sourceRows(db, revision).where(and(eq(sources.slug, slug), isShown(revision)));
  return row ?? null;
}

export function toSource({ source, publisher, figureCount }: SourceRow, agentBySlug: AgentBySlug): Source {
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
  };
}
