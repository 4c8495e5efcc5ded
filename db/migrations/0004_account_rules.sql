-- What constraints alone cannot say of accounts. As in 0001, every refusal carries the name of its rule.

-- The site itself: in its name stand sign-ins that failed and the accounts made at the terminal.
INSERT INTO editors (id, name, role) VALUES ('site', 'Verbatim', 'system') ON CONFLICT DO NOTHING;
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON editors FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint

-- A session belongs to someone who may sign in, and ends thirty days after its sign-in however often it is used.
CREATE FUNCTION check_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.editor_id, NEW.token, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.editor_id, OLD.token, OLD.created_at) THEN
    PERFORM refuse('session_is_its_own', 'of a session only its end is written again');
  END IF;
  IF NOT EXISTS (
    SELECT 1 FROM editors WHERE id = NEW.editor_id AND role <> 'system' AND disabled_at IS NULL FOR SHARE
  ) THEN
    PERFORM refuse('may_sign_in', 'this account may not sign in');
  END IF;
  NEW.expires_at := least(NEW.expires_at, NEW.created_at + interval '30 days');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER session_is_sound BEFORE INSERT OR UPDATE ON sessions FOR EACH ROW EXECUTE FUNCTION check_session();
--> statement-breakpoint

-- There is always an admin who can sign in, once there was one. The lock makes two who demote each other queue up.
CREATE FUNCTION queue_up_editors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(7270002);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER editors_queue_up BEFORE UPDATE OF role, disabled_at ON editors FOR EACH STATEMENT EXECUTE FUNCTION queue_up_editors();
--> statement-breakpoint
CREATE FUNCTION check_editor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.role = 'system') <> (NEW.role = 'system') THEN
    PERFORM refuse('system_is_nobody', 'the role "system" is neither given nor taken');
  END IF;
  IF OLD.role = 'admin' AND OLD.disabled_at IS NULL AND (NEW.role <> 'admin' OR NEW.disabled_at IS NOT NULL)
     AND EXISTS (SELECT 1 FROM credentials WHERE editor_id = OLD.id)
     AND NOT EXISTS (
       SELECT 1 FROM editors e JOIN credentials c ON c.editor_id = e.id
       WHERE e.id <> OLD.id AND e.role = 'admin' AND e.disabled_at IS NULL
     ) THEN
    PERFORM refuse('last_admin_stays', 'the last admin who can sign in stays one');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER editor_is_sound BEFORE UPDATE OF role, disabled_at ON editors FOR EACH ROW EXECUTE FUNCTION check_editor();
