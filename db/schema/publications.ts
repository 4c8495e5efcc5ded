import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
} from "drizzle-orm/pg-core";
import { createdAt, key, publicationRouteEnum, reviewDecisionEnum, statusEnum } from "./columns";
import { editors } from "./editors";
import { figureRevisions, figures } from "./figures";

/** The revision number that stands for "still shown". */
export const openEnd = Number.MAX_SAFE_INTEGER;

/**
 * What readers saw of a figure from one collection revision up to, not including, another.
 * Only `known_to_rev` is ever written again, once, when the next state is published.
 */
export const publications = pgTable(
  "publications",
  {
    id: key(),
    figureId: integer()
      .notNull()
      .references(() => figures.id),
    revisionId: integer()
      .notNull()
      .references(() => figureRevisions.id),
    /** `published`, or `retracted` where the page stays with a banner. */
    status: statusEnum().notNull(),
    route: publicationRouteEnum().notNull(),
    knownFromRev: bigint({ mode: "number" }).notNull(),
    knownToRev: bigint({ mode: "number" }).notNull().default(openEnd),
    publishedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** Who published or retracted it; null for what was published before this was kept. */
    editorId: text().references(() => editors.id),
    /** Why it was retracted: readers are told. */
    reason: text(),
  },
  (t) => [
    unique("publications_one_at_a_time").on(t.figureId, t.knownToRev),
    check("publication_status", sql`${t.status} in ('published', 'retracted')`),
    check("known_from_before_to", sql`${t.knownFromRev} < ${t.knownToRev}`),
    index("publications_by_revision").on(t.revisionId),
    index("publications_open").on(t.knownToRev, t.knownFromRev),
    // What changed is told by publish, the newest first.
    index("publications_by_start").on(t.knownFromRev, t.id),
    index("publications_retracted").on(t.knownFromRev).where(sql`${t.status} = 'retracted'`),
  ],
);

/**
 * What a publish did, by kind of change (`kindOf` in db/queries/where-changes.ts): how many publications, and the keys of
 * the first few. Written by the database alone as they are published, for nothing is ever added to a publish that is
 * over: to count a large one anew for each reader took a second.
 */
export const publishKinds = pgTable(
  "publish_kinds",
  {
    knownFromRev: bigint({ mode: "number" }).notNull(),
    kind: text().notNull(),
    count: integer().notNull(),
    firstIds: integer().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.knownFromRev, t.kind] })],
);

/**
 * The revisions of the collection at which what is shown of a metric changed: a figure of it was published, retracted or
 * moved to another metric, or one that replaces such a figure was. Written by the database alone, with publications. What
 * is made of a metric's figures at a revision is what was made at the last of these before.
 */
export const metricPublishes = pgTable(
  "metric_publishes",
  { metricId: integer().notNull(), fromRev: bigint({ mode: "number" }).notNull() },
  (t) => [primaryKey({ columns: [t.metricId, t.fromRev] })],
);

/** One reviewer's word on one revision. Append-only; never by its author. */
export const reviews = pgTable(
  "reviews",
  {
    id: key(),
    revisionId: integer()
      .notNull()
      .references(() => figureRevisions.id),
    reviewerId: text()
      .notNull()
      .references(() => editors.id),
    decision: reviewDecisionEnum().notNull(),
    comment: text(),
    createdAt: createdAt(),
  },
  // A batch looks up the approval of each of its figures.
  (t) => [index("reviews_by_revision").on(t.revisionId, t.id)],
);
