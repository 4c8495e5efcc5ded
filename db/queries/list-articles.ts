import { desc, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Day, Localized } from "@/domain/figure";
import type { Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { sources } from "../schema/sources";
import { standingAgent } from "./heirs";
import { localized } from "./reference";

/** A source with what is left to do in it. */
export type ListedArticle = {
  readonly slug: string;
  readonly title: string;
  readonly publisher: Localized;
  readonly lang: Language;
  readonly publishedOn: Day | null;
  readonly createdAt: Date;
  /** Numbers of the newest text that were proposed, without a mask, and wait for a decision. */
  readonly pending: number;
  /** Figures that stand in it and are being written, or wait for a reviewer. */
  readonly drafts: number;
  /** Figures that stand in it and that readers see. */
  readonly figures: number;
  /** Sentences that changed or are gone in its newest text, still to be looked at. */
  readonly carryovers: number;
};

export type ArticlePage = {
  readonly articles: readonly ListedArticle[];
  /** The key after which the next page starts; null at the end. */
  readonly next: number | null;
};

/** A page of the sources, the last recorded first, found by key. */
export async function listArticles(
  db: Reader,
  { size, after = null, where }: { size: number; after?: number | null; where?: SQL },
): Promise<ArticlePage> {
  const rows = await db
    .select({
      source: sources,
      publisher: agents,
      pending: pendingIn.as("pending"),
      drafts: standingIn(sql`f.draft_revision_id`).as("drafts"),
      figures: standingIn(publishedRevision).as("figures"),
      carryovers: carryoversIn.as("carryovers"),
    })
    .from(sources)
    .innerJoin(agents, eq(agents.id, standingAgent(sources.publisherId)))
    .where(sql.join([after === null ? sql`true` : lt(sources.id, after), where ?? sql`true`], sql` and `))
    .orderBy(desc(sources.id))
    .limit(size + 1);
  const page = rows.slice(0, size);
  return {
    articles: page.map(({ source, publisher, ...counts }) => ({
      slug: source.slug,
      title: source.title,
      publisher: localized(publisher),
      lang: source.lang,
      publishedOn: source.publishedStart,
      createdAt: source.createdAt,
      ...counts,
    })),
    next: rows.length > size ? page.at(-1)!.source.id : null,
  };
}

const newestVersion = sql`(select newest.id from source_versions newest
  where newest.source_id = ${sources.id} order by newest.number desc limit 1)`;

/** Those whose draft was discarded since are pending again (db/queries/list-suggestions.ts). */
const pendingIn = sql`(
  select count(*) from suggestions s left join figures f on f.id = s.figure_id
  where s.source_version_id = ${newestVersion} and s.mask is null
    and (s.outcome = 'pending' or (s.outcome = 'accepted' and f.draft_revision_id is null
      and coalesce(f.published_revision_id, 0) < s.revision_id)))`.mapWith(Number);

const publishedRevision = sql`(
  select shown.revision_id from publications shown where shown.figure_id = f.id
    and shown.known_to_rev = 9007199254740991 and shown.status = 'published')`;

/** How many figures have a mention in the source in the revision given. */
const standingIn = (revision: SQL) =>
  sql`(
  select count(distinct f.id) from figures f join anchors a on a.revision_id = ${revision}
  join source_versions v on v.id = a.source_version_id where v.source_id = ${sources.id})`.mapWith(Number);

const carryoversIn = sql`(
  select count(*) from carryovers c where c.source_version_id = ${newestVersion}
    and c.resolved_at is null and c.state <> 'same')`.mapWith(Number);

/** Restricts the list to sources that no figure stands in, published or being written. */
export const withoutFigures: SQL = sql`not exists (
  select from source_versions v join anchors a on a.source_version_id = v.id
  join figures f on a.revision_id in (f.draft_revision_id, f.published_revision_id)
  where v.source_id = ${sources.id})`;
