CREATE TABLE "metric_publishes" (
	"metric_id" integer NOT NULL,
	"from_rev" bigint NOT NULL,
	CONSTRAINT "metric_publishes_metric_id_from_rev_pk" PRIMARY KEY("metric_id","from_rev")
);
--> statement-breakpoint
ALTER TABLE "audit_head" ADD COLUMN "shown" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_head" ADD COLUMN "named" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- How far an audited change reaches: 0 where no reader's page can show it, 1 where it is shown through publications
-- alone, 2 where it may be shown anywhere. What is not known here reaches everywhere.
CREATE FUNCTION audit_reach(verb text) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (CASE
    WHEN verb IN ('accept_as_mention', 'accept_suggestion', 'change_password', 'discard_draft', 'fail_sign_in',
      'make_token', 'record_figure', 'reject_suggestion', 'restore_revision', 'revise_figure', 'revoke_sessions',
      'revoke_token', 'second_factor', 'send_back_figure', 'sign_in', 'sign_out', 'submit_figures', 'undo_suggestion',
      'use_token') THEN 0
    WHEN verb IN ('approve_figures', 'publish_figures', 'retract_figure') THEN 1
    ELSE 2 END)::smallint
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION link_audit_event(event audit_events) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  head audit_head%ROWTYPE;
  next_hash char(64);
  reach smallint := audit_reach(event.verb);
BEGIN
  SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
  next_hash := encode(sha256(convert_to(head.hash || audit_content(event), 'UTF8')), 'hex');
  INSERT INTO audit_links (position, seq, prev_hash, hash) VALUES (head.position + 1, event.seq, head.hash, next_hash);
  UPDATE audit_head SET position = head.position + 1, hash = next_hash,
    shown = CASE WHEN reach > 0 THEN head.position + 1 ELSE shown END,
    named = CASE WHEN reach > 1 THEN head.position + 1 ELSE named END;
END $$;
--> statement-breakpoint
UPDATE audit_head SET shown = position, named = position;
--> statement-breakpoint
-- Before what is there is told: whoever publishes meanwhile waits, and tells it by this. It is named so as to come after
-- `publications_are_keyed`.
CREATE FUNCTION tell_metrics() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO metric_publishes (metric_id, from_rev)
  SELECT known.metric_id, w.known_from_rev FROM written w JOIN publication_keys known ON known.figure_id = w.figure_id
  UNION
  SELECT replaced.metric_id, w.known_from_rev FROM written w JOIN publication_keys known ON known.figure_id = w.figure_id
  JOIN figure_revisions r ON r.id = known.revision_id JOIN publication_keys replaced ON replaced.figure_id = r.supersedes_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_change_metrics AFTER INSERT ON publications REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION tell_metrics();
--> statement-breakpoint
INSERT INTO metric_publishes (metric_id, from_rev)
SELECT known.metric_id, p.known_from_rev FROM publications p JOIN publication_keys known ON known.figure_id = p.figure_id
UNION
SELECT replaced.metric_id, p.known_from_rev FROM publications p JOIN publication_keys known ON known.figure_id = p.figure_id
JOIN figure_revisions r ON r.id = known.revision_id JOIN publication_keys replaced ON replaced.figure_id = r.supersedes_id;
