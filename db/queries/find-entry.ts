import { asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { AgentEntry, MetricEntry, PlaceEntry, UnitEntry } from "@/domain/lists";
import type { Reader } from "../client";
import { agentAliases, agents } from "../schema/agents";
import { metrics, metricUnits, unitAliases, units } from "../schema/metrics";
import { placeAliases, places } from "../schema/places";
import { reasoning } from "./figure-rows";
import { localized } from "./reference";

/** An entry of a list as its form has it, with the row version to save it by. */
export type Entry<T> = T & { readonly rowVersion: number };

const sides = alias(agents, "sides");
const parents = alias(places, "parents");

export async function findAgentEntry(db: Reader, slug: string): Promise<Entry<AgentEntry> | null> {
  const [row] = await db
    .select({ agent: agents, side: sides.slug })
    .from(agents)
    .leftJoin(sides, eq(sides.id, agents.sideId))
    .where(eq(agents.slug, slug));
  if (row === undefined) return null;
  const { id, kind, rowVersion, inSentenceFr, inSentenceEn } = row.agent;
  const named = await db
    .select({ alias: agentAliases.alias })
    .from(agentAliases)
    .where(eq(agentAliases.agentId, id))
    .orderBy(asc(agentAliases.alias));
  return {
    ...{ slug, name: localized(row.agent), inSentence: reasoning(inSentenceFr, inSentenceEn) },
    ...{ kind, side: row.side, aliases: named.map(({ alias }) => alias), rowVersion },
  };
}

export async function findPlaceEntry(db: Reader, slug: string): Promise<Entry<PlaceEntry> | null> {
  const [row] = await db
    .select({ place: places, parent: parents.slug })
    .from(places)
    .leftJoin(parents, eq(parents.id, places.parentId))
    .where(eq(places.slug, slug));
  if (row === undefined) return null;
  const { id, kind, rowVersion } = row.place;
  const named = await db
    .select({ alias: placeAliases.alias })
    .from(placeAliases)
    .where(eq(placeAliases.placeId, id))
    .orderBy(asc(placeAliases.alias));
  const aliases = named.map(({ alias }) => alias);
  return { slug, name: localized(row.place), kind, parent: row.parent, aliases, rowVersion };
}

export async function findUnitEntry(db: Reader, slug: string): Promise<Entry<UnitEntry> | null> {
  const [unit] = await db.select().from(units).where(eq(units.slug, slug));
  if (unit === undefined) return null;
  const named = await db
    .select({ alias: unitAliases.alias })
    .from(unitAliases)
    .where(eq(unitAliases.unitId, unit.id))
    .orderBy(asc(unitAliases.alias));
  const symbol = { fr: unit.symbolFr, en: unit.symbolEn };
  const aliases = named.map(({ alias }) => alias);
  return { slug, name: localized(unit), symbol, aliases, rowVersion: unit.rowVersion };
}

export async function findMetricEntry(db: Reader, slug: string): Promise<Entry<MetricEntry> | null> {
  const [row] = await db
    .select({ metric: metrics, unit: units.slug })
    .from(metrics)
    .innerJoin(units, eq(units.id, metrics.unitId))
    .where(eq(metrics.slug, slug));
  if (row === undefined) return null;
  const { id, group, kind, plausibleLow, plausibleHigh, longestSilenceDays, position, rowVersion } =
    row.metric;
  const allowed = await db
    .select({ slug: units.slug })
    .from(metricUnits)
    .innerJoin(units, eq(units.id, metricUnits.unitId))
    .where(eq(metricUnits.metricId, id))
    .orderBy(asc(units.slug));
  return {
    ...{ slug, name: localized(row.metric), group, kind, unit: row.unit },
    definition: { fr: row.metric.definitionFr, en: row.metric.definitionEn },
    allowedUnits: allowed.map((unit) => unit.slug),
    ...{ plausibleLow, plausibleHigh, longestSilenceDays, position, rowVersion },
  };
}
