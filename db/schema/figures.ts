import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { agents } from "./agents";
import {
  attributionRoleEnum,
  changeKindEnum,
  comparatorEnum,
  createdAt,
  key,
  modalityEnum,
  perEnum,
  periodColumns,
  rankEnum,
  reportedColumns,
  rowVersion,
  statisticEnum,
  statusEnum,
} from "./columns";
import { editors } from "./editors";
import { metrics, units } from "./metrics";
import { places } from "./places";
import { records, sentenceColumns } from "./sources";

/** One claim. What it says is in its revisions; the figure points at the one readers see and the one being written. */
export const figures = pgTable(
  "figures",
  {
    id: key(),
    /** The stable id in addresses and exports: eight characters of Crockford's base 32. */
    publicId: text().notNull().unique(),
    status: statusEnum().notNull().default("draft"),
    publishedRevisionId: integer().references((): AnyPgColumn => figureRevisions.id),
    draftRevisionId: integer().references((): AnyPgColumn => figureRevisions.id),
    rowVersion: rowVersion(),
    createdAt: createdAt(),
    /** Since when its draft waits for a reviewer; null where none does. */
    submittedAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    index("figures_in_review").on(t.submittedAt, t.id),
    check("public_id_form", sql`${t.publicId} ~ '^[0-9a-hjkmnp-tv-z]{8}$'`),
    check(
      "published_points_somewhere",
      sql`${t.status} not in ('published', 'retracted') or ${t.publishedRevisionId} is not null`,
    ),
  ],
);

/** The state of a figure at one save. Append-only. */
export const figureRevisions = pgTable(
  "figure_revisions",
  {
    id: key(),
    figureId: integer()
      .notNull()
      .references(() => figures.id),
    number: smallint().notNull(),
    metricId: integer()
      .notNull()
      .references(() => metrics.id),
    subjectId: integer().references(() => agents.id),
    placeId: integer().references(() => places.id),
    value: numeric(),
    low: numeric(),
    high: numeric(),
    unitId: integer()
      .notNull()
      .references(() => units.id),
    comparator: comparatorEnum().notNull(),
    cue: text(),
    statistic: statisticEnum().notNull(),
    per: perEnum(),
    modality: modalityEnum().notNull(),
    hearsay: boolean().notNull().default(false),
    /** True where the text names nobody who claims or estimates the value. */
    unattributed: boolean().notNull().default(false),
    ...periodColumns,
    ...reportedColumns,
    rank: rankEnum().notNull().default("normal"),
    /** The figure this one replaces through new information. */
    supersedesId: integer().references((): AnyPgColumn => figures.id),
    /** What a reader must know to agree, such as a name the text does not print. */
    noteFr: text(),
    noteEn: text(),
    change: changeKindEnum().notNull(),
    changeReason: text(),
    authorId: text()
      .notNull()
      .references(() => editors.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique("figure_revisions_number").on(t.figureId, t.number),
    check("low_to_value", sql`${t.low} <= ${t.value}`),
    check("value_to_high", sql`${t.value} <= ${t.high}`),
    check("low_to_high", sql`${t.low} <= ${t.high}`),
    check(
      "range_has_ends",
      sql`${t.comparator} <> 'range' or (${t.low} is not null and ${t.high} is not null)`,
    ),
    check("period_start_to_end", sql`${t.periodStart} <= ${t.periodEnd}`),
    check("reported_start_to_end", sql`${t.reportedStart} <= ${t.reportedEnd}`),
    check("period_known_or_not", sql`(${t.periodPrecision} = 'unknown') = (${t.periodStart} is null)`),
    check("no_figure_supersedes_itself", sql`${t.supersedesId} <> ${t.figureId}`),
    check("later_changes_say_why", sql`${t.change} = 'first' or coalesce(${t.changeReason}, '') <> ''`),
    index("figure_revisions_by_metric").on(t.metricId, t.periodStart, t.id),
    // What the table of all figures can be filtered by is whatever has a row here.
    index("figure_revisions_by_subject").on(t.subjectId),
    index("figure_revisions_by_place").on(t.placeId),
    // Every figure in a list is asked which one replaces it.
    index("figure_revisions_superseding").on(t.supersedesId).where(sql`${t.supersedesId} is not null`),
    // Few among the many that were published and never touched again.
    index("figure_revisions_changed").on(t.change, t.id).where(sql`${t.change} <> 'first'`),
  ],
);

/**
 * Where a revision of a figure stands in a source version: the sentence, and the number inside it. Mention 0 is the
 * anchor proper, the others say the same claim again. Offsets are UTF-16 units; those of the number are within the
 * sentence. Append-only, and closed once the revision is published.
 */
export const anchors = pgTable(
  "anchors",
  {
    revisionId: integer()
      .notNull()
      .references(() => figureRevisions.id),
    mention: smallint().notNull(),
    ...sentenceColumns,
    /** The row of a dataset that it stands in; null for a sentence. */
    recordId: integer().references(() => records.id),
    numberStart: integer().notNull(),
    numberEnd: integer().notNull(),
    numberText: text().notNull(),
    /** What the printed number stands for, in the figure's unit; null for words that give none ("dozens"). */
    readsAs: numeric(),
    comparator: comparatorEnum().notNull(),
    cue: text(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.mention] }),
    index("anchors_by_source").on(t.sourceVersionId, t.sentenceStart),
    // A hash, because a sentence may be longer than a B-tree takes.
    index("anchors_by_record").on(t.recordId),
    index("anchors_by_sentence").using("hash", t.sentence),
    // Words of sentences as readers type them: the anchor proper is what the table of all figures shows.
    index("anchors_words").using("gin", sql`sentence_words(${t.sentence})`).where(sql`${t.mention} = 0`),
  ],
);

/** One link of the attribution of a mention, position 0 the claimant. Append-only, and closed once published. */
export const attributions = pgTable(
  "attributions",
  {
    revisionId: integer()
      .notNull()
      .references(() => figureRevisions.id),
    mention: smallint().notNull(),
    position: smallint().notNull(),
    role: attributionRoleEnum().notNull(),
    agentId: integer()
      .notNull()
      .references(() => agents.id),
    asPrinted: text(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.mention, t.position] }),
    check(
      "position_0_is_the_claimant",
      sql`(${t.position} = 0) = (${t.role} in ('claimed_by', 'estimated_by'))`,
    ),
    index("attributions_by_agent").on(t.agentId, t.position),
  ],
);

/** A comparison that a text draws between two figures ("two thirds less"): a check on both, never a point. */
export const figureChecks = pgTable("figure_checks", {
  id: key(),
  slug: text().notNull().unique(),
  ...sentenceColumns,
  markedStart: integer().notNull(),
  markedEnd: integer().notNull(),
  /** The figures compared: what was, and what is. */
  fromId: integer()
    .notNull()
    .references(() => figures.id),
  toId: integer()
    .notNull()
    .references(() => figures.id),
  /** The change from the one to the other that the words state, in per cent of the first. */
  statedChangePercent: numeric().notNull(),
  noteFr: text(),
  noteEn: text(),
});
