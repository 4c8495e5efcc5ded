-- The invariants that constraints alone cannot say. Every refusal carries a constraint name, so that callers can
-- tell which rule was broken.

-- A character beyond U+FFFF is two UTF-16 units: follow each with a filler, and PostgreSQL's positions, which count
-- characters, become UTF-16 positions. Texts may not hold the filler themselves (source_version_is_sound).
CREATE FUNCTION utf16(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(words, '([\U00010000-\U0010FFFF])', E'\\1\x01', 'g')
$$;
--> statement-breakpoint
-- Whether the words stand in the padded text from one unit to the other: to the letter, and none of them past its end.
CREATE FUNCTION stands_at(padded text, from_unit integer, to_unit integer, words text) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT from_unit >= 0 AND length(utf16(words)) = to_unit - from_unit AND position(E'\x01' IN words) = 0
    AND substr(padded, from_unit + 1, greatest(to_unit - from_unit, 0)) = utf16(words)
$$;
--> statement-breakpoint
-- Whether a position lies between the two units of one character.
CREATE FUNCTION cuts_a_character(padded text, unit integer) RETURNS boolean
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT substr(padded, unit + 1, 1) = E'\x01'
$$;
--> statement-breakpoint
CREATE FUNCTION refuse(rule text, words text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', words USING ERRCODE = 'check_violation', CONSTRAINT = rule;
END $$;
--> statement-breakpoint

-- 1. What may never change.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refuse('append_only', format('%s is append-only: %s refused', TG_TABLE_NAME, TG_OP));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON source_versions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON passages FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON figure_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON anchors FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON attributions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON collection_revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON figures FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON publications FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON sources FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON collection FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- 2. A source version is what its hash says, and a passage lies inside it.
CREATE FUNCTION check_source_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF position(E'\x01' IN NEW.text) > 0 THEN
    PERFORM refuse('source_version_is_sound', 'a source text may not hold the control character U+0001');
  END IF;
  IF encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex') <> NEW.sha256 THEN
    PERFORM refuse('sha256_of_text', 'the sha256 is not that of the text');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER source_version_is_sound BEFORE INSERT ON source_versions FOR EACH ROW EXECUTE FUNCTION check_source_version();
--> statement-breakpoint
CREATE FUNCTION check_passage() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  padded text := (SELECT utf16(text) FROM source_versions WHERE id = NEW.source_version_id);
BEGIN
  IF NEW."end" > length(padded) OR cuts_a_character(padded, NEW.start) OR cuts_a_character(padded, NEW."end") THEN
    PERFORM refuse('passage_in_text', 'the passage ends after its text, or cuts a character in half');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER passage_in_text BEFORE INSERT ON passages FOR EACH ROW EXECUTE FUNCTION check_passage();
--> statement-breakpoint

-- 3. An anchor's sentence is a verbatim slice of its source version, and its number a slice of the sentence.
CREATE FUNCTION check_sentence(version integer, from_unit integer, to_unit integer, sentence text, prefix text, suffix text)
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  padded text := (SELECT utf16(text) FROM source_versions WHERE id = version);
BEGIN
  IF to_unit <= from_unit OR NOT stands_at(padded, from_unit, to_unit, sentence) THEN
    PERFORM refuse('sentence_is_verbatim', 'the sentence is not what its source version says there');
  END IF;
  IF NOT stands_at(padded, from_unit - length(utf16(prefix)), from_unit, prefix)
     OR NOT stands_at(padded, to_unit, to_unit + length(utf16(suffix)), suffix) THEN
    PERFORM refuse('context_is_verbatim', 'the words around the sentence are not what its source version says');
  END IF;
END $$;
--> statement-breakpoint
CREATE FUNCTION check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Group separators that the press prints: spaces (plain, no-break, thin), apostrophes.
  digits text := regexp_replace(NEW.number_text, '[\u0020\u00A0\u202F\u2009''\u2019]', '', 'g');
BEGIN
  IF EXISTS (SELECT 1 FROM publications WHERE revision_id = NEW.revision_id) THEN
    PERFORM refuse('closed_once_published', 'the anchors of a published revision are closed');
  END IF;
  PERFORM check_sentence(NEW.source_version_id, NEW.sentence_start, NEW.sentence_end, NEW.sentence, NEW.prefix, NEW.suffix);
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
CREATE TRIGGER anchor_is_verbatim BEFORE INSERT ON anchors FOR EACH ROW EXECUTE FUNCTION check_anchor();
--> statement-breakpoint
CREATE FUNCTION check_marked_words() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  padded text := utf16(NEW.sentence);
BEGIN
  PERFORM check_sentence(NEW.source_version_id, NEW.sentence_start, NEW.sentence_end, NEW.sentence, NEW.prefix, NEW.suffix);
  IF NEW.marked_start < 0 OR NEW.marked_end <= NEW.marked_start OR NEW.marked_end > length(padded)
     OR cuts_a_character(padded, NEW.marked_start) OR cuts_a_character(padded, NEW.marked_end) THEN
    PERFORM refuse('marked_words_in_sentence', 'the marked words lie outside the sentence, or cut a character in half');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER event_anchor_is_verbatim BEFORE INSERT OR UPDATE ON event_anchors FOR EACH ROW EXECUTE FUNCTION check_marked_words();
--> statement-breakpoint
CREATE TRIGGER figure_check_is_verbatim BEFORE INSERT OR UPDATE ON figure_checks FOR EACH ROW EXECUTE FUNCTION check_marked_words();
--> statement-breakpoint
CREATE FUNCTION check_attribution() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM publications WHERE revision_id = NEW.revision_id) THEN
    PERFORM refuse('closed_once_published', 'the attribution of a published revision is closed');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER attribution_is_open BEFORE INSERT ON attributions FOR EACH ROW EXECUTE FUNCTION check_attribution();
--> statement-breakpoint

-- 4. The unit is one the metric allows; per cent lie in 0 to 100.
CREATE FUNCTION check_figure_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM metric_units WHERE metric_id = NEW.metric_id AND unit_id = NEW.unit_id) THEN
    PERFORM refuse('unit_of_metric', 'the metric does not allow this unit');
  END IF;
  IF (SELECT slug FROM units WHERE id = NEW.unit_id) = 'percent'
     AND (least(NEW.value, NEW.low, NEW.high) < 0 OR greatest(NEW.value, NEW.low, NEW.high) > 100) THEN
    PERFORM refuse('share_within_0_and_100', 'a share lies between 0 and 100 per cent');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER figure_revision_is_sound BEFORE INSERT ON figure_revisions FOR EACH ROW EXECUTE FUNCTION check_figure_revision();
