import { sql } from "drizzle-orm";
import type { Db } from "./client";

/** Roles of PostgreSQL's own that reach past the rights of tables, or out of the database. */
const mightyRoles = [
  "pg_read_all_data",
  "pg_write_all_data",
  "pg_maintain",
  "pg_create_subscription",
  "pg_read_server_files",
  "pg_write_server_files",
  "pg_execute_server_program",
  "pg_signal_backend",
];

/**
 * All roles that a role is or may become, at once or by `set role`, and all schemas that tables are looked up in: one of
 * the role's own name comes before ours, and what stands in it would be taken for what was published.
 */
const becoming = (
  role: string,
) => sql`become as (select * from pg_roles where pg_has_role(${role}, oid, 'member')),
  schemas as (select * from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
  ours as (select * from schemas where nspname in ('public', 'drizzle'))`;

type Found = Readonly<Record<string, boolean>>;

/**
 * Refuses a role that could help itself to more than the rights it is given: they would say nothing.
 * @param tx of the owner of the tables, once the role has its rights
 * @throws with what it might do, and what to do about it
 */
export async function refuseMighty(tx: Db, role: string): Promise<void> {
  const found = { ...(await mightOf(tx, role)), ...(await settingsOf(tx, role)) };
  const mights = Object.keys(found).filter((might) => found[might]);
  if (mights.length > 0)
    throw new Error(
      `The role "${role}" of DATABASE_URL ${mights.join(", ")}: give the site a role that may not (docs/operations.md).`,
    );
}

async function mightOf(tx: Db, role: string): Promise<Found | undefined> {
  const [found] = await tx.execute<Record<string, boolean>>(sql`
    with ${becoming(role)}
    select exists (select from become where rolname = current_user) as "may act as the owner of the tables",
      exists (select from become where rolsuper) as "may act as a superuser",
      exists (select from become where rolcreaterole) as "may create roles",
      exists (select from become where rolreplication) as "may replicate the database",
      exists (select from become where rolname in (${sql.join(
        mightyRoles.map((one) => sql`${one}`),
        sql`, `,
      )})) as "has a role that may do more than tables allow",
      exists (select from become, schemas where has_schema_privilege(become.oid, schemas.oid, 'create'))
        as "may create in a schema",
      exists (select from become where has_database_privilege(oid, current_database(), 'create'))
        as "may create schemas",
      exists (select from become, pg_database where datname = current_database() and datdba = become.oid)
        as "owns the database",
      exists (select from become, schemas where nspowner = become.oid) as "owns a schema",
      exists (select from become, ours, pg_class where relnamespace = ours.oid and relowner = become.oid)
        as "owns tables",
      exists (select from become, ours, pg_proc where pronamespace = ours.oid and proowner = become.oid)
        as "owns functions",
      exists (select from become, ours, pg_type where typnamespace = ours.oid and typowner = become.oid)
        as "owns types",
      exists (select from become, pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' and (
        has_table_privilege(become.oid, c.oid, 'truncate, trigger')
        or has_any_column_privilege(become.oid, c.oid, 'references')
        or (has_any_column_privilege(become.oid, c.oid, 'update') and ${isRefused(16)})
        or (has_table_privilege(become.oid, c.oid, 'delete') and ${isRefused(8)})))
        as "has rights to tables that it was not given",
      exists (select from become, pg_class c where relnamespace = 'drizzle'::regnamespace and relkind = 'r' and (
        has_table_privilege(become.oid, c.oid, 'delete, truncate, trigger')
        or has_any_column_privilege(become.oid, c.oid, 'insert, update')))
        as "may say which migrations were done",
      exists (select from become, pg_class c where relnamespace = 'public'::regnamespace and relkind = 'S'
        and has_sequence_privilege(become.oid, c.oid, 'update')) as "may set what counts its rows"`);
  return found;
}

/** Whether a trigger of an append-only table refuses what a bit of its type stands for. */
const isRefused = (bit: 8 | 16) => sql`exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
  where t.tgrelid = c.oid and p.proname = 'refuse_change' and t.tgtype & ${sql.raw(String(bit))} > 0)`;

/** Since 15 a right of its own lets a role switch off triggers. */
async function settingsOf(tx: Db, role: string): Promise<Found | undefined> {
  const [server] = await tx.execute(sql`select from pg_proc where proname = 'has_parameter_privilege'`);
  if (server === undefined) return undefined;
  const [found] = await tx.execute<Record<string, boolean>>(sql`
    with ${becoming(role)}
    select exists (select from become where has_parameter_privilege(oid, 'session_replication_role', 'set, alter system'))
      as "may switch off triggers"`);
  return found;
}
