import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { createdAt, key, localeEnum, objectionAboutEnum, objectionOutcomeEnum } from "./columns";
import { editors } from "./editors";
import { figureRevisions, figures } from "./figures";

/**
 * What a reader wrote who reads a figure differently. What they wrote never changes; an editor answers it once. Never
 * shown to readers. An email is kept as long as the objection is open, and the database keeps none after that.
 */
export const objections = pgTable(
  "objections",
  {
    id: key(),
    figureId: integer()
      .notNull()
      .references(() => figures.id),
    /** What of the figure the reader saw, and at which revision of the collection. */
    revisionId: integer()
      .notNull()
      .references(() => figureRevisions.id),
    asOf: bigint({ mode: "number" }).notNull(),
    about: objectionAboutEnum().notNull(),
    /** What it should say ("400", "the ministry"); null where the words say it all. */
    shouldSay: text(),
    words: text().notNull(),
    email: text(),
    locale: localeEnum().notNull(),
    createdAt: createdAt(),
    outcome: objectionOutcomeEnum().notNull().default("open"),
    answer: text(),
    answeredBy: text().references(() => editors.id),
    answeredAt: timestamp({ withTimezone: true }),
  },
  (t) => [
    check(
      "objection_is_short",
      sql`length(${t.words}) between 1 and 2000 and length(${t.shouldSay}) <= 200 and length(${t.email}) <= 254`,
    ),
    check(
      "answered_by_someone",
      sql`(${t.outcome} = 'open') = (${t.answeredBy} is null)
      and (${t.outcome} = 'open') = (${t.answeredAt} is null)
      and (${t.outcome} <> 'declined' or coalesce(${t.answer}, '') <> '')`,
    ),
    check("email_is_forgotten", sql`${t.outcome} = 'open' or ${t.email} is null`),
    index("objections_open").on(t.id).where(sql`${t.outcome} = 'open'`),
    index("objections_by_figure").on(t.figureId),
  ],
);
