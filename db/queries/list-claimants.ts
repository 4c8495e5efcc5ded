import { sql } from "drizzle-orm";
import type { Agent } from "@/domain/figure";
import type { Reader } from "../client";
import { agentsBySlug } from "./reference";

/** Who was shown to readers as claiming something, up to a revision of the collection: one probe an agent. */
export async function listClaimants(db: Reader, asOf: number): Promise<Agent[]> {
  const spoke = sql`exists (select from attributions claim
    join publications shown on shown.revision_id = claim.revision_id
    where claim.agent_id = spoken.id and claim.position = 0 and claim.mention = 0
      and shown.known_from_rev <= ${asOf})`;
  const rows = await db.execute<{ slug: string }>(sql`
    select distinct heir.slug from agents spoken
    join agents heir on heir.id = coalesce(spoken.merged_into_id, spoken.id)
    where ${spoke} order by 1`);
  const agentBySlug = await agentsBySlug(db);
  return rows.map(({ slug }) => agentBySlug(slug));
}
