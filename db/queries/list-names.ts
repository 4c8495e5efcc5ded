import { and, eq, inArray, sql } from "drizzle-orm";
import type { Localized, Unit } from "@/domain/figure";
import type { FigureInput } from "@/domain/inputs";
import type { Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { units } from "../schema/metrics";
import { sources, sourceVersions } from "../schema/sources";
import { localized } from "./reference";

type SourceName = {
  readonly title: string;
  readonly lang: Language;
  readonly url: string | null;
  /** The names of the columns of a dataset, by the number of its version. */
  readonly headers: Readonly<Record<number, string>>;
};

/** What the slugs of figures stand for, by slug: what is retired or merged keeps its name in a history. */
export type FigureNames = {
  readonly metrics: Readonly<Record<string, Localized>>;
  readonly agents: Readonly<Record<string, Localized>>;
  readonly places: Readonly<Record<string, Localized>>;
  readonly units: Readonly<Record<string, Unit>>;
  readonly sources: Readonly<Record<string, SourceName>>;
};

/** The names that some figures need to be told in words. */
export async function listFigureNames(
  db: Reader,
  figures: readonly Pick<FigureInput, "mentions">[],
): Promise<FigureNames> {
  const slugs = [...new Set(figures.flatMap(({ mentions }) => mentions.map(({ source }) => source)))];
  const [named, unitRows, sourceRows, headerRows] = await Promise.all([
    db.execute<{ list: "metrics" | "agents" | "places"; slug: string; fr: string; en: string }>(sql`
      select 'metrics' as list, slug, name_fr as fr, name_en as en from metrics
      union all select 'agents', slug, name_fr, name_en from agents
      union all select 'places', slug, name_fr, name_en from places`),
    db.select().from(units),
    slugs.length === 0 ? [] : db.select().from(sources).where(inArray(sources.slug, slugs)),
    slugs.length === 0 ? [] : headersOf(db, slugs),
  ]);
  const of = (wanted: string) =>
    Object.fromEntries(
      named.filter(({ list }) => list === wanted).map(({ slug, fr, en }) => [slug, { fr, en }]),
    );
  return {
    ...{ metrics: of("metrics"), agents: of("agents"), places: of("places") },
    units: Object.fromEntries(
      unitRows.map((row) => {
        const symbol = { fr: row.symbolFr, en: row.symbolEn };
        return [row.slug, { slug: row.slug, name: localized(row), symbol }];
      }),
    ),
    sources: Object.fromEntries(
      sourceRows.map(({ slug, title, lang, url }) => {
        const own = headerRows.filter((row) => row.slug === slug);
        const headers = Object.fromEntries(own.map(({ number, header }) => [number, header]));
        return [slug, { title, lang, url, headers }];
      }),
    ),
  };
}

const headersOf = (db: Reader, slugs: string[]) =>
  db
    .select({ slug: sources.slug, number: sourceVersions.number, header: sourceVersions.text })
    .from(sourceVersions)
    .innerJoin(sources, eq(sources.id, sourceVersions.sourceId))
    .where(and(inArray(sources.slug, slugs), eq(sourceVersions.extent, "records")));
