import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias, type PgSelect } from "drizzle-orm/pg-core";
import { unattributed } from "@/domain/figure-query";
import { agents } from "../schema/agents";
import { anchors, attributions, figureRevisions as revisions } from "../schema/figures";
import { claimants } from "./figure-rows";

/**
 * What a download says of all links and all mentions of a figure. A subquery that gathers them runs once a row, and
 * took more than half the time of a million rows; a join by position is one pass over the table. So the first links
 * are joined one by one, and only a figure that has all of them is asked for more.
 */
const joinedPositions = [0, 1, 2, 3] as const;

const claims = alias(attributions, "claims");
const links = joinedPositions.map((position) => ({
  position,
  link: position === 0 ? claims : alias(attributions, `link_${position}`),
  // An agent that was merged is read twice: as recorded, and as it stands.
  named: alias(agents, position === 0 ? "named_claimants" : `named_${position}`),
  standing: position === 0 ? claimants : alias(agents, `standing_${position}`),
}));
const last = links.at(-1)!.link; // the list above is not empty
const second = alias(anchors, "second_mention");

/** Joins the links of the anchor, the claimant first, and whether the figure is stated twice. */
export function withAttribution(query: PgSelect): PgSelect {
  let joined = query;
  for (const { position, link, named, standing } of links) {
    joined = joined
      .leftJoin(
        link,
        and(eq(link.revisionId, revisions.id), eq(link.mention, 0), eq(link.position, position)),
      )
      .leftJoin(named, eq(named.id, link.agentId))
      .leftJoin(standing, eq(standing.id, sql`coalesce(${named.mergedIntoId}, ${named.id})`));
  }
  return joined.leftJoin(second, and(eq(second.revisionId, revisions.id), eq(second.mention, 1)));
}

const separator = " > ";
const words = sql.join(
  links.map(({ link, standing }) => sql`${link.role} || ':' || ${standing.slug}`),
  sql`, `,
);
const further = sql`(
  select string_agg(${separator}::text || link.role || ':' || standing.slug, '' order by link.position)
  from attributions link join agents speaker on speaker.id = link.agent_id
  join agents standing on standing.id = coalesce(speaker.merged_into_id, speaker.id)
  where link.revision_id = ${revisions.id} and link.mention = 0 and link.position > ${joinedPositions.at(-1)})`;

/** Every link of the attribution of the anchor, "role:agent > role:agent". Positions have no gaps (write-revision). */
export const attribution: SQL = sql`coalesce(nullif(concat_ws(${separator}::text, ${words})
  || case when ${last.role} is null then '' else coalesce(${further}, '') end, ''), ${unattributed}::text)`;

/** How many sentences state the claim. */
export const mentions: SQL = sql`case when ${second.revisionId} is null then 1 else (
  select count(*)::int from anchors counted where counted.revision_id = ${revisions.id}) end`;
