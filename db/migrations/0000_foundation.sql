CREATE TYPE "public"."agent_kind" AS ENUM('person', 'government_body', 'armed_force', 'country', 'organisation', 'outlet', 'unnamed_group');--> statement-breakpoint
CREATE TYPE "public"."attribution_role" AS ENUM('claimed_by', 'estimated_by', 'relayed_by', 'published_by');--> statement-breakpoint
CREATE TYPE "public"."change_kind" AS ENUM('first', 'revision', 'correction', 'retraction');--> statement-breakpoint
CREATE TYPE "public"."comparator" AS ENUM('=', '~', '<', '<=', '>', '>=', 'range');--> statement-breakpoint
CREATE TYPE "public"."date_basis" AS ENUM('stated', 'computed', 'inferred', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."date_precision" AS ENUM('day', 'month', 'season', 'year', 'unknown');--> statement-breakpoint
CREATE TYPE "public"."extent" AS ENUM('full', 'excerpts');--> statement-breakpoint
CREATE TYPE "public"."language" AS ENUM('fr', 'en', 'uk', 'ru');--> statement-breakpoint
CREATE TYPE "public"."metric_group" AS ENUM('territory', 'settlements', 'forces', 'drones', 'losses', 'supplies');--> statement-breakpoint
CREATE TYPE "public"."metric_kind" AS ENUM('stock', 'flow', 'event', 'share');--> statement-breakpoint
CREATE TYPE "public"."modality" AS ENUM('claimed', 'estimated', 'confirmed', 'denied', 'announced');--> statement-breakpoint
CREATE TYPE "public"."per" AS ENUM('day', 'week', 'month');--> statement-breakpoint
CREATE TYPE "public"."place_kind" AS ENUM('country', 'region', 'town', 'zone');--> statement-breakpoint
CREATE TYPE "public"."publication_route" AS ENUM('review', 'seed', 'review_off');--> statement-breakpoint
CREATE TYPE "public"."rank" AS ENUM('preferred', 'normal', 'deprecated');--> statement-breakpoint
CREATE TYPE "public"."review_decision" AS ENUM('approve', 'send_back');--> statement-breakpoint
CREATE TYPE "public"."statistic" AS ENUM('point', 'average', 'total', 'cumulative', 'change', 'share');--> statement-breakpoint
CREATE TYPE "public"."status" AS ENUM('draft', 'in_review', 'published', 'retracted');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('editor', 'reviewer', 'admin', 'system');--> statement-breakpoint
CREATE TABLE "agent_aliases" (
	"agent_id" integer NOT NULL,
	"alias" text NOT NULL,
	CONSTRAINT "agent_aliases_agent_id_alias_pk" PRIMARY KEY("agent_id","alias")
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agents_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_en" text NOT NULL,
	"in_sentence_fr" text,
	"in_sentence_en" text,
	"kind" "agent_kind" NOT NULL,
	"side_id" integer,
	"mark" smallint,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "agents_slug_unique" UNIQUE("slug"),
	CONSTRAINT "agents_mark_unique" UNIQUE("mark")
);
--> statement-breakpoint
CREATE TABLE "collection" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"slug" text NOT NULL,
	"title_fr" text NOT NULL,
	"title_en" text NOT NULL,
	"description_fr" text NOT NULL,
	"description_en" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL,
	"seeds_sha256" text,
	CONSTRAINT "collection_is_single" CHECK ("collection"."id" = 1),
	CONSTRAINT "revision_counts_up" CHECK ("collection"."revision" >= 0)
);
--> statement-breakpoint
CREATE TABLE "collection_revisions" (
	"number" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"summary" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_events_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"editor_id" text NOT NULL,
	"verb" text NOT NULL,
	"entity" text NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "editors" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" "role" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_anchors" (
	"event_id" integer NOT NULL,
	"mention" smallint NOT NULL,
	"source_version_id" integer NOT NULL,
	"sentence_start" integer NOT NULL,
	"sentence_end" integer NOT NULL,
	"sentence" text NOT NULL,
	"prefix" text NOT NULL,
	"suffix" text NOT NULL,
	"marked_start" integer NOT NULL,
	"marked_end" integer NOT NULL,
	CONSTRAINT "event_anchors_event_id_mention_pk" PRIMARY KEY("event_id","mention")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_en" text NOT NULL,
	"date_start" date NOT NULL,
	"date_end" date NOT NULL,
	"date_precision" date_precision NOT NULL,
	"date_basis" date_basis NOT NULL,
	"date_reasoning_fr" text,
	"date_reasoning_en" text,
	"place_id" integer,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "events_slug_unique" UNIQUE("slug"),
	CONSTRAINT "event_start_to_end" CHECK ("events"."date_start" <= "events"."date_end")
);
--> statement-breakpoint
CREATE TABLE "anchors" (
	"revision_id" integer NOT NULL,
	"mention" smallint NOT NULL,
	"source_version_id" integer NOT NULL,
	"sentence_start" integer NOT NULL,
	"sentence_end" integer NOT NULL,
	"sentence" text NOT NULL,
	"prefix" text NOT NULL,
	"suffix" text NOT NULL,
	"number_start" integer NOT NULL,
	"number_end" integer NOT NULL,
	"number_text" text NOT NULL,
	"reads_as" numeric,
	"comparator" "comparator" NOT NULL,
	"cue" text,
	CONSTRAINT "anchors_revision_id_mention_pk" PRIMARY KEY("revision_id","mention")
);
--> statement-breakpoint
CREATE TABLE "attributions" (
	"revision_id" integer NOT NULL,
	"mention" smallint NOT NULL,
	"position" smallint NOT NULL,
	"role" "attribution_role" NOT NULL,
	"agent_id" integer NOT NULL,
	"as_printed" text,
	CONSTRAINT "attributions_revision_id_mention_position_pk" PRIMARY KEY("revision_id","mention","position"),
	CONSTRAINT "position_0_is_the_claimant" CHECK (("attributions"."position" = 0) = ("attributions"."role" in ('claimed_by', 'estimated_by')))
);
--> statement-breakpoint
CREATE TABLE "figure_checks" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_checks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"source_version_id" integer NOT NULL,
	"sentence_start" integer NOT NULL,
	"sentence_end" integer NOT NULL,
	"sentence" text NOT NULL,
	"prefix" text NOT NULL,
	"suffix" text NOT NULL,
	"marked_start" integer NOT NULL,
	"marked_end" integer NOT NULL,
	"from_id" integer NOT NULL,
	"to_id" integer NOT NULL,
	"stated_change_percent" numeric NOT NULL,
	"note_fr" text,
	"note_en" text,
	CONSTRAINT "figure_checks_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "figure_revisions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_revisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"figure_id" integer NOT NULL,
	"number" smallint NOT NULL,
	"metric_id" integer NOT NULL,
	"subject_id" integer,
	"place_id" integer,
	"value" numeric,
	"low" numeric,
	"high" numeric,
	"unit_id" integer NOT NULL,
	"comparator" "comparator" NOT NULL,
	"cue" text,
	"statistic" "statistic" NOT NULL,
	"per" "per",
	"modality" "modality" NOT NULL,
	"hearsay" boolean DEFAULT false NOT NULL,
	"unattributed" boolean DEFAULT false NOT NULL,
	"period_start" date,
	"period_end" date,
	"period_precision" date_precision NOT NULL,
	"period_basis" date_basis NOT NULL,
	"period_reasoning_fr" text,
	"period_reasoning_en" text,
	"reported_start" date,
	"reported_end" date,
	"reported_precision" date_precision NOT NULL,
	"reported_basis" date_basis NOT NULL,
	"reported_reasoning_fr" text,
	"reported_reasoning_en" text,
	"rank" "rank" DEFAULT 'normal' NOT NULL,
	"supersedes_id" integer,
	"note_fr" text,
	"note_en" text,
	"change" "change_kind" NOT NULL,
	"change_reason" text,
	"author_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "figure_revisions_number" UNIQUE("figure_id","number"),
	CONSTRAINT "low_to_value" CHECK ("figure_revisions"."low" <= "figure_revisions"."value"),
	CONSTRAINT "value_to_high" CHECK ("figure_revisions"."value" <= "figure_revisions"."high"),
	CONSTRAINT "low_to_high" CHECK ("figure_revisions"."low" <= "figure_revisions"."high"),
	CONSTRAINT "range_has_ends" CHECK ("figure_revisions"."comparator" <> 'range' or ("figure_revisions"."low" is not null and "figure_revisions"."high" is not null)),
	CONSTRAINT "period_start_to_end" CHECK ("figure_revisions"."period_start" <= "figure_revisions"."period_end"),
	CONSTRAINT "reported_start_to_end" CHECK ("figure_revisions"."reported_start" <= "figure_revisions"."reported_end"),
	CONSTRAINT "period_known_or_not" CHECK (("figure_revisions"."period_precision" = 'unknown') = ("figure_revisions"."period_start" is null)),
	CONSTRAINT "no_figure_supersedes_itself" CHECK ("figure_revisions"."supersedes_id" <> "figure_revisions"."figure_id"),
	CONSTRAINT "later_changes_say_why" CHECK ("figure_revisions"."change" = 'first' or coalesce("figure_revisions"."change_reason", '') <> '')
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figures_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"status" "status" DEFAULT 'draft' NOT NULL,
	"published_revision_id" integer,
	"draft_revision_id" integer,
	"row_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "figures_publicId_unique" UNIQUE("public_id"),
	CONSTRAINT "public_id_form" CHECK ("figures"."public_id" ~ '^[0-9a-hjkmnp-tv-z]{8}$'),
	CONSTRAINT "published_points_somewhere" CHECK ("figures"."status" not in ('published', 'retracted') or "figures"."published_revision_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "metric_units" (
	"metric_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	CONSTRAINT "metric_units_metric_id_unit_id_pk" PRIMARY KEY("metric_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "metrics" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "metrics_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_en" text NOT NULL,
	"definition_fr" text NOT NULL,
	"definition_en" text NOT NULL,
	"group" "metric_group" NOT NULL,
	"kind" "metric_kind" NOT NULL,
	"unit_id" integer NOT NULL,
	"plausible_low" numeric,
	"plausible_high" numeric,
	"longest_silence_days" integer,
	"position" smallint NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "metrics_slug_unique" UNIQUE("slug"),
	CONSTRAINT "plausible_low_to_high" CHECK ("metrics"."plausible_low" <= "metrics"."plausible_high"),
	CONSTRAINT "only_what_stands_is_held" CHECK ("metrics"."longest_silence_days" is null or "metrics"."kind" in ('stock', 'share'))
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "units_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_en" text NOT NULL,
	"symbol_fr" text NOT NULL,
	"symbol_en" text NOT NULL,
	CONSTRAINT "units_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "places" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "places_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" "place_kind" NOT NULL,
	"parent_id" integer,
	"row_version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "places_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"figure_id" integer NOT NULL,
	"revision_id" integer NOT NULL,
	"status" "status" NOT NULL,
	"route" "publication_route" NOT NULL,
	"known_from_rev" bigint NOT NULL,
	"known_to_rev" bigint DEFAULT 9007199254740991 NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_one_at_a_time" UNIQUE("figure_id","known_to_rev"),
	CONSTRAINT "publication_status" CHECK ("publications"."status" in ('published', 'retracted')),
	CONSTRAINT "known_from_before_to" CHECK ("publications"."known_from_rev" < "publications"."known_to_rev")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"revision_id" integer NOT NULL,
	"reviewer_id" text NOT NULL,
	"decision" "review_decision" NOT NULL,
	"comment" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passages" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "passages_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_version_id" integer NOT NULL,
	"ordinal" smallint NOT NULL,
	"start" integer NOT NULL,
	"end" integer NOT NULL,
	"document_start" integer,
	CONSTRAINT "passages_in_order" UNIQUE("source_version_id","ordinal"),
	CONSTRAINT "passage_start_to_end" CHECK (0 <= "passages"."start" and "passages"."start" < "passages"."end")
);
--> statement-breakpoint
CREATE TABLE "source_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "source_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_id" integer NOT NULL,
	"number" smallint NOT NULL,
	"extent" "extent" NOT NULL,
	"text" text NOT NULL,
	"sha256" char(64) NOT NULL,
	"document_sha256" char(64),
	"document_name" text,
	"author_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_versions_number" UNIQUE("source_id","number")
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sources_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"title_printed" boolean DEFAULT true NOT NULL,
	"publisher_id" integer NOT NULL,
	"author" text,
	"url" text,
	"archived_url" text,
	"published_start" date,
	"published_end" date,
	"published_precision" date_precision NOT NULL,
	"published_basis" date_basis NOT NULL,
	"published_reasoning_fr" text,
	"published_reasoning_en" text,
	"lang" "language" NOT NULL,
	"licence_note_fr" text NOT NULL,
	"licence_note_en" text NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_slug_unique" UNIQUE("slug"),
	CONSTRAINT "published_start_to_end" CHECK ("sources"."published_start" <= "sources"."published_end")
);
--> statement-breakpoint
ALTER TABLE "agent_aliases" ADD CONSTRAINT "agent_aliases_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_side_id_agents_id_fk" FOREIGN KEY ("side_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_editor_id_editors_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_anchors" ADD CONSTRAINT "event_anchors_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_anchors" ADD CONSTRAINT "event_anchors_source_version_id_source_versions_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_revision_id_figure_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_source_version_id_source_versions_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_revision_id_figure_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attributions" ADD CONSTRAINT "attributions_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_checks" ADD CONSTRAINT "figure_checks_source_version_id_source_versions_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_checks" ADD CONSTRAINT "figure_checks_from_id_figures_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_checks" ADD CONSTRAINT "figure_checks_to_id_figures_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_revisions" ADD CONSTRAINT "figure_revisions_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_revisions" ADD CONSTRAINT "figure_revisions_metric_id_metrics_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."metrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_revisions" ADD CONSTRAINT "figure_revisions_subject_id_agents_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_revisions" ADD CONSTRAINT "figure_revisions_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_revisions" ADD CONSTRAINT "figure_revisions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_revisions" ADD CONSTRAINT "figure_revisions_supersedes_id_figures_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure_revisions" ADD CONSTRAINT "figure_revisions_author_id_editors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_published_revision_id_figure_revisions_id_fk" FOREIGN KEY ("published_revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figures" ADD CONSTRAINT "figures_draft_revision_id_figure_revisions_id_fk" FOREIGN KEY ("draft_revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_units" ADD CONSTRAINT "metric_units_metric_id_metrics_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."metrics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric_units" ADD CONSTRAINT "metric_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metrics" ADD CONSTRAINT "metrics_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_parent_id_places_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_revision_id_figure_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_revision_id_figure_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reviewer_id_editors_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_source_version_id_source_versions_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_versions" ADD CONSTRAINT "source_versions_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_versions" ADD CONSTRAINT "source_versions_author_id_editors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sources" ADD CONSTRAINT "sources_publisher_id_agents_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_by_entity" ON "audit_events" USING btree ("entity","seq");--> statement-breakpoint
CREATE INDEX "anchors_by_source" ON "anchors" USING btree ("source_version_id","sentence_start");--> statement-breakpoint
CREATE INDEX "attributions_by_agent" ON "attributions" USING btree ("agent_id","position");--> statement-breakpoint
CREATE INDEX "figure_revisions_by_metric" ON "figure_revisions" USING btree ("metric_id","period_start","id");--> statement-breakpoint
CREATE INDEX "publications_by_revision" ON "publications" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "publications_open" ON "publications" USING btree ("known_to_rev","known_from_rev");--> statement-breakpoint
CREATE INDEX "passages_by_start" ON "passages" USING btree ("source_version_id","start");