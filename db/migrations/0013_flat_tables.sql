CREATE INDEX "figure_revisions_by_subject" ON "figure_revisions" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "figure_revisions_by_place" ON "figure_revisions" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "figure_revisions_by_period" ON "figure_revisions" USING btree (coalesce("period_start", "reported_start", '0001-01-01'::date),"figure_id");--> statement-breakpoint
CREATE INDEX "figure_revisions_by_report" ON "figure_revisions" USING btree (coalesce("reported_start", '0001-01-01'::date),"figure_id");--> statement-breakpoint
CREATE INDEX "figure_revisions_by_value" ON "figure_revisions" USING btree (coalesce("value", "low", "high", 0),"figure_id");