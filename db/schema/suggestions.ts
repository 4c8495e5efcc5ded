import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { Proposal } from "../../domain/extract/proposal";
import { carryoverStateEnum, createdAt, key, suggestionOutcomeEnum } from "./columns";
import { editors } from "./editors";
import { anchors, figureRevisions, figures } from "./figures";
import { sourceVersions } from "./sources";

/**
 * A number that the reader proposed when a text was recorded, and what became of it. What was proposed never changes;
 * only the decision does. Offsets are UTF-16 units of the version's text, ends exclusive.
 */
export const suggestions = pgTable(
  "suggestions",
  {
    id: key(),
    sourceVersionId: integer()
      .notNull()
      .references(() => sourceVersions.id),
    sentenceStart: integer().notNull(),
    sentenceEnd: integer().notNull(),
    numberStart: integer().notNull(),
    numberEnd: integer().notNull(),
    proposal: jsonb().$type<Proposal>().notNull(),
    /** Which reader proposed it, so that its hits and misses are counted for itself. */
    readerVersion: text().notNull(),
    score: doublePrecision().notNull(),
    /** The name of the rule that says it is no figure; null where it was proposed. */
    mask: text(),
    outcome: suggestionOutcomeEnum().notNull().default("pending"),
    /** The figure it became, or became a mention of, by which revision, and the draft that stood before. */
    figureId: integer().references(() => figures.id),
    revisionId: integer().references(() => figureRevisions.id),
    previousDraftId: integer().references(() => figureRevisions.id),
    decidedBy: text().references(() => editors.id),
    decidedAt: timestamp({ withTimezone: true }),
    reason: text(),
    /** The first suggestion for the same words, where an earlier version of the text had them decided already. */
    carriedFromId: integer().references((): AnyPgColumn => suggestions.id),
  },
  (t) => [
    check(
      "suggestion_spans",
      sql`0 <= ${t.sentenceStart} and ${t.sentenceStart} <= ${t.numberStart}
      and ${t.numberStart} < ${t.numberEnd} and ${t.numberEnd} <= ${t.sentenceEnd}`,
    ),
    check(
      "decided_by_someone",
      sql`(${t.outcome} = 'pending') = (${t.decidedBy} is null)
      and (${t.outcome} = 'pending') = (${t.decidedAt} is null)`,
    ),
    check(
      "accepted_as_a_figure",
      sql`(${t.outcome} = 'accepted') = (${t.figureId} is not null)
      and (${t.outcome} = 'accepted') = (${t.revisionId} is not null)`,
    ),
    index("suggestions_in_order").on(t.sourceVersionId, t.numberStart),
    index("suggestions_by_figure").on(t.figureId),
  ],
);

/**
 * An anchor of a live figure, looked for again in a newer version of its text. The anchor itself stays where it is;
 * an editor works through those that changed or are gone. Offsets are as in `anchors`.
 */
export const carryovers = pgTable(
  "carryovers",
  {
    id: key(),
    figureId: integer()
      .notNull()
      .references(() => figures.id),
    revisionId: integer().notNull(),
    mention: smallint().notNull(),
    /** The version it was looked for in. */
    sourceVersionId: integer()
      .notNull()
      .references(() => sourceVersions.id),
    state: carryoverStateEnum().notNull(),
    /** Where its sentence and number stand now; null where they are gone. */
    sentenceStart: integer(),
    sentenceEnd: integer(),
    numberStart: integer(),
    numberEnd: integer(),
    why: text().notNull(),
    resolvedBy: text().references(() => editors.id),
    resolvedAt: timestamp({ withTimezone: true }),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({
      name: "carryovers_anchor",
      columns: [t.revisionId, t.mention],
      foreignColumns: [anchors.revisionId, anchors.mention],
    }),
    check("resolved_by_someone", sql`(${t.resolvedBy} is null) = (${t.resolvedAt} is null)`),
    index("carryovers_by_version").on(t.sourceVersionId),
    index("carryovers_by_figure").on(t.figureId),
  ],
);
