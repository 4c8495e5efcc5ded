import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";
import { dateBasisEnum, datePrecisionEnum, key, name, retiredAt, rowVersion } from "./columns";
import { places } from "./places";
import { sentenceColumns } from "./sources";

/** Something that happened, marked on the time axis. */
export const events = pgTable(
  "events",
  {
    id: key(),
    slug: text().notNull().unique(),
    ...name,
    dateStart: date({ mode: "string" }).notNull(),
    dateEnd: date({ mode: "string" }).notNull(),
    datePrecision: datePrecisionEnum().notNull(),
    dateBasis: dateBasisEnum().notNull(),
    dateReasoningFr: text(),
    dateReasoningEn: text(),
    placeId: integer().references(() => places.id),
    rowVersion: rowVersion(),
    retiredAt: retiredAt(),
  },
  (t) => [check("event_start_to_end", sql`${t.dateStart} <= ${t.dateEnd}`)],
);

/** The sentence an event is told in. Offsets are UTF-16 units; the marked words are within the sentence. */
export const eventAnchors = pgTable(
  "event_anchors",
  {
    eventId: integer()
      .notNull()
      .references(() => events.id),
    mention: smallint().notNull(),
    ...sentenceColumns,
    markedStart: integer().notNull(),
    markedEnd: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.eventId, t.mention] })],
);
