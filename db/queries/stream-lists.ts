import { asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { metrics, units } from "../schema/metrics";
import { sources } from "../schema/sources";
import { standingAgent } from "./heirs";
import { isShown } from "./shown-source";

/** Rows of the lists that figures refer to, as flat as a table: a slug, names in both languages, what else is known. */
export type ListRow = Readonly<Record<string, string | number | null>>;

const sides = alias(agents, "sides");
const publishers = alias(agents, "publishers");
const bySlug = (column: typeof agents.slug | typeof metrics.slug | typeof sources.slug) =>
  asc(sql`${column} collate "C"`);

/** The lists by the name of their address. Small enough to be read whole. */
export const lists = {
  metrics: (db: Reader): Promise<ListRow[]> =>
    db
      .select({
        metric_id: metrics.slug,
        name_fr: metrics.nameFr,
        name_en: metrics.nameEn,
        definition_fr: metrics.definitionFr,
        definition_en: metrics.definitionEn,
        group: sql<string>`${metrics.group}::text`,
        kind: sql<string>`${metrics.kind}::text`,
        unit: units.slug,
        unit_name_fr: units.nameFr,
        unit_name_en: units.nameEn,
        longest_silence_days: metrics.longestSilenceDays,
      })
      .from(metrics)
      .innerJoin(units, eq(units.id, metrics.unitId))
      .orderBy(bySlug(metrics.slug)),
  agents: (db: Reader): Promise<ListRow[]> =>
    db
      .select({
        agent_id: agents.slug,
        name_fr: agents.nameFr,
        name_en: agents.nameEn,
        kind: sql<string>`${agents.kind}::text`,
        side: sides.slug,
      })
      .from(agents)
      .leftJoin(sides, eq(sides.id, standingAgent(agents.sideId)))
      .where(isNull(agents.mergedIntoId))
      .orderBy(bySlug(agents.slug)),
  sources: (db: Reader, revision: number): Promise<ListRow[]> =>
    db
      .select({
        source_id: sources.slug,
        title: sources.title,
        publisher: publishers.slug,
        author: sources.author,
        url: sources.url,
        archived_url: sources.archivedUrl,
        published_start: sources.publishedStart,
        published_end: sources.publishedEnd,
        published_precision: sql<string>`${sources.publishedPrecision}::text`,
        published_basis: sql<string>`${sources.publishedBasis}::text`,
        lang: sql<string>`${sources.lang}::text`,
        licence_note_fr: sources.licenceNoteFr,
        licence_note_en: sources.licenceNoteEn,
      })
      .from(sources)
      .innerJoin(publishers, eq(publishers.id, standingAgent(sources.publisherId)))
      .where(isShown(revision))
      .orderBy(bySlug(sources.slug)),
} as const;

export type ListName = keyof typeof lists;
