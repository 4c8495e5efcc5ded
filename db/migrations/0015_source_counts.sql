CREATE TABLE "source_counts" (
	"source_id" integer NOT NULL,
	"from_rev" bigint NOT NULL,
	"figures" integer NOT NULL,
	"shown" integer NOT NULL,
	CONSTRAINT "source_counts_source_id_from_rev_pk" PRIMARY KEY("source_id","from_rev")
);
--> statement-breakpoint
-- What a statement did to what readers are shown of sources: figures by one more or one less from a revision on, counted
-- anew from there. A figure counts once for each source that states it, in however many sentences.
CREATE FUNCTION add_to_source_counts(revision_ids integer[], from_revs bigint[], statuses status[], signs integer[])
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changed record;
BEGIN
  FOR changed IN
    SELECT told.source_id, said.from_rev, sum(said.sign) AS shown,
      coalesce(sum(said.sign) FILTER (WHERE said.status = 'published'), 0) AS figures
    FROM unnest(revision_ids, from_revs, statuses, signs) AS said (revision_id, from_rev, status, sign)
    CROSS JOIN LATERAL (
      SELECT DISTINCT version.source_id FROM anchors stated
      JOIN source_versions version ON version.id = stated.source_version_id
      WHERE stated.revision_id = said.revision_id) told
    GROUP BY 1, 2 ORDER BY 1, 2
  LOOP
    INSERT INTO source_counts (source_id, from_rev, figures, shown)
    SELECT changed.source_id, changed.from_rev, coalesce(last.figures, 0), coalesce(last.shown, 0)
    FROM (SELECT) one LEFT JOIN LATERAL (
      SELECT c.figures, c.shown FROM source_counts c
      WHERE c.source_id = changed.source_id AND c.from_rev < changed.from_rev ORDER BY c.from_rev DESC LIMIT 1) last ON true
    ON CONFLICT DO NOTHING;
    UPDATE source_counts SET figures = figures + changed.figures, shown = shown + changed.shown
    WHERE source_id = changed.source_id AND from_rev >= changed.from_rev;
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION count_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_to_source_counts(array_agg(p.revision_id), array_agg(p.known_from_rev), array_agg(p.status), array_agg(1))
  FROM written p HAVING count(*) > 0;
  PERFORM add_to_source_counts(array_agg(p.revision_id), array_agg(p.known_to_rev), array_agg(p.status), array_agg(-1))
  FROM written p WHERE p.known_to_rev < 9007199254740991 HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Of a publication nothing is written again but its end, once.
CREATE FUNCTION count_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM add_to_source_counts(array_agg(p.revision_id), array_agg(p.known_to_rev), array_agg(p.status), array_agg(-1))
  FROM written p JOIN earlier e ON e.id = p.id WHERE p.known_to_rev < e.known_to_rev HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Before what is there is counted: whoever publishes meanwhile waits, and is counted by these.
CREATE TRIGGER publications_are_counted AFTER INSERT ON publications REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_published();
--> statement-breakpoint
CREATE TRIGGER ended_publications_are_counted AFTER UPDATE ON publications REFERENCING OLD TABLE AS earlier NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_ended();
--> statement-breakpoint
INSERT INTO source_counts (source_id, from_rev, figures, shown)
SELECT source_id, from_rev, sum(sum(figure)) OVER so_far, sum(sum(one)) OVER so_far
FROM (SELECT DISTINCT version.source_id, stated.revision_id FROM anchors stated
  JOIN source_versions version ON version.id = stated.source_version_id) told
JOIN publications p ON p.revision_id = told.revision_id
CROSS JOIN LATERAL (VALUES (p.known_from_rev, 1), (p.known_to_rev, -1)) at (from_rev, one)
CROSS JOIN LATERAL (SELECT CASE WHEN p.status = 'published' THEN one ELSE 0 END AS figure) counted
WHERE from_rev < 9007199254740991
GROUP BY source_id, from_rev
WINDOW so_far AS (PARTITION BY source_id ORDER BY from_rev);
--> statement-breakpoint
CREATE INDEX "publication_keys_by_metric_and_claimant" ON "publication_keys" USING btree ("metric_id","claimant_id","figure_id");--> statement-breakpoint
-- Last, for it keeps readers waiting until the end. The table of figures is ordered by publication_keys since 0014.
DROP INDEX "figure_revisions_by_period";--> statement-breakpoint
DROP INDEX "figure_revisions_by_report";--> statement-breakpoint
DROP INDEX "figure_revisions_by_value";
