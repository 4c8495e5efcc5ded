import { type SQL, sql } from "drizzle-orm";
import type { ChangeQuery } from "@/domain/change-query";
import { unattributed } from "@/domain/figure-query";
import { agentNamed } from "./heirs";

/** Which changes: those of figures that a filter keeps as they were or as they became, and of one kind. */
export type ChangeFilter = Pick<ChangeQuery, "metric" | "claimant" | "from" | "to" | "kind">;

/** What kind of change a publication `p` of a revision `r` is. */
export const kindOf = sql.raw(`case when p.status = 'retracted' then 'retraction' else r.change::text end`);

/** The filters as SQL over publications `p` and their revisions `r`; undefined where there are none. */
export function whereChanges(filter: ChangeFilter): SQL | undefined {
  const conditions = [ofKind(filter), ...ofFigures(filter)].filter((one) => one !== undefined);
  return conditions.length === 0 ? undefined : sql.join(conditions, sql` and `);
}

/** Written as literals, so that the partial indexes of what is rare apply. */
function ofKind({ kind }: ChangeFilter): SQL | undefined {
  if (kind === undefined) return undefined;
  if (kind === "retraction") return sql.raw(`p.status = 'retracted'`);
  return sql.raw(`p.status = 'published' and r.change = '${kind}'`); // a word of a closed list
}

/** A figure that was moved from one metric to another has changed for the readers of both. */
function* ofFigures({ metric, claimant, from, to }: ChangeFilter): Generator<SQL> {
  const states: SQL[] = [];
  if (metric !== undefined) {
    const id = sql`(select id from metrics where slug = ${metric})`;
    states.push(sql`state.metric_id = ${id}`);
    yield sql`p.figure_id in (select figure_id from figure_revisions where metric_id = ${id})`;
  }
  if (claimant === unattributed) states.push(sql`state.unattributed`);
  else if (claimant !== undefined) {
    const ids = sql`(select id from agents where id = ${agentNamed(claimant)} or merged_into_id = ${agentNamed(claimant)})`;
    const claims = sql`from attributions claim where claim.agent_id in ${ids} and claim.mention = 0 and claim.position = 0`;
    states.push(sql`exists (select ${claims} and claim.revision_id = state.id)`);
    yield sql`p.figure_id in (select spoken.figure_id from figure_revisions spoken
      where spoken.id in (select claim.revision_id ${claims}))`;
  }
  if (from !== undefined) states.push(sql`coalesce(state.period_end, state.reported_end) >= ${from}::date`);
  if (to !== undefined) states.push(sql`coalesce(state.period_start, state.reported_start) <= ${to}::date`);
  if (states.length > 0)
    yield sql`exists (select from publications told join figure_revisions state on state.id = told.revision_id
      where told.figure_id = p.figure_id and (told.id = p.id or told.known_to_rev = p.known_from_rev)
        and ${sql.join(states, sql` and `)})`;
}
