import { eq } from "drizzle-orm";
import { agentRevisionInput } from "@/domain/lists";
import { findAgentEntry } from "../queries/find-entry";
import { agentAliases, agents } from "../schema/agents";
import { entryAsRead } from "./entry-as-read";
import { idsBySlug } from "./ids";
import { mutation } from "./mutation";

/** Changes what an agent is called and is; its slug and its mark stay. @returns the new row version */
export const reviseAgent = mutation("describe", "revise_agent", agentRevisionInput, async (tx, input) => {
  const { slug, name, inSentence, kind, side, aliases, rowVersion } = input;
  const agentId = await entryAsRead(tx, "agents", slug, rowVersion);
  const before = await findAgentEntry(tx, slug);
  const sideId = await idsBySlug(tx, "agents", [side], "side");
  await tx
    .update(agents)
    .set({
      nameFr: name.fr,
      nameEn: name.en,
      inSentenceFr: inSentence?.fr ?? null,
      inSentenceEn: inSentence?.en ?? null,
      kind,
      sideId: side === null ? null : sideId(side),
      rowVersion: rowVersion + 1,
    })
    .where(eq(agents.id, agentId));
  await tx.delete(agentAliases).where(eq(agentAliases.agentId, agentId));
  const named = [...new Set(aliases)].map((alias) => ({ agentId, alias }));
  if (named.length > 0) await tx.insert(agentAliases).values(named);
  const after = { ...input, rowVersion: rowVersion + 1 };
  return { value: after.rowVersion, entity: `agents:${slug}`, before, after };
});
