import { and, isNotNull, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { agentInput } from "@/domain/inputs";
import { agentAliases, agents } from "../schema/agents";
import { idsBySlug } from "./ids";
import { mutation, type Writer } from "./mutation";

/**
 * Records agents with their aliases, or brings those already there up to date, by slug. A side may be in the same list.
 * A mark once given stays; one that another agent has already is left for the first publish to choose.
 */
export const recordAgents = mutation(
  "describe",
  "record_agents",
  z.array(agentInput).min(1),
  async (tx, list) => {
    const taken = await marksOfOthers(tx, list);
    await tx
      .insert(agents)
      .values(
        list.map(({ slug, name, inSentence, kind, mark }) => ({
          slug,
          nameFr: name.fr,
          nameEn: name.en,
          inSentenceFr: inSentence?.fr ?? null,
          inSentenceEn: inSentence?.en ?? null,
          kind,
          mark: mark !== null && taken.has(mark) ? null : mark,
        })),
      )
      .onConflictDoUpdate({
        target: agents.slug,
        set: {
          nameFr: sql`excluded.name_fr`,
          nameEn: sql`excluded.name_en`,
          inSentenceFr: sql`excluded.in_sentence_fr`,
          inSentenceEn: sql`excluded.in_sentence_en`,
          kind: sql`excluded.kind`,
          mark: sql`coalesce(${agents.mark}, excluded.mark)`,
          rowVersion: sql`${agents.rowVersion} + 1`,
        },
      });
    const id = await idsBySlug(
      tx,
      "agents",
      list.flatMap((agent) => [agent.slug, agent.side]),
      "side",
    );
    for (const agent of list) {
      const sideId = agent.side === null ? null : id(agent.side);
      await tx
        .update(agents)
        .set({ sideId })
        .where(sql`${agents.id} = ${id(agent.slug)}`);
    }
    const aliases = list.flatMap((agent) =>
      agent.aliases.map((alias) => ({ agentId: id(agent.slug), alias })),
    );
    if (aliases.length > 0) await tx.insert(agentAliases).values(aliases).onConflictDoNothing();
    return { value: list.length, entity: "agents", after: list };
  },
);

async function marksOfOthers(tx: Writer, list: readonly { slug: string }[]): Promise<Set<number | null>> {
  const slugs = list.map(({ slug }) => slug);
  const rows = await tx
    .select({ mark: agents.mark })
    .from(agents)
    .where(and(isNotNull(agents.mark), notInArray(agents.slug, slugs)));
  return new Set(rows.map(({ mark }) => mark));
}
