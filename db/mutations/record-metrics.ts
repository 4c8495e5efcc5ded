import { inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { metricInput, unitInput } from "@/domain/inputs";
import { metrics, metricUnits, units } from "../schema/metrics";
import { idsBySlug } from "./ids";
import { mutation } from "./mutation";

/** Records units, or brings those already there up to date, by slug. */
export const recordUnits = mutation(
  "describe",
  "record_units",
  z.array(unitInput).min(1),
  async (tx, list) => {
    await tx
      .insert(units)
      .values(
        list.map(({ slug, name, symbol }) => ({
          slug,
          nameFr: name.fr,
          nameEn: name.en,
          symbolFr: symbol.fr,
          symbolEn: symbol.en,
        })),
      )
      .onConflictDoUpdate({
        target: units.slug,
        set: {
          nameFr: sql`excluded.name_fr`,
          nameEn: sql`excluded.name_en`,
          symbolFr: sql`excluded.symbol_fr`,
          symbolEn: sql`excluded.symbol_en`,
        },
      });
    return { value: list.length, entity: "units", after: list };
  },
);

/** Records metrics with their allowed units, or brings those already there up to date, by slug. */
export const recordMetrics = mutation(
  "describe",
  "record_metrics",
  z.array(metricInput).min(1),
  async (tx, list) => {
    const unitId = await idsBySlug(
      tx,
      "units",
      list.flatMap((metric) => [metric.unit, ...metric.allowedUnits]),
      "unit",
    );
    await tx
      .insert(metrics)
      .values(
        list.map(({ name, definition, unit, allowedUnits: _, ...rest }) => ({
          ...rest,
          nameFr: name.fr,
          nameEn: name.en,
          definitionFr: definition.fr,
          definitionEn: definition.en,
          unitId: unitId(unit),
        })),
      )
      .onConflictDoUpdate({
        target: metrics.slug,
        set: {
          nameFr: sql`excluded.name_fr`,
          nameEn: sql`excluded.name_en`,
          definitionFr: sql`excluded.definition_fr`,
          definitionEn: sql`excluded.definition_en`,
          group: sql`excluded."group"`,
          kind: sql`excluded.kind`,
          unitId: sql`excluded.unit_id`,
          plausibleLow: sql`excluded.plausible_low`,
          plausibleHigh: sql`excluded.plausible_high`,
          longestSilenceDays: sql`excluded.longest_silence_days`,
          position: sql`excluded.position`,
          rowVersion: sql`${metrics.rowVersion} + 1`,
        },
      });
    const metricId = await idsBySlug(
      tx,
      "metrics",
      list.map((metric) => metric.slug),
      "slug",
    );
    const allowed = list.flatMap((metric) =>
      metric.allowedUnits.map((unit) => ({ metricId: metricId(metric.slug), unitId: unitId(unit) })),
    );
    const metricIds = allowed.map((one) => one.metricId);
    await tx.delete(metricUnits).where(inArray(metricUnits.metricId, metricIds));
    await tx.insert(metricUnits).values(allowed).onConflictDoNothing();
    return { value: list.length, entity: "metrics", after: list };
  },
);
