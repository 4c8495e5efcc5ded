import { sql } from "drizzle-orm";
import type { Db } from "./client";
import { refuseMighty } from "./mighty";

/**
 * Gives a role the rights that the site needs to run, by the rules that the tables have anyway: where a trigger refuses
 * to change or to remove rows, the right to try is not given either. Nothing is given that changes a table.
 * @throws where the role could do more by itself
 */
export async function grantRights(tx: Db, role: string): Promise<void> {
  const to = sql.identifier(role);
  await tx.execute(sql`revoke all on all tables in schema public from ${to}`);
  await tx.execute(sql`revoke all on all sequences in schema public from ${to}`);
  await tx.execute(sql`revoke all on drizzle.__drizzle_migrations from ${to}`);
  for (const { name, rights } of await rightsByTable(tx))
    await tx.execute(sql`grant ${sql.raw(rights)} on ${sql.identifier(name)} to ${to}`);
  await tx.execute(sql`grant usage, select on all sequences in schema public to ${to}`);
  await tx.execute(sql`grant usage on schema public, drizzle to ${to}`);
  await tx.execute(sql`grant select on drizzle.__drizzle_migrations to ${to}`);
  await refuseMighty(tx, role);
}

/** Which the triggers of append-only tables say, in the bits of their types: 8 is DELETE, 16 is UPDATE. */
const rightsByTable = (tx: Db) =>
  tx.execute<{ name: string; rights: string }>(sql`
    select c.relname as name, concat_ws(', ', 'select', 'insert',
      case when not coalesce(bool_or(t.tgtype & 16 > 0), false) then 'update' end,
      case when not coalesce(bool_or(t.tgtype & 8 > 0), false) then 'delete' end) as rights
    from pg_class c left join (pg_trigger t join pg_proc p on p.oid = t.tgfoid and p.proname = 'refuse_change')
      on t.tgrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    group by c.relname order by c.relname`);
