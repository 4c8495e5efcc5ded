import { and, eq, sql } from "drizzle-orm";
import type { Source } from "@/domain/source";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { sources } from "../schema/sources";
import { standingAgent } from "./heirs";
import { type AgentBySlug, agentsBySlug } from "./reference";
import { countAt, isShown } from "./shown-source";

const isDataset = sql<boolean>`exists (
  select from source_versions versions where versions.source_id = ${sources.id} and versions.extent = 'records')`;

const sourceRows = (db: Reader, revision: number) =>
  db
    .select({
      source: sources,
      publisher: agents.slug,
      figureCount: countAt("figures", revision).mapWith(Number).as("figure_count"),
      isDataset: isDataset.as("is_dataset"),
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