--> statement-breakpoint

-- 5. Nobody reviews their own revision.
CREATE FUNCTION check_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reviewer_id = (SELECT author_id FROM figure_revisions WHERE id = NEW.revision_id) THEN
    PERFORM refuse('reviewer_is_not_the_author', 'a revision is reviewed by someone other than its author');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER reviewer_is_not_the_author BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION check_review();
--> statement-breakpoint

-- 6. What reaches readers stands on its sentence, names its claimant or says there is none, and came by a stated route.
CREATE FUNCTION check_publication() RETURNS trigger LANGUAGE plpgsql AS $$
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
    SELECT 1 FROM anchors a JOIN passages p ON p.source_version_id = a.source_version_id
      AND p.start <= a.sentence_start AND a.sentence_end <= p."end"
    WHERE a.revision_id = NEW.revision_id AND a.mention = 0
  ) THEN
    PERFORM refuse('published_has_anchor', 'no published figure without an anchor in a passage readers may see');
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
--> statement-breakpoint
CREATE TRIGGER publication_is_sound BEFORE INSERT ON publications FOR EACH ROW EXECUTE FUNCTION check_publication();
--> statement-breakpoint
CREATE FUNCTION check_published_pointer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.published_revision_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM publications WHERE figure_id = NEW.id AND revision_id = NEW.published_revision_id
  ) THEN
    PERFORM refuse('published_was_published', 'a figure calls published only what was published of it');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER published_was_published BEFORE INSERT OR UPDATE ON figures FOR EACH ROW EXECUTE FUNCTION check_published_pointer();
--> statement-breakpoint
CREATE FUNCTION check_publication_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.known_to_rev <> 9007199254740991
     OR NEW.known_to_rev <> (SELECT revision FROM collection)
     OR (NEW.id, NEW.figure_id, NEW.revision_id, NEW.status, NEW.route, NEW.known_from_rev, NEW.published_at)
        IS DISTINCT FROM (OLD.id, OLD.figure_id, OLD.revision_id, OLD.status, OLD.route, OLD.known_from_rev, OLD.published_at) THEN
    PERFORM refuse('append_only', 'of a publication only its end is written, once');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publication_ends_once BEFORE UPDATE ON publications FOR EACH ROW EXECUTE FUNCTION check_publication_end();
--> statement-breakpoint
CREATE FUNCTION check_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.revision NOT IN (OLD.revision, OLD.revision + 1) THEN
    PERFORM refuse('revision_counts_up', 'the revision number goes up by one at a time');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER revision_counts_up BEFORE UPDATE ON collection FOR EACH ROW EXECUTE FUNCTION check_counter();
