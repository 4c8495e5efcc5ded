-- How words are looked for, the same in a text and in what a reader types: lower case by the rules of Unicode, spaces
-- and quotation marks of every press as plain ones, no space or comma within a number. Immutable, for indexes need it.
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(replace(replace(translate(lower(normalize(words, NFC) COLLATE "und-x-icu"),
    U&'\00a0\202f\2009’«»“”„', '   ''"""""'), 'œ', 'oe'), 'æ', 'ae'), '(\d)[ ,](?=\d{3}(?:\D|$))', '\1', 'g')
$$;--> statement-breakpoint
-- Accents go after stemming, for the stems of French hang on them ("libérée", "libérer").
CREATE FUNCTION search_bare(stems text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT translate(stems, 'àâäáãåāçéèêëēíìîïīñóòôöõøúùûüūýÿ', 'aaaaaaaceeeeeiiiiinoooooouuuuuyy')
$$;--> statement-breakpoint
-- The stems of words in French and in English: a text is found by a word of either. "the" keeps the two apart: a phrase
-- does not run from the end of the one into the start of the other.
CREATE FUNCTION search_stems(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 2000 AS $$
  SELECT public.search_bare((to_tsvector('pg_catalog.french'::regconfig, public.search_fold(words))
    || to_tsvector('pg_catalog.english'::regconfig, 'the ' || public.search_fold(words)))::text)::tsvector
$$;--> statement-breakpoint
-- What a reader types, as a search engine reads it: "a phrase", or, -without. Nothing typed is an error.
CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 2000 AS $$
  SELECT public.search_bare((websearch_to_tsquery('pg_catalog.french'::regconfig, public.search_fold(words))
    || websearch_to_tsquery('pg_catalog.english'::regconfig, public.search_fold(words)))::text)::tsquery
$$;--> statement-breakpoint
-- The words of a text that have one of these stems, folded: what is marked in it.
CREATE FUNCTION search_hits(words text, asked text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 2000 AS $$
  SELECT coalesce(array_agg(DISTINCT token), '{}') FROM ts_parse('default', public.search_fold(words))
  WHERE public.search_bare((ts_lexize('pg_catalog.french_stem', token))[1]) = ANY (asked)
    OR public.search_bare((ts_lexize('pg_catalog.english_stem', token))[1]) = ANY (asked)
$$;--> statement-breakpoint
CREATE TYPE "public"."link_answer" AS ENUM('there', 'moved', 'gone', 'refused', 'silent', 'unasked');--> statement-breakpoint
CREATE TYPE "public"."link_kind" AS ENUM('original', 'archived');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('fr', 'en');--> statement-breakpoint
CREATE TYPE "public"."objection_about" AS ENUM('value', 'claimant', 'date', 'other');--> statement-breakpoint
CREATE TYPE "public"."objection_outcome" AS ENUM('open', 'accepted', 'declined');--> statement-breakpoint
CREATE TABLE "link_checks" (
	"source_id" integer NOT NULL,
	"kind" "link_kind" NOT NULL,
	"url" text NOT NULL,
	"answer" "link_answer" NOT NULL,
	"status" smallint,
	"moved_to" text,
	"checked_at" timestamp with time zone NOT NULL,
	"last_there_at" timestamp with time zone,
	CONSTRAINT "link_checks_source_id_kind_pk" PRIMARY KEY("source_id","kind"),
	CONSTRAINT "moved_somewhere" CHECK ("link_checks"."answer" <> 'moved' or "link_checks"."moved_to" is not null)
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "objections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"figure_id" integer NOT NULL,
	"revision_id" integer NOT NULL,
	"as_of" bigint NOT NULL,
	"about" "objection_about" NOT NULL,
	"should_say" text,
	"words" text NOT NULL,
	"email" text,
	"locale" "locale" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" "objection_outcome" DEFAULT 'open' NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "objection_is_short" CHECK (length("objections"."words") between 1 and 2000 and length("objections"."should_say") <= 200 and length("objections"."email") <= 254),
	CONSTRAINT "answered_by_someone" CHECK (("objections"."outcome" = 'open') = ("objections"."answered_by" is null)
      and ("objections"."outcome" = 'open') = ("objections"."answered_at" is null)
      and ("objections"."outcome" <> 'declined' or coalesce("objections"."answer", '') <> '')),
	CONSTRAINT "email_is_forgotten" CHECK ("objections"."outcome" = 'open' or "objections"."email" is null)
);
--> statement-breakpoint
CREATE TABLE "sentence_stems" (
	"revision_id" integer NOT NULL,
	"mention" smallint NOT NULL,
	"reported_on" date NOT NULL,
	"stems" "tsvector" NOT NULL,
	CONSTRAINT "sentence_stems_revision_id_mention_pk" PRIMARY KEY("revision_id","mention")
);
--> statement-breakpoint
ALTER TABLE "link_checks" ADD CONSTRAINT "link_checks_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_revision_id_figure_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_answered_by_editors_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
INSERT INTO sentence_stems (revision_id, mention, reported_on, stems)
SELECT a.revision_id, a.mention, coalesce(r.reported_end, '0001-01-01'), public.search_stems(a.sentence)
FROM anchors a JOIN figure_revisions r ON r.id = a.revision_id WHERE a.record_id IS NULL;--> statement-breakpoint
-- By the statement, not by the row: a batch writes thousands of anchors at once.
CREATE FUNCTION stem_sentences() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO sentence_stems (revision_id, mention, reported_on, stems)
  SELECT a.revision_id, a.mention, coalesce(r.reported_end, '0001-01-01'), public.search_stems(a.sentence)
  FROM written a JOIN figure_revisions r ON r.id = a.revision_id WHERE a.record_id IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER sentences_are_stemmed AFTER INSERT ON anchors REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION stem_sentences();
--> statement-breakpoint
-- What a reader wrote is never changed; an editor answers it once, and what may lead to the reader is forgotten then.
CREATE FUNCTION check_objection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.outcome <> 'open'
     OR (NEW.id, NEW.figure_id, NEW.revision_id, NEW.as_of, NEW.about, NEW.should_say, NEW.words, NEW.locale, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.figure_id, OLD.revision_id, OLD.as_of, OLD.about, OLD.should_say, OLD.words, OLD.locale, OLD.created_at)
     OR coalesce(NEW.email <> OLD.email, OLD.email IS NULL AND NEW.email IS NOT NULL) THEN
    PERFORM refuse('append_only', 'of an objection only its answer is written, once');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER only_its_answer BEFORE UPDATE ON objections FOR EACH ROW EXECUTE FUNCTION check_objection();
--> statement-breakpoint
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON objections FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE INDEX "objections_open" ON "objections" USING btree ("id") WHERE "objections"."outcome" = 'open';--> statement-breakpoint
CREATE INDEX "objections_by_figure" ON "objections" USING btree ("figure_id");--> statement-breakpoint
CREATE INDEX "sentence_stems_words" ON "sentence_stems" USING gin ("stems");--> statement-breakpoint
CREATE INDEX "sentence_stems_newest" ON "sentence_stems" USING btree ("reported_on","revision_id");--> statement-breakpoint
CREATE INDEX "agent_aliases_words" ON "agent_aliases" USING gin (search_stems("alias"));--> statement-breakpoint
CREATE INDEX "agents_words" ON "agents" USING gin (search_stems("name_fr" || ' ' || "name_en"));--> statement-breakpoint
CREATE INDEX "sources_words" ON "sources" USING gin (search_stems("title"));