import type { Sql, TransactionSql } from "postgres";
import type { FigureInput } from "@/domain/inputs";
import { openEnd } from "../schema/publications";

/** Retracts a published figure in raw SQL, as the database allows. @returns the new revision number */
export async function retract(sql: Sql, { publicId }: FigureInput): Promise<number> {
  return sql.begin(async (tx) => {
    const [raised] =
      await tx`update collection set revision = revision + 1 returning revision::int as number`;
    const [was] = await tx`update publications set known_to_rev = ${raised!.number}
      where figure_id = (select id from figures where public_id = ${publicId}) and known_to_rev = ${openEnd}
      returning figure_id, revision_id`;
    await tx`insert into publications (figure_id, revision_id, status, route, known_from_rev, reason)
      values (${was!.figure_id}, ${was!.revision_id}, 'retracted', 'seed', ${raised!.number}, 'Counted twice')`;
    await tx`update figures set status = 'retracted' where id = ${was!.figure_id}`;
    return raised!.number;
  });
}

/**
 * The constraint that a write breaks; null where the database takes it. Nothing is kept of it either way.
 * For writes in raw SQL, past the mutations.
 */
export async function brokenRule(
  sql: Sql,
  write: (tx: TransactionSql) => Promise<unknown>,
): Promise<string | null> {
  const taken = new Error("taken");
  try {
    return await sql.begin(async (tx): Promise<never> => {
      await write(tx);
      throw taken;
    });
  } catch (error) {
    if (error === taken) return null;
    const { constraint_name: rule } = error as { constraint_name?: string };
    if (rule === undefined) throw error;
    return rule;
  }
}

/** Every row of every table: what a write that fails may not change. */
export async function everythingIn(sql: Sql): Promise<string> {
  const tables = await sql`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const rows = tables.map(({ name }) => `select '${name}' as name, x::text as row from "${name}" x`);
  return JSON.stringify(await sql.unsafe(`${rows.join(" union all ")} order by 1, 2`));
}

/** Writes rows once more with some columns changed. */
export const copyRows = (
  tx: TransactionSql,
  table: string,
  where: string,
  changes: Record<string, unknown>,
) =>
  tx.unsafe(
    `insert into ${table} overriding system value
     select (jsonb_populate_record(old, $1::jsonb)).* from ${table} old where ${where}`,
    [JSON.stringify(changes)],
  );
