import { sql } from "drizzle-orm";
import { check, integer, numeric, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { key, metricGroupEnum, metricKindEnum, name, retiredAt, rowVersion } from "./columns";

/** What one of the value is: a square kilometre, a village, a per cent. */
export const units = pgTable("units", {
  id: key(),
  slug: text().notNull().unique(),
  ...name,
  symbolFr: text().notNull(),
  symbolEn: text().notNull(),
  rowVersion: rowVersion(),
  retiredAt: retiredAt(),
});

/** Another word for what a unit counts ("troops" for soldiers). */
export const unitAliases = pgTable(
  "unit_aliases",
  {
    unitId: integer()
      .notNull()
      .references(() => units.id),
    alias: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.alias] })],
);

/** What is measured, with a definition that says what counts and what does not. */
export const metrics = pgTable(
  "metrics",
  {
    id: key(),
    slug: text().notNull().unique(),
    ...name,
    definitionFr: text().notNull(),
    definitionEn: text().notNull(),
    group: metricGroupEnum().notNull(),
    kind: metricKindEnum().notNull(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    plausibleLow: numeric(),
    plausibleHigh: numeric(),
    /** After so many days without a report a held value is drawn as doubtful; null for what is never held. */
    longestSilenceDays: integer(),
    /** Place in its group on the dashboard. */
    position: smallint().notNull(),
    rowVersion: rowVersion(),
    retiredAt: retiredAt(),
  },
  (t) => [
    check("plausible_low_to_high", sql`${t.plausibleLow} <= ${t.plausibleHigh}`),
    check(
      "only_what_stands_is_held",
      sql`${t.longestSilenceDays} is null or ${t.kind} in ('stock', 'share')`,
    ),
  ],
);

/** A unit that figures of a metric may be stated in. */
export const metricUnits = pgTable(
  "metric_units",
  {
    metricId: integer()
      .notNull()
      .references(() => metrics.id),
    unitId: integer()
      .notNull()
      .references(() => units.id),
  },
  (t) => [primaryKey({ columns: [t.metricId, t.unitId] })],
);
