CREATE INDEX "figure_revisions_superseding" ON "figure_revisions" USING btree ("supersedes_id") WHERE "figure_revisions"."supersedes_id" is not null;--> statement-breakpoint
CREATE INDEX "figure_revisions_changed" ON "figure_revisions" USING btree ("change","id") WHERE "figure_revisions"."change" <> 'first';--> statement-breakpoint
CREATE INDEX "publications_by_start" ON "publications" USING btree ("known_from_rev","id");--> statement-breakpoint
CREATE INDEX "publications_retracted" ON "publications" USING btree ("known_from_rev") WHERE "publications"."status" = 'retracted';