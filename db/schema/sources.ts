import { sql } from "drizzle-orm";
import { boolean, char, check, index, integer, pgTable, smallint, text, unique } from "drizzle-orm/pg-core";
import { agents } from "./agents";
import { createdAt, extentEnum, key, languageEnum, publishedColumns, rowVersion } from "./columns";
import { editors } from "./editors";

/** One published text: an article, a communiqué, a post. */
export const sources = pgTable(
  "sources",
  {
    id: key(),
    slug: text().notNull().unique(),
    title: text().notNull(),
    /** False where the text prints no title and the one given is ours. */
    titlePrinted: boolean().notNull().default(true),
    publisherId: integer()
      .notNull()
      .references(() => agents.id),
    author: text(),
    url: text(),
    archivedUrl: text(),
    ...publishedColumns,
    lang: languageEnum().notNull(),
    licenceNoteFr: text().notNull(),
    licenceNoteEn: text().notNull(),
    rowVersion: rowVersion(),
    createdAt: createdAt(),
  },
  (t) => [
    check("published_start_to_end", sql`${t.publishedStart} <= ${t.publishedEnd}`),
    index("sources_words").using("gin", sql`search_stems(${t.title})`),
  ],
);

/** A snapshot of a source's plain text. Append-only: a changed text is a new version. */
export const sourceVersions = pgTable(
  "source_versions",
  {
    id: key(),
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    number: smallint().notNull(),
    extent: extentEnum().notNull(),
    /** The text that anchors point into: the whole, or the quoted passages in order. Editors only. */
    text: text().notNull(),
    /** SHA-256 of `text` in UTF-8, hexadecimal; the database checks it. */
    sha256: char({ length: 64 }).notNull(),
    /** For excerpts: SHA-256 and file name of the document they were taken from. */
    documentSha256: char({ length: 64 }),
    documentName: text(),
    authorId: text()
      .notNull()
      .references(() => editors.id),
    createdAt: createdAt(),
  },
  (t) => [unique("source_versions_number").on(t.sourceId, t.number)],
);

/** A run of sentences of a source version that readers may be shown. Offsets are UTF-16 units, end exclusive. */
export const passages = pgTable(
  "passages",
  {
    id: key(),
    sourceVersionId: integer()
      .notNull()
      .references(() => sourceVersions.id),
    ordinal: smallint().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    /** Where the passage starts in the original document, for excerpts. */
    documentStart: integer(),
  },
  (t) => [
    unique("passages_in_order").on(t.sourceVersionId, t.ordinal),
    check("passage_start_to_end", sql`0 <= ${t.start} and ${t.start} < ${t.end}`),
    index("passages_by_start").on(t.sourceVersionId, t.start),
  ],
);

/**
 * A row of a table, where the source is a dataset: what stands in for a sentence. The text of its version is the
 * header; `start` is where the row stands in the table as a whole, in UTF-16 units. Append-only.
 */
export const records = pgTable(
  "records",
  {
    id: key(),
    sourceVersionId: integer()
      .notNull()
      .references(() => sourceVersions.id),
    /** The row as a spreadsheet counts it, header included. */
    row: integer().notNull(),
    start: integer().notNull(),
    /** Its cells as RFC 4180 writes them, joined by commas. */
    text: text().notNull(),
  },
  (t) => [
    unique("records_by_row").on(t.sourceVersionId, t.row),
    check("record_is_somewhere", sql`${t.row} > 0 and ${t.start} >= 0 and ${t.text} <> ''`),
  ],
);

/** Where a sentence stands in a source version, and the 32 characters on either side. Offsets are UTF-16 units. */
export const sentenceColumns = {
  sourceVersionId: integer()
    .notNull()
    .references(() => sourceVersions.id),
  sentenceStart: integer().notNull(),
  sentenceEnd: integer().notNull(),
  sentence: text().notNull(),
  prefix: text().notNull(),
  suffix: text().notNull(),
};
