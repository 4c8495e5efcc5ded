import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { agentKindEnum, key, name, retiredAt, rowVersion } from "./columns";

/** Someone who can speak or act: a person, a body, a force, an outlet, an unnamed group. */
export const agents = pgTable(
  "agents",
  {
    id: key(),
    slug: text().notNull().unique(),
    ...name,
    /** The name as running text has it ("l’Ukraine"), where that differs. */
    inSentenceFr: text(),
    inSentenceEn: text(),
    kind: agentKindEnum().notNull(),
    /** The agent whose camp this one speaks for. */
    sideId: integer().references((): AnyPgColumn => agents.id),
    /** Number of its fixed mark on charts; null for agents that have claimed nothing yet. */
    mark: smallint().unique(),
    rowVersion: rowVersion(),
    /** The agent this one turned out to be: whatever names this one means that one (docs/decisions/0009). */
    mergedIntoId: integer().references((): AnyPgColumn => agents.id),
    retiredAt: retiredAt(),
  },
  (t) => [
    check("agent_not_merged_into_itself", sql`${t.mergedIntoId} <> ${t.id}`),
    index("agents_words").using("gin", sql`search_stems(${t.nameFr} || ' ' || ${t.nameEn})`),
  ],
);

/** Another name under which texts know an agent. */
export const agentAliases = pgTable(
  "agent_aliases",
  {
    agentId: integer()
      .notNull()
      .references(() => agents.id),
    alias: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.agentId, t.alias] }),
    index("agent_aliases_words").using("gin", sql`search_stems(${t.alias})`),
  ],
);
