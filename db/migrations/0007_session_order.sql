-- A session that is prolonged needs no second look at its editor: shutting someone out deletes their sessions. Looking
-- would lock the editor after the session, where shutting out locks them the other way round, and both would wait.
CREATE OR REPLACE FUNCTION check_session() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW.editor_id, NEW.token, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.editor_id, OLD.token, OLD.created_at) THEN
    PERFORM refuse('session_is_its_own', 'of a session only its end is written again');
  END IF;
  IF TG_OP = 'INSERT' AND NOT EXISTS (
    SELECT 1 FROM editors WHERE id = NEW.editor_id AND role <> 'system' AND disabled_at IS NULL FOR SHARE
  ) THEN
    PERFORM refuse('may_sign_in', 'this account may not sign in');
  END IF;
  NEW.expires_at := least(NEW.expires_at, NEW.created_at + interval '30 days');
  RETURN NEW;
END $$;
