import { customType, date, index, integer, pgTable, primaryKey, smallint, text } from "drizzle-orm/pg-core";

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * The words of every sentence a figure stands in, in the stems of French and of English, without accents; of a row
 * of a dataset, the words of its cells. Written by the database alone, beside the anchors: their rows stay narrow for
 * everything else that reads them. No foreign key: anchors are never taken out, and a batch of them would pay for one
 * by the row.
 */
export const sentenceStems = pgTable(
  "sentence_stems",
  {
    revisionId: integer().notNull(),
    mention: smallint().notNull(),
    /** The last day its figure may have been reported on; 1 January of year 1 where that is not known. */
    reportedOn: date({ mode: "string" }).notNull(),
    stems: tsvector().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.revisionId, t.mention] }),
    index("sentence_stems_words").using("gin", t.stems),
    index("sentence_stems_newest").on(t.reportedOn, t.revisionId),
  ],
);

/**
 * Every word that stands in a sentence of a figure, as `sentence_words` cuts them out: letters that stand inside words
 * are looked for among these, which are few, and the sentences are found by the words. Written by the database alone,
 * as sentences are; a word that two transactions meet at once is in here twice, which does no harm.
 */
export const sentenceWords = pgTable("sentence_words", { word: text().notNull() }, (t) => [
  index("sentence_words_by_word").using("hash", t.word),
]);
