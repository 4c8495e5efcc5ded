-- What constraints alone cannot say of records and imports. As in 0001, every refusal carries the name of its rule.

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON records FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON import_rows FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON imports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION check_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT extent FROM source_versions WHERE id = NEW.source_version_id)::text <> 'records' THEN
    PERFORM refuse('record_of_dataset', 'a record stands in a version that is kept as records');
  END IF;
  IF position(E'\x01' IN NEW.text) > 0 THEN
    PERFORM refuse('record_is_sound', 'a record may not hold the control character U+0001');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER record_is_sound BEFORE INSERT ON records FOR EACH ROW EXECUTE FUNCTION check_record();
--> statement-breakpoint

-- An anchor in a record: the "sentence" is the record itself, at its place in the table, with nothing around it.
CREATE FUNCTION check_record_anchor(anchor anchors) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  stands records%ROWTYPE;
BEGIN
  SELECT * INTO stands FROM records WHERE id = anchor.record_id;
  IF stands.source_version_id <> anchor.source_version_id OR stands.text <> anchor.sentence
     OR stands.start <> anchor.sentence_start
     OR anchor.sentence_end - anchor.sentence_start <> length(utf16(stands.text))
     OR anchor.prefix <> '' OR anchor.suffix <> '' THEN
    PERFORM refuse('record_is_verbatim', 'the words are not what the record says');
  END IF;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Group separators that the press prints: spaces (plain, no-break, thin), apostrophes.
  digits text := regexp_replace(NEW.number_text, '[\u0020\u00A0\u202F\u2009''\u2019]', '', 'g');
BEGIN
  IF EXISTS (SELECT 1 FROM publications WHERE revision_id = NEW.revision_id) THEN
    PERFORM refuse('closed_once_published', 'the anchors of a published revision are closed');
  END IF;
  IF NEW.record_id IS NULL THEN
    PERFORM check_sentence(NEW.source_version_id, NEW.sentence_start, NEW.sentence_end, NEW.sentence, NEW.prefix, NEW.suffix);
  ELSE
    PERFORM check_record_anchor(NEW);
  END IF;
  IF NEW.number_end <= NEW.number_start
     OR NOT stands_at(utf16(NEW.sentence), NEW.number_start, NEW.number_end, NEW.number_text) THEN
    PERFORM refuse('number_is_verbatim', 'the number is not what the sentence says there');
  END IF;
  IF digits ~ '^[0-9]+$' AND digits::numeric IS DISTINCT FROM NEW.reads_as THEN
    PERFORM refuse('digits_read_as_themselves', format('"%s" does not read as %s', NEW.number_text, NEW.reads_as));
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

-- What reaches readers stands in a passage; or, where the collection says so, in a record of a dataset with an address
-- of its own.
CREATE FUNCTION is_shown_anchor(anchor anchors) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN anchor.record_id IS NULL THEN EXISTS (
    SELECT 1 FROM passages p WHERE p.source_version_id = anchor.source_version_id
      AND p.start <= anchor.sentence_start AND anchor.sentence_end <= p."end"
  ) ELSE (SELECT settings ->> 'records' = 'published' FROM collection) IS TRUE AND EXISTS (
    SELECT 1 FROM source_versions v JOIN sources s ON s.id = v.source_id
    WHERE v.id = anchor.source_version_id AND s.url IS NOT NULL
  ) END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION check_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  published figure_revisions%ROWTYPE;
BEGIN
  SELECT * INTO published FROM figure_revisions WHERE id = NEW.revision_id;
  IF published.figure_id IS DISTINCT FROM NEW.figure_id THEN
    PERFORM refuse('revision_of_figure', 'the revision is of another figure');
  END IF;
  IF NEW.known_from_rev <> (SELECT revision FROM collection) OR NEW.known_to_rev <> 9007199254740991 THEN
    PERFORM refuse('published_now', 'a publish starts at the newest revision of the collection and has no end yet');
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM anchors a WHERE a.revision_id = NEW.revision_id AND a.mention = 0 AND is_shown_anchor(a)
  ) THEN
    PERFORM refuse('published_has_anchor', 'no published figure without an anchor that readers may see');
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM anchors a WHERE a.revision_id = NEW.revision_id AND a.mention = 0
      AND (a.reads_as IN (published.value, published.low, published.high)
           OR (a.reads_as IS NULL AND published.value IS NULL))
  ) THEN
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
