import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Agent, Localized } from "@/domain/figure";
import type { Reader } from "../client";
import { agents } from "../schema/agents";
import { standingAgent } from "./heirs";

export const localized = (row: { nameFr: string; nameEn: string }): Localized => ({
  fr: row.nameFr,
  en: row.nameEn,
});

export const toAgent = (row: typeof agents.$inferSelect, side: string | null): Agent => ({
  slug: row.slug,
  name: localized(row),
  inSentence: {
    fr: row.inSentenceFr ?? row.nameFr,
    en: row.inSentenceEn ?? row.nameEn,
  },
  kind: row.kind,
  side,
  mark: row.mark ?? unmarked,
});

/** Agents that claim nothing have no mark of their own; they never reach a chart. */
const unmarked = -1;

const sides = alias(agents, "sides");

/** Every agent, in the order of their slugs. */
export async function listAgents(db: Reader): Promise<Agent[]> {
  const rows = await db
    .select({ agent: agents, side: sides.slug })
    .from(agents)
    .leftJoin(sides, eq(sides.id, standingAgent(agents.sideId)))
    .orderBy(asc(sql`${agents.slug} collate "C"`));
  return rows.map((row) => toAgent(row.agent, row.side));
}

export type AgentBySlug = (slug: string) => Agent;

/** Looks agents up by slug; every slug that a row refers to exists. */
export async function agentsBySlug(db: Reader): Promise<AgentBySlug> {
  const bySlug = new Map((await listAgents(db)).map((agent) => [agent.slug, agent]));
  return (slug) => bySlug.get(slug)!; // a foreign key led here
}
