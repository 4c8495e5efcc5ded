import { sql } from "drizzle-orm";
import { bigint, date, index, integer, numeric, pgTable } from "drizzle-orm/pg-core";
import {
  changeKindEnum,
  comparatorEnum,
  modalityEnum,
  perEnum,
  rankEnum,
  statisticEnum,
  statusEnum,
} from "./columns";

/** The claimant of a figure that nobody is named for: no agent has this key. */
export const nobody = 0;

/**
 * What figures are found, ordered, counted and outlined by, of each publication: what it, its revision and its anchor
 * say, side by side in one narrow row, so that no filter needs a join to be tried and every one has an index. Written by
 * the database alone, when something is published and when that ends (`known_to_rev`); nothing else it is taken from
 * ever changes. No foreign keys: publications are never taken out, and a batch of them would pay for each by the row.
 */
export const publicationKeys = pgTable(
  "publication_keys",
  {
    publicationId: integer().primaryKey(),
    figureId: integer().notNull(),
    revisionId: integer().notNull(),
    metricId: integer().notNull(),
    /** Agents and places as recorded, whoever stands for them today. */
    subjectId: integer(),
    placeId: integer(),
    claimantId: integer().notNull(),
    modality: modalityEnum().notNull(),
    comparator: comparatorEnum().notNull(),
    /** The first and last day a figure is about, or was reported on where its period is not known. */
    firstDay: date({ mode: "string" }),
    lastDay: date({ mode: "string" }),
    reportedStart: date({ mode: "string" }),
    reportedEnd: date({ mode: "string" }),
    /** What it is ordered by among values. */
    amount: numeric().notNull(),
    /** Of the publication, as there. */
    status: statusEnum().notNull(),
    knownFromRev: bigint({ mode: "number" }).notNull(),
    knownToRev: bigint({ mode: "number" }).notNull(),
    /** Of the revision, as there: what charts are outlined by and claims are held against each other by. */
    periodStart: date({ mode: "string" }),
    periodEnd: date({ mode: "string" }),
    value: numeric(),
    low: numeric(),
    high: numeric(),
    unitId: integer().notNull(),
    statistic: statisticEnum().notNull(),
    per: perEnum(),
    rank: rankEnum().notNull(),
    change: changeKindEnum().notNull(),
    supersedesId: integer(),
  },
  (t) => [
    index("publication_keys_by_figure").on(t.figureId),
    index("publication_keys_by_revision").on(t.revisionId),
    // All that is asked of every figure of a metric, so that they are read side by side within the index: in the table
    // each lies on a page of its own.
    index("publication_keys_by_metric").on(
      t.metricId,
      t.figureId,
      t.publicationId,
      t.revisionId,
      t.subjectId,
      t.placeId,
      t.claimantId,
      t.modality,
      t.comparator,
      t.firstDay,
      t.lastDay,
      t.reportedStart,
      t.reportedEnd,
      t.status,
      t.knownFromRev,
      t.knownToRev,
      t.periodStart,
      t.periodEnd,
      t.value,
      t.low,
      t.high,
      t.unitId,
      t.statistic,
      t.per,
      t.rank,
      t.change,
      t.supersedesId,
    ),
    index("publication_keys_by_subject").on(t.subjectId, t.figureId),
    index("publication_keys_by_place").on(t.placeId, t.figureId),
    index("publication_keys_by_claimant").on(t.claimantId, t.figureId),
    // For one of them in the order of the other.
    index("publication_keys_by_metric_and_claimant").on(t.metricId, t.claimantId, t.figureId),
    index("publication_keys_by_modality").on(t.modality),
    index("publication_keys_by_comparator").on(t.comparator),
    // Both ends of a window at once: of each alone, half of all figures may lie on the right side.
    index("publication_keys_by_days").using("gist", sql`daterange(${t.firstDay}, ${t.lastDay}, '[]')`),
    // The orders of the table, as `sortColumns` writes them. What else is in them goes by the same clock: a walk that
    // begins far from what is asked for passes by it within the index.
    index("publication_keys_by_period").on(
      sql`coalesce(${t.firstDay}, '0001-01-01'::date)`,
      t.figureId,
      t.lastDay,
      t.reportedEnd,
    ),
    index("publication_keys_by_report").on(
      sql`coalesce(${t.reportedStart}, '0001-01-01'::date)`,
      t.figureId,
      t.reportedEnd,
    ),
    index("publication_keys_by_amount").on(t.amount, t.figureId),
  ],
);
