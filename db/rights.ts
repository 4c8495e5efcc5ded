import { sql } from "drizzle-orm";
import type { Db } from "./client";

/**
 * Gives a role the rights that the site needs to run, by the rules that the tables have anyway: where a trigger refuses
 * to change or to remove rows, the right to try is not given either. Nothing is given that changes a table.
 * @throws where the role could do more by itself
 */
export async function grantRights(tx: Db, role: string): Promise<void> {
  await refuseMighty(tx, role);
  const to = sql.identifier(role);
  await tx.execute(sql`revoke all on all tables in schema public from ${to}`);
  for (const { name, rights } of await rightsByTable(tx))
    await tx.execute(sql`grant ${sql.raw(rights)} on ${sql.identifier(name)} to ${to}`);
  await tx.execute(sql`grant usage, select on all sequences in schema public to ${to}`);
  await tx.execute(sql`grant usage on schema public, drizzle to ${to}`);
  await tx.execute(sql`grant select on drizzle.__drizzle_migrations to ${to}`);
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

/** What of a role would make rights to tables worth nothing, and what to do about it. */
async function refuseMighty(tx: Db, role: string): Promise<void> {
  const [found] = await tx.execute<Record<string, boolean>>(sql`
    select pg_has_role(${role}, current_user, 'member') as "may act as the owner of the tables",
      has_schema_privilege(${role}, 'public', 'create') as "may create in the schema public",
      has_database_privilege(${role}, current_database(), 'create') as "may create schemas",
      exists (select from pg_roles where rolcreaterole and pg_has_role(${role}, oid, 'member')) as "may create roles",
      exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and pg_get_userbyid(relowner) = ${role}) as "owns tables"`);
  const mights = Object.keys(found ?? {}).filter((might) => found?.[might]);
  if (mights.length > 0)
    throw new Error(
      `The role "${role}" of DATABASE_URL ${mights.join(", ")}: give the site a role that may not (docs/operations.md).`,
    );
}
