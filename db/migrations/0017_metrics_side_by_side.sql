-- What is asked of every figure of a metric stands side by side in one index, where it lay on three pages for each.
-- Publishing waits while this runs, a minute for a million figures. Readers do not: the rows are written to a new table
-- that takes the place of the old one at the end.
LOCK TABLE "publications" IN SHARE ROW EXCLUSIVE MODE;--> statement-breakpoint
CREATE TABLE "new_publication_keys" (
	"publication_id" integer NOT NULL,
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
	"amount" numeric NOT NULL,
	"status" "status" NOT NULL,
	"known_from_rev" bigint NOT NULL,
	"known_to_rev" bigint NOT NULL,
	"period_start" date,
	"period_end" date,
	"value" numeric,
	"low" numeric,
	"high" numeric,
	"unit_id" integer NOT NULL,
	"statistic" "statistic" NOT NULL,
	"per" "per",
	"rank" "rank" NOT NULL,
	"change" "change_kind" NOT NULL,
	"supersedes_id" integer
);
--> statement-breakpoint
INSERT INTO new_publication_keys
SELECT p.id, p.figure_id, p.revision_id, r.metric_id, r.subject_id, r.place_id, coalesce(c.agent_id, 0),
  r.modality, r.comparator, coalesce(r.period_start, r.reported_start), coalesce(r.period_end, r.reported_end),
  r.reported_start, r.reported_end, coalesce(r.value, r.low, r.high, 0), p.status, p.known_from_rev, p.known_to_rev,
  r.period_start, r.period_end, r.value, r.low, r.high, r.unit_id, r.statistic, r.per, r.rank, r.change, r.supersedes_id
FROM publications p JOIN figure_revisions r ON r.id = p.revision_id
LEFT JOIN attributions c ON c.revision_id = r.id AND c.mention = 0 AND c.position = 0;--> statement-breakpoint
ALTER TABLE "new_publication_keys" ADD CONSTRAINT "new_publication_keys_pkey" PRIMARY KEY ("publication_id");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_figure" ON "new_publication_keys" USING btree ("figure_id");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_revision" ON "new_publication_keys" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_metric" ON "new_publication_keys" USING btree ("metric_id","figure_id","publication_id","revision_id","subject_id","place_id","claimant_id","modality","comparator","first_day","last_day","reported_start","reported_end","status","known_from_rev","known_to_rev","period_start","period_end","value","low","high","unit_id","statistic","per","rank","change","supersedes_id");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_subject" ON "new_publication_keys" USING btree ("subject_id","figure_id");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_place" ON "new_publication_keys" USING btree ("place_id","figure_id");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_claimant" ON "new_publication_keys" USING btree ("claimant_id","figure_id");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_modality" ON "new_publication_keys" USING btree ("modality");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_comparator" ON "new_publication_keys" USING btree ("comparator");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_days" ON "new_publication_keys" USING gist (daterange("first_day", "last_day", '[]'));--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_period" ON "new_publication_keys" USING btree (coalesce("first_day", '0001-01-01'::date),"figure_id","last_day","reported_end");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_report" ON "new_publication_keys" USING btree (coalesce("reported_start", '0001-01-01'::date),"figure_id","reported_end");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_amount" ON "new_publication_keys" USING btree ("amount","figure_id");--> statement-breakpoint
CREATE INDEX "new_publication_keys_by_metric_and_claimant" ON "new_publication_keys" USING btree ("metric_id","claimant_id","figure_id");--> statement-breakpoint
-- Whoever may do something with the old table may do the same with the new one.
DO $$
DECLARE
  given record;
BEGIN
  FOR given IN SELECT a.privilege_type, a.grantee::regrole AS grantee
    FROM pg_class t, aclexplode(t.relacl) a WHERE t.oid = 'publication_keys'::regclass AND a.grantee <> 0
  LOOP
    EXECUTE format('GRANT %s ON new_publication_keys TO %s', given.privilege_type, given.grantee);
  END LOOP;
END $$;
--> statement-breakpoint
DROP TABLE "publication_keys";--> statement-breakpoint
ALTER TABLE "new_publication_keys" RENAME TO "publication_keys";--> statement-breakpoint
ALTER INDEX "new_publication_keys_pkey" RENAME TO "publication_keys_pkey";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_figure" RENAME TO "publication_keys_by_figure";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_revision" RENAME TO "publication_keys_by_revision";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_metric" RENAME TO "publication_keys_by_metric";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_subject" RENAME TO "publication_keys_by_subject";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_place" RENAME TO "publication_keys_by_place";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_claimant" RENAME TO "publication_keys_by_claimant";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_modality" RENAME TO "publication_keys_by_modality";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_comparator" RENAME TO "publication_keys_by_comparator";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_days" RENAME TO "publication_keys_by_days";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_period" RENAME TO "publication_keys_by_period";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_report" RENAME TO "publication_keys_by_report";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_amount" RENAME TO "publication_keys_by_amount";--> statement-breakpoint
ALTER INDEX "new_publication_keys_by_metric_and_claimant" RENAME TO "publication_keys_by_metric_and_claimant";--> statement-breakpoint
CREATE OR REPLACE FUNCTION key_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO publication_keys
  SELECT p.id, p.figure_id, p.revision_id, r.metric_id, r.subject_id, r.place_id, coalesce(c.agent_id, 0),
    r.modality, r.comparator, coalesce(r.period_start, r.reported_start), coalesce(r.period_end, r.reported_end),
    r.reported_start, r.reported_end, coalesce(r.value, r.low, r.high, 0), p.status, p.known_from_rev, p.known_to_rev,
    r.period_start, r.period_end, r.value, r.low, r.high, r.unit_id, r.statistic, r.per, r.rank, r.change, r.supersedes_id
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
CREATE FUNCTION end_keys() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE publication_keys k SET known_to_rev = ended.known_to_rev FROM ended WHERE k.publication_id = ended.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_end_keys AFTER UPDATE ON publications REFERENCING NEW TABLE AS ended FOR EACH STATEMENT EXECUTE FUNCTION end_keys();
--> statement-breakpoint
-- Nothing is known yet of what stands in the new table, and the embedded engine would never look by itself.
ANALYZE "publication_keys";
