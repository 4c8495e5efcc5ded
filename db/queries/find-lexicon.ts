import { asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { makeLexicon } from "@/domain/extract/lexicon";
import type { Lexicon } from "@/domain/extract/proposal";
import type { Reader } from "../client";
import { agentAliases, agents } from "../schema/agents";
import { collection } from "../schema/collection";
import { metrics, metricUnits, unitAliases, units } from "../schema/metrics";
import { placeAliases, places } from "../schema/places";
import { reasoning } from "./figure-rows";
import { standingAgent, standingPlace } from "./heirs";
import { localized } from "./reference";

/**
 * The words by which texts mean what the collection describes. Retired entries are left out; the names of a merged
 * one mean the one that stands for it.
 */
export async function findLexicon(db: Reader): Promise<Lexicon> {
  const [about] = await db.select({ settings: collection.settings }).from(collection);
  const lexicon = makeLexicon({
    agents: await agentsOf(db),
    units: (await db.select().from(units).where(isNull(units.retiredAt)).orderBy(asc(units.id))).map(
      (unit) => ({
        slug: unit.slug,
        name: localized(unit),
        symbol: { fr: unit.symbolFr, en: unit.symbolEn },
      }),
    ),
    metrics: await metricsOf(db),
    places: await placesOf(db),
    settings: about?.settings ?? {},
  });
  return {
    ...lexicon,
    units: withNames(lexicon.units, await unitNames(db)),
    places: withNames(lexicon.places, await placeNames(db)),
  };
}

type Named = { readonly slug: string; readonly names: readonly string[] };

const withNames = <T extends Named>(
  entries: readonly T[],
  more: readonly { slug: string; name: string }[],
): T[] =>
  entries.map((entry) => {
    const others = more.filter(({ slug }) => slug === entry.slug).map(({ name }) => name);
    return { ...entry, names: [...new Set([...entry.names, ...others])] };
  });

const sides = alias(agents, "sides");

async function agentsOf(db: Reader) {
  const rows = await db
    .select({ agent: agents, side: sides.slug })
    .from(agents)
    .leftJoin(sides, eq(sides.id, standingAgent(agents.sideId)))
    .orderBy(asc(agents.id));
  const aliases = await db.select().from(agentAliases).orderBy(asc(agentAliases.alias));
  const namesOf = (id: number): string[] => {
    const members = rows.filter(({ agent }) => agent.id === id || agent.mergedIntoId === id);
    return members
      .flatMap(({ agent }) => [
        ...(agent.id === id ? [] : [agent.nameFr, agent.nameEn, agent.inSentenceFr, agent.inSentenceEn]),
        ...aliases.filter(({ agentId }) => agentId === agent.id).map(({ alias }) => alias),
      ])
      .filter((name) => name !== null);
  };
  return rows
    .filter(({ agent }) => agent.mergedIntoId === null && agent.retiredAt === null)
    .map(({ agent, side }) => ({
      slug: agent.slug,
      name: localized(agent),
      inSentence: reasoning(agent.inSentenceFr, agent.inSentenceEn),
      side,
      aliases: namesOf(agent.id),
    }));
}

async function metricsOf(db: Reader) {
  const rows = await db
    .select({ metric: metrics, unit: units.slug })
    .from(metrics)
    .innerJoin(units, eq(units.id, metrics.unitId))
    .where(isNull(metrics.retiredAt))
    .orderBy(asc(metrics.id));
  const allowed = await db
    .select({ metricId: metricUnits.metricId, slug: units.slug })
    .from(metricUnits)
    .innerJoin(units, eq(units.id, metricUnits.unitId))
    .orderBy(asc(units.id));
  return rows.map(({ metric, unit }) => ({
    slug: metric.slug,
    name: localized(metric),
    definition: { fr: metric.definitionFr, en: metric.definitionEn },
    kind: metric.kind,
    unit,
    allowedUnits: allowed.filter(({ metricId }) => metricId === metric.id).map(({ slug }) => slug),
  }));
}

async function placesOf(db: Reader) {
  const rows = await db.select().from(places).orderBy(asc(places.id));
  return rows
    .filter((place) => place.mergedIntoId === null && place.retiredAt === null)
    .map((place) => ({ slug: place.slug, name: localized(place) }));
}

/** The aliases of places, and of those merged into each the names too. */
async function placeNames(db: Reader): Promise<{ slug: string; name: string }[]> {
  const standing = alias(places, "standing");
  const aliases = await db
    .select({ slug: standing.slug, name: placeAliases.alias })
    .from(placeAliases)
    .innerJoin(standing, eq(standing.id, standingPlace(placeAliases.placeId)))
    .orderBy(asc(placeAliases.alias));
  const merged = await db
    .select({ slug: standing.slug, fr: places.nameFr, en: places.nameEn })
    .from(places)
    .innerJoin(standing, eq(standing.id, places.mergedIntoId))
    .orderBy(asc(places.id));
  return [
    ...merged.flatMap(({ slug, fr, en }) => [
      { slug, name: fr },
      { slug, name: en },
    ]),
    ...aliases,
  ];
}

const unitNames = (db: Reader): Promise<{ slug: string; name: string }[]> =>
  db
    .select({ slug: sql<string>`${units.slug}`, name: unitAliases.alias })
    .from(unitAliases)
    .innerJoin(units, eq(units.id, unitAliases.unitId))
    .orderBy(asc(unitAliases.alias));
