import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Agent, Localized, Unit } from "@/domain/figure";
import type { ContextMetric } from "@/domain/validate/context";
import type { PlaceKind } from "@/domain/vocabulary";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { metrics, metricUnits, units } from "../schema/metrics";
import { places } from "../schema/places";
import { standingAgent } from "./heirs";
import { localized, toAgent } from "./reference";

export type DeskMetric = ContextMetric & {
  readonly name: Localized;
  /** The unit its charts are drawn in. */
  readonly unit: string;
};

/** What a card can choose from: what is retired, or turned out to be another, is offered no more. */
export type DeskChoices = {
  readonly metrics: readonly DeskMetric[];
  readonly agents: readonly Agent[];
  readonly places: readonly { readonly slug: string; readonly name: Localized; readonly kind: PlaceKind }[];
  readonly units: readonly Unit[];
};

export async function listDeskChoices(db: Reader): Promise<DeskChoices> {
  const [metrics, agents, places, units] = await Promise.all([
    listMetrics(db),
    listAgents(db),
    listPlaces(db),
    listUnits(db),
  ]);
  return { metrics, agents, places, units };
}

const ownUnits = alias(units, "own_units");

async function listMetrics(db: Reader): Promise<DeskMetric[]> {
  const rows = await db
    .select({ metric: metrics, unit: ownUnits.slug, allowed: units.slug })
    .from(metrics)
    .innerJoin(ownUnits, eq(ownUnits.id, metrics.unitId))
    .innerJoin(metricUnits, eq(metricUnits.metricId, metrics.id))
    .innerJoin(units, eq(units.id, metricUnits.unitId))
    .where(isNull(metrics.retiredAt))
    .orderBy(asc(metrics.group), asc(metrics.position), asc(metrics.id), asc(units.id));
  const bySlug = new Map<string, DeskMetric>();
  for (const { metric, unit, allowed } of rows) {
    const { slug, kind, group, plausibleLow, plausibleHigh } = metric;
    const allowedUnits = [...(bySlug.get(slug)?.allowedUnits ?? []), allowed];
    bySlug.set(slug, {
      slug,
      name: localized(metric),
      kind,
      group,
      unit,
      plausibleLow,
      plausibleHigh,
      allowedUnits,
    });
  }
  return [...bySlug.values()];
}

const sides = alias(agents, "sides");

async function listAgents(db: Reader): Promise<Agent[]> {
  const rows = await db
    .select({ agent: agents, side: sides.slug })
    .from(agents)
    .leftJoin(sides, eq(sides.id, standingAgent(agents.sideId)))
    .where(and(isNull(agents.retiredAt), isNull(agents.mergedIntoId)))
    .orderBy(asc(agents.slug));
  return rows.map(({ agent, side }) => toAgent(agent, side));
}

async function listPlaces(db: Reader): Promise<DeskChoices["places"]> {
  const rows = await db
    .select()
    .from(places)
    .where(and(isNull(places.retiredAt), isNull(places.mergedIntoId)))
    .orderBy(asc(places.slug));
  return rows.map((row) => ({ slug: row.slug, name: localized(row), kind: row.kind }));
}

async function listUnits(db: Reader): Promise<Unit[]> {
  const rows = await db.select().from(units).where(isNull(units.retiredAt)).orderBy(asc(units.id));
  return rows.map((row) => ({
    slug: row.slug,
    name: localized(row),
    symbol: { fr: row.symbolFr, en: row.symbolEn },
  }));
}
