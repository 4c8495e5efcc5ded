CREATE TYPE "public"."carryover_state" AS ENUM('same', 'changed', 'gone');--> statement-breakpoint
CREATE TYPE "public"."suggestion_outcome" AS ENUM('pending', 'accepted', 'rejected');--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"position" bigint NOT NULL,
	"hash" char(64) NOT NULL,
	CONSTRAINT "audit_head_is_single" CHECK ("audit_head"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "audit_links" (
	"position" bigint PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"prev_hash" char(64) NOT NULL,
	"hash" char(64) NOT NULL,
	CONSTRAINT "audit_links_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "unit_aliases" (
	"unit_id" integer NOT NULL,
	"alias" text NOT NULL,
	CONSTRAINT "unit_aliases_unit_id_alias_pk" PRIMARY KEY("unit_id","alias")
);
--> statement-breakpoint
CREATE TABLE "place_aliases" (
	"place_id" integer NOT NULL,
	"alias" text NOT NULL,
	CONSTRAINT "place_aliases_place_id_alias_pk" PRIMARY KEY("place_id","alias")
);
--> statement-breakpoint
CREATE TABLE "carryovers" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "carryovers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"figure_id" integer NOT NULL,
	"revision_id" integer NOT NULL,
	"mention" smallint NOT NULL,
	"source_version_id" integer NOT NULL,
	"state" "carryover_state" NOT NULL,
	"sentence_start" integer,
	"sentence_end" integer,
	"number_start" integer,
	"number_end" integer,
	"why" text NOT NULL,
	"resolved_by" text,
	"resolved_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "resolved_by_someone" CHECK (("carryovers"."resolved_by" is null) = ("carryovers"."resolved_at" is null))
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "suggestions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_version_id" integer NOT NULL,
	"sentence_start" integer NOT NULL,
	"sentence_end" integer NOT NULL,
	"number_start" integer NOT NULL,
	"number_end" integer NOT NULL,
	"proposal" jsonb NOT NULL,
	"reader_version" text NOT NULL,
	"score" double precision NOT NULL,
	"mask" text,
	"outcome" "suggestion_outcome" DEFAULT 'pending' NOT NULL,
	"figure_id" integer,
	"revision_id" integer,
	"previous_draft_id" integer,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"reason" text,
	"carried_from_id" integer,
	CONSTRAINT "suggestion_spans" CHECK (0 <= "suggestions"."sentence_start" and "suggestions"."sentence_start" <= "suggestions"."number_start"
      and "suggestions"."number_start" < "suggestions"."number_end" and "suggestions"."number_end" <= "suggestions"."sentence_end"),
	CONSTRAINT "decided_by_someone" CHECK (("suggestions"."outcome" = 'pending') = ("suggestions"."decided_by" is null)
      and ("suggestions"."outcome" = 'pending') = ("suggestions"."decided_at" is null)),
	CONSTRAINT "accepted_as_a_figure" CHECK (("suggestions"."outcome" = 'accepted') = ("suggestions"."figure_id" is not null)
      and ("suggestions"."outcome" = 'accepted') = ("suggestions"."revision_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "merged_into_id" integer;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "metrics" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "row_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "merged_into_id" integer;--> statement-breakpoint
ALTER TABLE "places" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "audit_links" ADD CONSTRAINT "audit_links_seq_audit_events_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."audit_events"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_aliases" ADD CONSTRAINT "unit_aliases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_aliases" ADD CONSTRAINT "place_aliases_place_id_places_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carryovers" ADD CONSTRAINT "carryovers_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carryovers" ADD CONSTRAINT "carryovers_source_version_id_source_versions_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carryovers" ADD CONSTRAINT "carryovers_resolved_by_editors_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carryovers" ADD CONSTRAINT "carryovers_anchor" FOREIGN KEY ("revision_id","mention") REFERENCES "public"."anchors"("revision_id","mention") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_source_version_id_source_versions_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_revision_id_figure_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_previous_draft_id_figure_revisions_id_fk" FOREIGN KEY ("previous_draft_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_decided_by_editors_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_carried_from_id_suggestions_id_fk" FOREIGN KEY ("carried_from_id") REFERENCES "public"."suggestions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "carryovers_by_version" ON "carryovers" USING btree ("source_version_id");--> statement-breakpoint
CREATE INDEX "carryovers_by_figure" ON "carryovers" USING btree ("figure_id");--> statement-breakpoint
CREATE INDEX "suggestions_in_order" ON "suggestions" USING btree ("source_version_id","number_start");--> statement-breakpoint
CREATE INDEX "suggestions_by_figure" ON "suggestions" USING btree ("figure_id");--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agents_merged_into_id_agents_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."agents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "places_merged_into_id_places_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."places"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agents" ADD CONSTRAINT "agent_not_merged_into_itself" CHECK ("agents"."merged_into_id" <> "agents"."id");--> statement-breakpoint
ALTER TABLE "places" ADD CONSTRAINT "place_not_merged_into_itself" CHECK ("places"."merged_into_id" <> "places"."id");