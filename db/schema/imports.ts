import { sql } from "drizzle-orm";
import {
  char,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import type { ImportMap } from "../../domain/import/map";
import type { CheckReport } from "../../domain/import/report";
import type { RowContent } from "../../domain/import/row";
import { createdAt, importOutcomeEnum, importStateEnum, key, rowVersion } from "./columns";
import { editors } from "./editors";
import { figureRevisions, figures } from "./figures";
import { sources } from "./sources";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** A file that somebody brought in, and how far it has come. Its figures are a batch: taken back as a whole. */
export const imports = pgTable(
  "imports",
  {
    id: key(),
    publicId: text().notNull().unique(),
    fileName: text().notNull(),
    /** SHA-256 of the file, hexadecimal. */
    sha256: char({ length: 64 }).notNull(),
    size: integer().notNull(),
    /** SHA-256 of the column names, by which the next file of the same form finds its map. */
    headerSha256: char({ length: 64 }),
    state: importStateEnum().notNull().default("uploaded"),
    map: jsonb().$type<ImportMap>(),
    /** What the last check found. */
    report: jsonb().$type<CheckReport>(),
    /** Figures written of those there are to write, while it is taken in. */
    done: integer().notNull().default(0),
    total: integer().notNull().default(0),
    /** Raised by whoever works on it; old, it says that nobody does any more. */
    heartbeatAt: timestamp({ withTimezone: true }),
    /** Why work on it ended before it was done, as `failureText` writes it. */
    failure: text(),
    /** The dataset whose rows they are; null until it is known. */
    sourceId: integer().references(() => sources.id),
    authorId: text()
      .notNull()
      .references(() => editors.id),
    rowVersion: rowVersion(),
    createdAt: createdAt(),
  },
  (t) => [
    index("imports_by_header").on(t.headerSha256, t.id),
    check("import_counts", sql`${t.done} >= 0 and ${t.total} >= 0 and ${t.size} >= 0`),
  ],
);

/** The bytes of the file, kept apart from what lists of imports read. */
export const importFiles = pgTable("import_files", {
  importId: integer()
    .primaryKey()
    .references(() => imports.id),
  bytes: bytea().notNull(),
  /** The rows that the last check refused, as a CSV with the reasons; null before it. */
  refused: bytea(),
});

/** One figure that an import wrote: what it was before, so that the batch can be taken back. */
export const importRows = pgTable(
  "import_rows",
  {
    importId: integer()
      .notNull()
      .references(() => imports.id),
    /** Row of the file, and which of the figures that the map makes of a row. */
    row: integer().notNull(),
    figure: smallint().notNull(),
    outcome: importOutcomeEnum().notNull(),
    figureId: integer()
      .notNull()
      .references(() => figures.id),
    revisionId: integer()
      .notNull()
      .references(() => figureRevisions.id),
    /** The draft that stood before, and what the dataset said before; null where there was none. */
    previousDraftId: integer().references(() => figureRevisions.id),
    previous: jsonb().$type<RowContent>(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.row, t.figure] }),
    index("import_rows_by_figure").on(t.figureId),
    index("import_rows_by_revision").on(t.revisionId),
  ],
);

/**
 * Which figure a row of a dataset is, and what the dataset said of it last: a new version of a file is held against
 * this, so that what editors mended since is not undone by a file that never changed.
 */
export const datasetRows = pgTable(
  "dataset_rows",
  {
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    /** SHA-256 of the row's key, hexadecimal. */
    key: char({ length: 64 }).notNull(),
    /** Rows of one key are told apart by their order: 0, 1, 2. */
    occurrence: smallint().notNull(),
    figureId: integer()
      .notNull()
      .references(() => figures.id),
    content: jsonb().$type<RowContent>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sourceId, t.key, t.occurrence] }),
    index("dataset_rows_by_figure").on(t.figureId),
  ],
);
