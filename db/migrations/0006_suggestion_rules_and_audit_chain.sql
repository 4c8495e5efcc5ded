-- What constraints alone cannot say of suggestions, carry-overs, lists and the audit. As in 0001, every refusal
-- carries the name of its rule.

-- What was proposed never changes; what became of it does.
CREATE FUNCTION check_suggestion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.source_version_id, NEW.sentence_start, NEW.sentence_end, NEW.number_start, NEW.number_end,
      NEW.proposal, NEW.reader_version, NEW.score, NEW.mask)
     IS DISTINCT FROM (OLD.id, OLD.source_version_id, OLD.sentence_start, OLD.sentence_end, OLD.number_start,
      OLD.number_end, OLD.proposal, OLD.reader_version, OLD.score, OLD.mask) THEN
    PERFORM refuse('append_only', 'of a suggestion only its outcome is written again');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER only_its_outcome BEFORE UPDATE ON suggestions FOR EACH ROW EXECUTE FUNCTION check_suggestion();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON suggestions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE FUNCTION check_carryover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.resolved_at IS NOT NULL
     OR (NEW.id, NEW.figure_id, NEW.revision_id, NEW.mention, NEW.source_version_id, NEW.state, NEW.sentence_start,
      NEW.sentence_end, NEW.number_start, NEW.number_end, NEW.why, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.figure_id, OLD.revision_id, OLD.mention, OLD.source_version_id, OLD.state,
      OLD.sentence_start, OLD.sentence_end, OLD.number_start, OLD.number_end, OLD.why, OLD.created_at) THEN
    PERFORM refuse('append_only', 'of a carry-over only who resolved it is written, once');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER only_its_resolution BEFORE UPDATE ON carryovers FOR EACH ROW EXECUTE FUNCTION check_carryover();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON carryovers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- An entry merged into another leads there in one step.
CREATE FUNCTION check_merge() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  chained boolean;
BEGIN
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM %I WHERE id = $1 AND merged_into_id IS NOT NULL)
    OR ($1 IS NOT NULL AND EXISTS (SELECT 1 FROM %I WHERE merged_into_id = $2))', TG_TABLE_NAME, TG_TABLE_NAME)
    INTO chained USING NEW.merged_into_id, NEW.id;
  IF chained THEN
    PERFORM refuse('merged_in_one_step', 'an entry is merged into one that is not merged itself');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER merged_in_one_step BEFORE INSERT OR UPDATE OF merged_into_id ON agents FOR EACH ROW EXECUTE FUNCTION check_merge();
--> statement-breakpoint
CREATE TRIGGER merged_in_one_step BEFORE INSERT OR UPDATE OF merged_into_id ON places FOR EACH ROW EXECUTE FUNCTION check_merge();
--> statement-breakpoint

-- Charts tell claimants apart by a mark of their own: whoever is published as one for the first time gets the next.
-- Publishes queue at the collection, so no two take the same.
CREATE FUNCTION mark_claimant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE agents SET mark = (SELECT coalesce(max(mark), -1) + 1 FROM agents)
  WHERE mark IS NULL AND id IN (
    SELECT coalesce(a.merged_into_id, a.id) FROM attributions t JOIN agents a ON a.id = t.agent_id
    WHERE t.revision_id = NEW.revision_id AND t.mention = 0 AND t.position = 0
  );
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER claimant_has_a_mark AFTER INSERT ON publications FOR EACH ROW EXECUTE FUNCTION mark_claimant();
--> statement-breakpoint

-- The audit is a chain of hashes. Links are made at commit, when a transaction has taken all its other locks, so that
-- waiting for the head of the chain can close no circle.
CREATE FUNCTION audit_content(event audit_events) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_array(event.seq, to_char(event.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    event.editor_id, event.verb, event.entity, event.before, event.after)::text
$$;
--> statement-breakpoint
CREATE FUNCTION link_audit_event(event audit_events) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  head audit_head%ROWTYPE;
  next_hash char(64);
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  next_hash := encode(sha256(convert_to(head.hash || audit_content(event), 'UTF8')), 'hex');
  INSERT INTO audit_links (position, seq, prev_hash, hash) VALUES (head.position + 1, event.seq, head.hash, next_hash);
  UPDATE audit_head SET position = head.position + 1, hash = next_hash;
END $$;
--> statement-breakpoint
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM link_audit_event(NEW);
  RETURN NULL;
END $$;
--> statement-breakpoint
INSERT INTO audit_head (id, position, hash) VALUES (1, 0, repeat('0', 64));
--> statement-breakpoint
DO $$
DECLARE
  event audit_events%ROWTYPE;
BEGIN
  FOR event IN SELECT * FROM audit_events ORDER BY seq LOOP
    PERFORM link_audit_event(event);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER chained AFTER INSERT ON audit_events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_links FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON audit_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
