import { inArray, sql } from "drizzle-orm";
import type { Localized, Unit } from "@/domain/figure";
import type { FigureInput } from "@/domain/inputs";
import type { Language } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { units } from "../schema/metrics";
import { sources } from "../schema/sources";
import { localized } from "./reference";

/** What the slugs of figures stand for, by slug: what is retired or merged keeps its name in a history. */
export type FigureNames = {
  readonly metrics: Readonly<Record<string, Localized>>;
  readonly agents: Readonly<Record<string, Localized>>;
  readonly places: Readonly<Record<string, Localized>>;
  readonly units: Readonly<Record<string, Unit>>;
  readonly sources: Readonly<Record<string, { readonly title: string; readonly lang: Language }>>;
};

/** The names that some figures need to be told in words. */
export async function listFigureNames(
  db: Reader,
  figures: readonly Pick<FigureInput, "mentions">[],
): Promise<FigureNames> {
  const slugs = [...new Set(figures.flatMap(({ mentions }) => mentions.map(({ source }) => source)))];
  const [named, unitRows, sourceRows] = await Promise.all([
    db.execute<{ list: "metrics" | "agents" | "places"; slug: string; fr: string; en: string }>(sql`
      select 'metrics' as list, slug, name_fr as fr, name_en as en from metrics
      union all select 'agents', slug, name_fr, name_en from agents
      union all select 'places', slug, name_fr, name_en from places`),
    db.select().from(units),
    slugs.length === 0 ? [] : db.select().from(sources).where(inArray(sources.slug, slugs)),
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
    sources: Object.fromEntries(sourceRows.map(({ slug, title, lang }) => [slug, { title, lang }])),
  };
}
