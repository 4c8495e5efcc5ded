-- Words as the table of all figures looks for them: lower case by the rules of Unicode on every engine, for the default
-- collation of the embedded one knows ASCII only; and where the press prints no-break and thin spaces and ’, readers
-- type a space and '.
CREATE FUNCTION sentence_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(lower(words COLLATE "und-x-icu"), U&'\00a0\202f\2009\2019', '   ''')
$$;--> statement-breakpoint
-- What stands between the spaces of a sentence, folded. A word longer than an index takes is cut into pieces that overlap
-- by 400 characters, which is more than anyone can type: what stands in the word stands in a piece. Its cost is told so
-- high that the index is asked wherever it can be.
CREATE FUNCTION sentence_words(sentence text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 10000 AS $$
DECLARE
  folded text := public.sentence_fold(sentence);
BEGIN
  IF length(folded) <= 640 THEN
    RETURN string_to_array(folded, ' ');
  END IF;
  RETURN ARRAY(SELECT substr(word, at, 640) FROM string_to_table(folded, ' ') word
    CROSS JOIN LATERAL generate_series(1, greatest(length(word) - 400, 1), 240) at);
END $$;--> statement-breakpoint
-- The cells of a row of a dataset, which is kept as RFC 4180 writes it, without what holds them apart there: a comma
-- between two cells is no comma within a number.
CREATE FUNCTION record_cells(record text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(CASE WHEN cell[1] LIKE '"%' THEN replace(substr(cell[1], 2, length(cell[1]) - 2), '""', '"')
    ELSE cell[1] END, ' ; '), '') FROM regexp_matches(record, '("(?:[^"]|"")*"|[^,]*)(?:,|$)', 'g') cell
$$;--> statement-breakpoint
CREATE TABLE "publication_keys" (
	"publication_id" integer PRIMARY KEY NOT NULL,
	"figure_id" integer NOT NULL,
	"revision_id" integer NOT NULL,
	"metric_id" integer NOT NULL,
	"subject_id" integer,
	"place_id" integer,
	"claimant_id" integer NOT NULL,
	"modality" "modality" NOT NULL,
	"comparator" "comparator" NOT NULL,
	"first_day" date,
	"last_day" date,
	"reported_start" date,
	"reported_end" date,
	"amount" numeric NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publish_kinds" (
	"known_from_rev" bigint NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	"first_ids" integer[] NOT NULL,
	CONSTRAINT "publish_kinds_known_from_rev_kind_pk" PRIMARY KEY("known_from_rev","kind")
);
--> statement-breakpoint
CREATE TABLE "sentence_words" (
	"word" text NOT NULL
);
--> statement-breakpoint
INSERT INTO publication_keys
SELECT p.id, p.figure_id, p.revision_id, r.metric_id, r.subject_id, r.place_id, coalesce(c.agent_id, 0),
  r.modality, r.comparator, coalesce(r.period_start, r.reported_start), coalesce(r.period_end, r.reported_end),
  r.reported_start, r.reported_end, coalesce(r.value, r.low, r.high, 0)
FROM publications p JOIN figure_revisions r ON r.id = p.revision_id
LEFT JOIN attributions c ON c.revision_id = r.id AND c.mention = 0 AND c.position = 0;--> statement-breakpoint
INSERT INTO publish_kinds (known_from_rev, kind, count, first_ids)
SELECT p.known_from_rev, CASE WHEN p.status = 'retracted' THEN 'retraction' ELSE r.change::text END,
  count(*), (array_agg(p.id ORDER BY p.id))[1:6]
FROM publications p JOIN figure_revisions r ON r.id = p.revision_id GROUP BY 1, 2;--> statement-breakpoint
INSERT INTO sentence_words (word)
SELECT DISTINCT unnest(public.sentence_words(a.sentence)) FROM anchors a WHERE a.mention = 0;--> statement-breakpoint
INSERT INTO sentence_stems (revision_id, mention, reported_on, stems)
SELECT a.revision_id, a.mention, coalesce(r.reported_end, '0001-01-01'), public.search_stems(public.record_cells(a.sentence))
FROM anchors a JOIN figure_revisions r ON r.id = a.revision_id WHERE a.record_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX "publication_keys_by_figure" ON "publication_keys" USING btree ("figure_id");--> statement-breakpoint
CREATE INDEX "publication_keys_by_revision" ON "publication_keys" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "publication_keys_by_metric" ON "publication_keys" USING btree ("metric_id","figure_id");--> statement-breakpoint
CREATE INDEX "publication_keys_by_subject" ON "publication_keys" USING btree ("subject_id","figure_id");--> statement-breakpoint
CREATE INDEX "publication_keys_by_place" ON "publication_keys" USING btree ("place_id","figure_id");--> statement-breakpoint
CREATE INDEX "publication_keys_by_claimant" ON "publication_keys" USING btree ("claimant_id","figure_id");--> statement-breakpoint
CREATE INDEX "publication_keys_by_modality" ON "publication_keys" USING btree ("modality");--> statement-breakpoint
CREATE INDEX "publication_keys_by_comparator" ON "publication_keys" USING btree ("comparator");--> statement-breakpoint
CREATE INDEX "publication_keys_by_days" ON "publication_keys" USING gist (daterange("first_day", "last_day", '[]'));--> statement-breakpoint
CREATE INDEX "publication_keys_by_period" ON "publication_keys" USING btree (coalesce("first_day", '0001-01-01'::date),"figure_id","last_day","reported_end");--> statement-breakpoint
CREATE INDEX "publication_keys_by_report" ON "publication_keys" USING btree (coalesce("reported_start", '0001-01-01'::date),"figure_id","reported_end");--> statement-breakpoint
CREATE INDEX "publication_keys_by_amount" ON "publication_keys" USING btree ("amount","figure_id");--> statement-breakpoint
CREATE INDEX "sentence_words_by_word" ON "sentence_words" USING hash ("word");--> statement-breakpoint
CREATE INDEX "anchors_words" ON "anchors" USING gin (sentence_words("sentence")) WHERE "anchors"."mention" = 0;--> statement-breakpoint
CREATE FUNCTION key_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO publication_keys
  SELECT p.id, p.figure_id, p.revision_id, r.metric_id, r.subject_id, r.place_id, coalesce(c.agent_id, 0),
    r.modality, r.comparator, coalesce(r.period_start, r.reported_start), coalesce(r.period_end, r.reported_end),
    r.reported_start, r.reported_end, coalesce(r.value, r.low, r.high, 0)
  FROM written p JOIN figure_revisions r ON r.id = p.revision_id
  LEFT JOIN attributions c ON c.revision_id = r.id AND c.mention = 0 AND c.position = 0;
  INSERT INTO publish_kinds AS told (known_from_rev, kind, count, first_ids)
  SELECT p.known_from_rev, CASE WHEN p.status = 'retracted' THEN 'retraction' ELSE r.change::text END,
    count(*), (array_agg(p.id ORDER BY p.id))[1:6]
  FROM written p JOIN figure_revisions r ON r.id = p.revision_id GROUP BY 1, 2
  ON CONFLICT (known_from_rev, kind) DO UPDATE
    SET count = told.count + excluded.count, first_ids = (told.first_ids || excluded.first_ids)[1:6];
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_are_keyed AFTER INSERT ON publications REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION key_publications();
--> statement-breakpoint
-- The stems of rows of datasets too, and the words of every anchor. By the statement: a batch writes thousands at once.
CREATE OR REPLACE FUNCTION stem_sentences() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sentence_stems (revision_id, mention, reported_on, stems)
  SELECT a.revision_id, a.mention, coalesce(r.reported_end, '0001-01-01'),
    public.search_stems(CASE WHEN a.record_id IS NULL THEN a.sentence ELSE public.record_cells(a.sentence) END)
  FROM written a JOIN figure_revisions r ON r.id = a.revision_id;
  INSERT INTO sentence_words (word)
  SELECT DISTINCT met.word FROM written a CROSS JOIN LATERAL unnest(public.sentence_words(a.sentence)) met (word)
  WHERE a.mention = 0 AND NOT EXISTS (SELECT FROM sentence_words known WHERE known.word = met.word);
  RETURN NULL;
END $$;
