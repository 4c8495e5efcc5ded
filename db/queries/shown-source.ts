import { type SQL, sql } from "drizzle-orm";
import { sources } from "../schema/sources";

/** Figures that a source states and readers are shown at a revision, as the database has counted them: one row. */
export const countAt = (what: "figures" | "shown", revision: number): SQL => sql`coalesce((
  select told.${sql.identifier(what)} from source_counts told
  where told.source_id = ${sources.id} and told.from_rev <= ${revision} order by told.from_rev desc limit 1), 0)`;

/**
 * Whether readers are shown anything of a source at a revision: a figure, retracted or not, an event, or a comparison
 * of figures. What editors have only recorded, readers do not know of.
 */
export const isShown = (revision: number): SQL => sql`(
  ${countAt("shown", revision)} > 0 or exists (
    select from events join event_anchors on event_anchors.event_id = events.id
    join source_versions versions on versions.id = event_anchors.source_version_id
    where versions.source_id = ${sources.id} and events.retired_at is null
  ) or exists (
    select from figure_checks join publications shown on shown.figure_id = figure_checks.to_id
    join source_versions versions on versions.id = figure_checks.source_version_id
    where versions.source_id = ${sources.id}
      and shown.known_from_rev <= ${revision} and shown.known_to_rev > ${revision}
  ))`;
