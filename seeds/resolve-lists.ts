import type { AgentInput, MetricInput, PlaceInput, UnitInput } from "@/domain/inputs";
import { compareDecimals } from "@/domain/validate/decimals";
import type { AgentsForm, MetricsForm, PlacesForm } from "./schema";
import type { Say } from "./yaml-file";

/** What figures and events may name, by slug. */
export type Names = {
  readonly units: ReadonlyMap<string, UnitInput>;
  readonly agents: ReadonlyMap<string, AgentInput>;
  readonly places: ReadonlyMap<string, PlaceInput>;
  readonly metrics: ReadonlyMap<string, MetricInput>;
};

export function resolveUnits(list: UnitInput[], say: Say): Map<string, UnitInput> {
  return bySlug(list, say);
}

export function resolveAgents(list: AgentsForm, say: Say): Map<string, AgentInput> {
  const agents = bySlug(
    list.map(({ in_sentence, ...agent }) => ({ ...agent, inSentence: in_sentence })),
    say,
  );
  const marks = new Map<number, string>();
  list.forEach(({ slug, side, mark }, index) => {
    const head = side === null ? undefined : agents.get(side);
    if (side !== null && head === undefined) say([index, "side"], `no such agent "${side}"`);
    else if (head !== undefined && head.side !== side)
      say([index, "side"], `"${side}" is not the head of its own side`);
    if (mark === null) return;
    const other = marks.get(mark);
    if (other === undefined) marks.set(mark, slug);
    else say([index, "mark"], `${mark} is the mark of "${other}"`);
  });
  return agents;
}

export function resolvePlaces(list: PlacesForm, say: Say): Map<string, PlaceInput> {
  const places = bySlug(list, say);
  list.forEach(({ slug, parent }, index) => {
    if (parent !== null && !places.has(parent)) say([index, "parent"], `no such place "${parent}"`);
    else if (liesInside(slug, slug, places)) say([index, "parent"], `"${slug}" would lie inside itself`);
  });
  return places;
}

/** True where `outer` is met on the way up from `inner`. */
function liesInside(inner: string, outer: string, places: ReadonlyMap<string, PlaceInput>): boolean {
  const met = new Set<string>();
  let at = places.get(inner)?.parent ?? null;
  while (at !== null && !met.has(at)) {
    met.add(at);
    at = places.get(at)?.parent ?? null;
  }
  return met.has(outer);
}

export function resolveMetrics(
  list: MetricsForm,
  units: ReadonlyMap<string, UnitInput>,
  say: Say,
): Map<string, MetricInput> {
  list.forEach(({ unit, allowed_units, plausible, kind, longest_silence_days }, index) => {
    for (const [at, allowed] of allowed_units.entries()) {
      if (!units.has(allowed)) say([index, "allowed_units", at], `no such unit "${allowed}"`);
    }
    if (!allowed_units.includes(unit)) say([index, "unit"], `"${unit}" is not among the allowed units`);
    if (compareDecimals(plausible.low, plausible.high) > 0)
      say([index, "plausible", "high"], "must not be less than low");
    const held = kind === "stock" || kind === "share";
    if (!held && longest_silence_days !== null)
      say([index, "longest_silence_days"], `is null for what is never held (${kind})`);
  });
  return bySlug(
    list.map(({ allowed_units, plausible, longest_silence_days, order, ...metric }) => ({
      ...metric,
      allowedUnits: allowed_units,
      plausibleLow: plausible.low,
      plausibleHigh: plausible.high,
      longestSilenceDays: longest_silence_days,
      position: order,
    })),
    say,
  );
}

/** The list by slug, saying which slug is there twice. */
export function bySlug<Item extends { slug: string }>(list: Item[], say: Say): Map<string, Item> {
  const items = new Map<string, Item>();
  list.forEach((item, index) => {
    if (items.has(item.slug)) say([index, "slug"], `"${item.slug}" is there already`);
    else items.set(item.slug, item);
  });
  return items;
}
