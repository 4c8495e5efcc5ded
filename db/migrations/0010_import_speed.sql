-- Publishing thousands at once: what a publication is asked is the same as in 0009, but the anchor is read once, and the
-- question whether readers may see it is asked here. As a function of its own, in SQL, it was planned anew for every
-- row, which took most of the time.
CREATE OR REPLACE FUNCTION check_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published figure_revisions%ROWTYPE;
  anchor anchors%ROWTYPE;
BEGIN
  SELECT * INTO published FROM figure_revisions WHERE id = NEW.revision_id;
  IF published.figure_id IS DISTINCT FROM NEW.figure_id THEN
    PERFORM refuse('revision_of_figure', 'the revision is of another figure');
  END IF;
  IF NEW.known_from_rev <> (SELECT revision FROM collection) OR NEW.known_to_rev <> 9007199254740991 THEN
    PERFORM refuse('published_now', 'a publish starts at the newest revision of the collection and has no end yet');
  END IF;
  SELECT * INTO anchor FROM anchors a WHERE a.revision_id = NEW.revision_id AND a.mention = 0;
  IF NOT FOUND OR NOT (CASE WHEN anchor.record_id IS NULL THEN EXISTS (
    SELECT 1 FROM passages p WHERE p.source_version_id = anchor.source_version_id
      AND p.start <= anchor.sentence_start AND anchor.sentence_end <= p."end"
  ) ELSE (SELECT settings ->> 'records' = 'published' FROM collection) IS TRUE AND EXISTS (
    SELECT 1 FROM source_versions v JOIN sources s ON s.id = v.source_id
    WHERE v.id = anchor.source_version_id AND s.url IS NOT NULL
  ) END) THEN
    PERFORM refuse('published_has_anchor', 'no published figure without an anchor that readers may see');
  END IF;
  IF NOT coalesce(anchor.reads_as IN (published.value, published.low, published.high), false)
     AND NOT (anchor.reads_as IS NULL AND published.value IS NULL) THEN
    PERFORM refuse('number_holds_value', 'the number in the anchor is not the value as reported');
  END IF;
  IF published.unattributed = EXISTS (
    SELECT 1 FROM attributions WHERE revision_id = NEW.revision_id AND mention = 0 AND position = 0
  ) THEN
    PERFORM refuse('claimant_or_unattributed', 'a figure names its claimant, or says it is unattributed');
  END IF;
  IF NEW.route = 'review' AND NOT coalesce((
    SELECT decision = 'approve' FROM reviews WHERE revision_id = NEW.revision_id ORDER BY id DESC LIMIT 1
  ), false) THEN
    PERFORM refuse('published_after_review', 'the last review of this revision did not approve it');
  END IF;
  IF NEW.route = 'seed' AND (SELECT role FROM editors WHERE id = published.author_id) <> 'system' THEN
    PERFORM refuse('published_after_review', 'only the seed loader publishes by the seed route');
  END IF;
  IF NEW.route = 'review_off' AND (SELECT settings ->> 'review' FROM collection) IS DISTINCT FROM 'off' THEN
    PERFORM refuse('published_after_review', 'this collection is run with review');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP FUNCTION is_shown_anchor(anchors);
