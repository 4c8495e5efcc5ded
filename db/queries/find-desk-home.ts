import { sql } from "drizzle-orm";
import type { Day, Localized } from "@/domain/figure";
import type { Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { findRecordsSetting } from "./find-records-setting";
import { type ListedArticle, listArticles, withoutFigures } from "./list-articles";
import { type BrokenLink, listBrokenLinks } from "./list-links";
import { countObjections } from "./list-objections";

/** How often the reader was right: `accepted` of all that were decided. */
export type Precision = { readonly accepted: number; readonly decided: number };

export type DeskHome = {
  readonly drafts: { readonly own: number; readonly all: number };
  /** Drafts that wait for a reviewer. */
  readonly queue: number;
  /** Drafts that stand in a row of a dataset and may not reach readers so. */
  readonly held: number;
  /** Whether such figures are published where the dataset has an address. */
  readonly records: "published" | "held";
  readonly precision: Precision & {
    readonly byLanguage: readonly (Precision & { readonly lang: Language })[];
  };
  /** The last recorded sources that no figure stands in, and how many there are. */
  readonly withoutFigures: { readonly count: number; readonly articles: readonly ListedArticle[] };
  /** Metrics nobody has reported on for longer than they are held, the longest silent first. */
  readonly staleMetrics: readonly StaleMetric[];
  /** Sentences that changed or are gone in a newer text, still to be looked at. */
  readonly carryovers: number;
  /** Readers who read a figure differently and have no answer yet. */
  readonly objections: number;
  /** Addresses of sources under which a reader finds nothing, those broken for longest first. */
  readonly brokenLinks: readonly BrokenLink[];
};

export type StaleMetric = {
  readonly slug: string;
  readonly name: Localized;
  readonly lastReported: Day;
  readonly days: number;
  readonly longestSilenceDays: number;
};

const mostListed = 10;

/** What waits at the desk, for the editor who opens it. `today` is the day silence is counted to. */
export async function findDeskHome(db: Reader, editorId: string, today: Day): Promise<DeskHome> {
  const records = await findRecordsSetting(db);
  const [counts] = await db.execute<
    Record<"own" | "drafts" | "queue" | "held" | "bare" | "carryovers", number>
  >(sql`
    select
      (select count(*)::int from figures f join figure_revisions r on r.id = f.draft_revision_id
        where f.status <> 'in_review' and r.author_id = ${editorId}) as own,
      (select count(*)::int from figures where draft_revision_id is not null and status <> 'in_review') as drafts,
      (select count(*)::int from figures where status = 'in_review') as queue,
      (select count(*)::int from figures f join anchors a on a.revision_id = f.draft_revision_id and a.mention = 0
        join source_versions v on v.id = a.source_version_id join sources s on s.id = v.source_id
        where a.record_id is not null and (${records === "held"} or s.url is null)) as held,
      (select count(*)::int from sources where ${withoutFigures}) as bare,
      (select count(*)::int from carryovers c where c.resolved_at is null and c.state <> 'same'
        and not exists (select from source_versions v join source_versions newer
          on newer.source_id = v.source_id and newer.number > v.number where v.id = c.source_version_id)
      ) as carryovers`);
  const { own, drafts, queue, held, bare, carryovers } = counts!; // a row of counts always comes back
  const byLanguage = await precisionByLanguage(db);
  const { articles } = await listArticles(db, { size: mostListed, where: withoutFigures });
  return {
    drafts: { own, all: drafts },
    ...{ queue, held, records },
    precision: {
      accepted: byLanguage.reduce((sum, { accepted }) => sum + accepted, 0),
      decided: byLanguage.reduce((sum, { decided }) => sum + decided, 0),
      byLanguage,
    },
    withoutFigures: { count: bare, articles },
    staleMetrics: await listStaleMetrics(db, today),
    carryovers,
    objections: await countObjections(db),
    brokenLinks: await listBrokenLinks(db, mostListed),
  };
}

/**
 * Of what was proposed, masked numbers aside: an editor who takes one of those has found a miss, not a hit. What was
 * decided about the same words in an earlier version counts there.
 */
async function precisionByLanguage(db: Reader): Promise<(Precision & { lang: Language })[]> {
  return db.execute<Precision & { lang: Language }>(sql`
    select sources.lang, count(*) filter (where s.outcome = 'accepted')::int as accepted, count(*)::int as decided
    from suggestions s join source_versions v on v.id = s.source_version_id
    join sources on sources.id = v.source_id left join figures f on f.id = s.figure_id
    where s.mask is null and s.outcome <> 'pending' and s.carried_from_id is null
      and not (s.outcome = 'accepted' and f.draft_revision_id is null
        and coalesce(f.published_revision_id, 0) < s.revision_id)
    group by sources.lang order by sources.lang`);
}

async function listStaleMetrics(db: Reader, today: Day): Promise<StaleMetric[]> {
  const rows = await db.execute<{
    slug: string;
    fr: string;
    en: string;
    last: Day;
    days: number;
    longest: number;
  }>(sql`
    select * from (
      select m.slug, m.name_fr as fr, m.name_en as en, max(r.reported_end)::text as last,
        ${today}::date - max(r.reported_end) as days, m.longest_silence_days as longest
      from metrics m join figure_revisions r on r.metric_id = m.id
      join publications p on p.revision_id = r.id and p.known_to_rev = 9007199254740991 and p.status = 'published'
      where m.longest_silence_days is not null and m.retired_at is null group by m.id
    ) reported where days > longest order by days desc, slug collate "C"`);
  return rows.map(({ slug, fr, en, last, days, longest }) => ({
    slug,
    name: { fr, en },
    lastReported: last,
    days,
    longestSilenceDays: longest,
  }));
}
