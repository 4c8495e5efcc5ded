CREATE TYPE "public"."import_outcome" AS ENUM('new', 'changed');--> statement-breakpoint
CREATE TYPE "public"."import_state" AS ENUM('uploaded', 'checking', 'checked', 'importing', 'imported', 'failed', 'undone');--> statement-breakpoint
CREATE TYPE "public"."token_scope" AS ENUM('drafts');--> statement-breakpoint
ALTER TYPE "public"."extent" ADD VALUE 'records';--> statement-breakpoint
CREATE TABLE "dataset_rows" (
	"source_id" integer NOT NULL,
	"key" char(64) NOT NULL,
	"occurrence" smallint NOT NULL,
	"figure_id" integer NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "dataset_rows_source_id_key_occurrence_pk" PRIMARY KEY("source_id","key","occurrence")
);
--> statement-breakpoint
CREATE TABLE "import_files" (
	"import_id" integer PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"refused" "bytea"
);
--> statement-breakpoint
CREATE TABLE "import_rows" (
	"import_id" integer NOT NULL,
	"row" integer NOT NULL,
	"figure" smallint NOT NULL,
	"outcome" "import_outcome" NOT NULL,
	"figure_id" integer NOT NULL,
	"revision_id" integer NOT NULL,
	"previous_draft_id" integer,
	"previous" jsonb,
	CONSTRAINT "import_rows_import_id_row_figure_pk" PRIMARY KEY("import_id","row","figure")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "imports_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"public_id" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" char(64) NOT NULL,
	"size" integer NOT NULL,
	"header_sha256" char(64),
	"state" "import_state" DEFAULT 'uploaded' NOT NULL,
	"map" jsonb,
	"report" jsonb,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"heartbeat_at" timestamp with time zone,
	"failure" text,
	"source_id" integer,
	"author_id" text NOT NULL,
	"row_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imports_publicId_unique" UNIQUE("public_id"),
	CONSTRAINT "import_counts" CHECK ("imports"."done" >= 0 and "imports"."total" >= 0 and "imports"."size" >= 0)
);
--> statement-breakpoint
CREATE TABLE "records" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "records_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"source_version_id" integer NOT NULL,
	"row" integer NOT NULL,
	"start" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "records_by_row" UNIQUE("source_version_id","row"),
	CONSTRAINT "record_is_somewhere" CHECK ("records"."row" > 0 and "records"."start" >= 0 and "records"."text" <> '')
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tokens_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"editor_id" text NOT NULL,
	"name" text NOT NULL,
	"token_sha256" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" "token_scope"[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "tokens_tokenSha256_unique" UNIQUE("token_sha256"),
	CONSTRAINT "token_is_hashed" CHECK ("tokens"."token_sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "token_may_something" CHECK (cardinality("tokens"."scopes") > 0)
);
--> statement-breakpoint
ALTER TABLE "anchors" ADD COLUMN "record_id" integer;--> statement-breakpoint
ALTER TABLE "dataset_rows" ADD CONSTRAINT "dataset_rows_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dataset_rows" ADD CONSTRAINT "dataset_rows_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_figure_id_figures_id_fk" FOREIGN KEY ("figure_id") REFERENCES "public"."figures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_revision_id_figure_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_previous_draft_id_figure_revisions_id_fk" FOREIGN KEY ("previous_draft_id") REFERENCES "public"."figure_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_author_id_editors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "records" ADD CONSTRAINT "records_source_version_id_source_versions_id_fk" FOREIGN KEY ("source_version_id") REFERENCES "public"."source_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_editor_id_editors_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."editors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dataset_rows_by_figure" ON "dataset_rows" USING btree ("figure_id");--> statement-breakpoint
CREATE INDEX "import_rows_by_figure" ON "import_rows" USING btree ("figure_id");--> statement-breakpoint
CREATE INDEX "import_rows_by_revision" ON "import_rows" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "imports_by_header" ON "imports" USING btree ("header_sha256","id");--> statement-breakpoint
CREATE INDEX "tokens_by_editor" ON "tokens" USING btree ("editor_id");--> statement-breakpoint
ALTER TABLE "anchors" ADD CONSTRAINT "anchors_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "anchors_by_record" ON "anchors" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "reviews_by_revision" ON "reviews" USING btree ("revision_id","id");