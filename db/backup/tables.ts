import type { Sql } from "postgres";

/** What asks within a transaction, on one connection. */
export type Asking = Pick<Sql, "unsafe">;

/** A table as it is kept: every column but those the database computes by itself. */
export type Table = { readonly name: string; readonly columns: readonly Column[] };
type Column = { readonly name: string; readonly type: string };

/** Where a counter of ids stands. */
export type Counter = { readonly name: string; readonly value: string; readonly called: boolean };

/** The tables of the collection and of the desk; not the migrator's own, which each database writes for itself. */
export async function listTables(sql: Asking): Promise<Table[]> {
  return sql.unsafe<Table[]>(`
    select c.relname as name, json_agg(json_build_object('name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    group by c.relname order by c.relname collate "C"`);
}

/** The counters behind ids. One may be ahead of its table, never behind. */
export async function listCounters(sql: Asking): Promise<Counter[]> {
  const names = await sql.unsafe<{ name: string }[]>(`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
    order by relname collate "C"`);
  if (names.length === 0) return [];
  const each = names.map(
    ({ name }) =>
      `select '${name}' as name, last_value::text as value, is_called as called from ${quoted(name)}`,
  );
  return sql.unsafe<Counter[]>(each.join(" union all "));
}

/** Every row in the same words on every engine, whatever the settings of the server. */
export async function speakPlainly(sql: Asking): Promise<void> {
  await sql.unsafe(`set local TimeZone = 'UTC'; set local DateStyle = 'ISO, YMD'; set local IntervalStyle = 'iso_8601';
    set local extra_float_digits = 1; set local bytea_output = 'hex'; set local search_path = public`);
}

/** Of an answer the embedded server holds in its memory, and of a row the size on disk is the least. */
const bytesAtOnce = 16 * 1024 * 1024;

/** Statements that together copy a whole table out, a stretch of its pages each. */
export async function copiesOf(sql: Asking, table: Table): Promise<string[]> {
  const [size] = await sql.unsafe<{ pages: number; bytes: number }[]>(`
    select ceil(pg_relation_size(oid)::float8 / current_setting('block_size')::int)::float8 as pages,
      pg_table_size(oid)::float8 as bytes from pg_class where oid = 'public.${quoted(table.name)}'::regclass`);
  const { pages, bytes } = size!; // a table has a size
  const stretch = Math.max(1, Math.floor((pages * bytesAtOnce) / Math.max(bytes, 1)));
  const statements: string[] = [];
  for (let from = 0; from < pages; from += stretch)
    statements.push(
      `copy (select ${columnList(table)} from only ${quoted(table.name)} ` +
        `where ctid >= '(${from},0)' and ctid < '(${from + stretch},0)') to stdout`,
    );
  return statements;
}

export const columnList = ({ columns }: Table) => columns.map(({ name }) => quoted(name)).join(", ");

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
