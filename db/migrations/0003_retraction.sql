-- A reason given to go past a warning is never rewritten.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON overrides FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- A retraction takes back what was published: it says why, and needs no second approval of words already approved.
CREATE FUNCTION check_retraction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status = 'retracted' AND coalesce(NEW.reason, '') = '' THEN
    PERFORM refuse('retraction_says_why', 'a retraction says why');
  END IF;
  IF NEW.status = 'retracted' AND NOT EXISTS (
    SELECT 1 FROM publications WHERE figure_id = NEW.figure_id AND revision_id = NEW.revision_id
  ) THEN
    PERFORM refuse('retracted_was_published', 'only what was published can be retracted');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER retraction_is_sound BEFORE INSERT ON publications FOR EACH ROW EXECUTE FUNCTION check_retraction();
--> statement-breakpoint
DROP TRIGGER publication_is_sound ON publications;
--> statement-breakpoint
CREATE TRIGGER publication_is_sound BEFORE INSERT ON publications FOR EACH ROW WHEN (NEW.status = 'published') EXECUTE FUNCTION check_publication();
--> statement-breakpoint
CREATE FUNCTION check_publication_start() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.known_from_rev <> (SELECT revision FROM collection) OR NEW.known_to_rev <> 9007199254740991 THEN
    PERFORM refuse('published_now', 'a publish starts at the newest revision of the collection and has no end yet');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER retraction_starts_now BEFORE INSERT ON publications FOR EACH ROW WHEN (NEW.status = 'retracted') EXECUTE FUNCTION check_publication_start();
--> statement-breakpoint

-- Who published a state and why it was retracted stay as written, like the rest of the row.
CREATE OR REPLACE FUNCTION check_publication_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.known_to_rev <> 9007199254740991
     OR NEW.known_to_rev <> (SELECT revision FROM collection)
     OR (NEW.id, NEW.figure_id, NEW.revision_id, NEW.status, NEW.route, NEW.known_from_rev, NEW.published_at, NEW.editor_id, NEW.reason)
        IS DISTINCT FROM (OLD.id, OLD.figure_id, OLD.revision_id, OLD.status, OLD.route, OLD.known_from_rev, OLD.published_at, OLD.editor_id, OLD.reason) THEN
    PERFORM refuse('append_only', 'of a publication only its end is written, once');
  END IF;
  RETURN NEW;
END $$;
