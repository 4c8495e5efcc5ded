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
    .orderBy(...inTime);
  return rows.map((row) => toSource(row, agentBySlug));
}

const publishedOn = sql`coalesce(${sources.publishedStart}, '9999-12-31'::date)`;
const inTime = [publishedOn, sql`${sources.slug} collate "C"`];

/**
 * The sources readers are shown anything of, oldest first, `size` of them behind the one called `after`; from the
 * beginning where there is none of that name.
 * @returns `next`, the last of them, where there are more
 */
export async function listSourcesFrom(
  db: Reader,
  revision: number,
  { after, size }: { after: string | null; size: number },
): Promise<{ sources: Source[]; next: string | null }> {
  const agentBySlug = await agentsBySlug(db);
  const behind = sql`(${publishedOn}, ${sources.slug} collate "C") > (
    select coalesce(max(coalesce(last.published_start, '9999-12-31'::date)), '-infinity'), coalesce(max(last.slug), '') collate "C"
    from sources last where last.slug = ${after})`;
  const rows = await sourceRows(db, revision)
    .where(and(isShown(revision), after === null ? undefined : behind))
    .orderBy(...inTime)
    .limit(size + 1);
  const shown = rows.slice(0, size).map((row) => toSource(row, agentBySlug));
  return { sources: shown, next: rows.length > size ? (shown.at(-1)?.slug ?? null) : null };
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
