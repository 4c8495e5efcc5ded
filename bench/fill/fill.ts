import type { Database } from "@/db/client";
import { openEnd } from "@/db/schema/publications";
import { plain, type Shape } from "./shape";

/**
 * Fills an empty database with `rows` published figures, all of them invented by arithmetic; one figure in twenty is
 * stated twice, two in three have a link to who passed it on. Triggers are off while it writes, those of references too:
 * what they check holds by the way it is written. Unique keys are checked as ever; the other indexes are made at the
 * end, each in one pass over its table; and the tables are vacuumed as a server does.
 */
export async function fillDatabase(database: Database, rows: number, shape: Shape = plain): Promise<void> {
  const { sql } = database;
  for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger all`);
  const indexes = await dropIndexes(database);
  for (const statement of statements(rows, shape)) await sql.unsafe(statement);
  await sql.unsafe(keyPublications);
  await sql.unsafe(
    "insert into sentence_words select distinct unnest(sentence_words(sentence)) from anchors where mention = 0",
  );
  if (shape.stems) await stem(database, rows);
  for (const index of indexes) await sql.unsafe(index);
  for (const table of tables) await sql.unsafe(`alter table ${table} enable trigger all`);
  await sql.unsafe("vacuum analyze");
}

/** Drops each index that no constraint needs. @returns the statements that make them again */
async function dropIndexes({ sql }: Database): Promise<string[]> {
  const found = await sql<{ name: string; definition: string }[]>`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
    from pg_index where not indisunique and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`;
  for (const { name } of found) await sql.unsafe(`drop index ${name}`);
  return found.map(({ definition }) => definition);
}

/**
 * Stems all sentences as the trigger would, a core each for two halves.
 * The embedded engine has one core, and a second connection would wait past its patience for the first.
 */
async function stem({ sql, engine }: Database, rows: number): Promise<void> {
  const half = Math.ceil(rows / 2);
  const from = async (first: number, last: number) => {
    for (let next = first; next <= last; next += step)
      await sql.unsafe(`insert into sentence_stems (revision_id, mention, reported_on, stems)
        select a.revision_id, a.mention, coalesce(r.reported_end, '0001-01-01'), search_stems(a.sentence)
        from anchors a join figure_revisions r on r.id = a.revision_id
        where a.revision_id between ${next} and ${Math.min(last, next + step - 1)}`);
  };
  if (engine === "embedded") await from(1, rows);
  else await Promise.all([from(1, half), from(half + 1, rows)]);
}

/** Writes the keys of publications that have none, when each ended, what each publish did, and what it left of each source, as triggers would. */
export const keyPublications = `
  insert into publication_keys
  select p.id, p.figure_id, p.revision_id, r.metric_id, r.subject_id, r.place_id, coalesce(c.agent_id, 0),
    r.modality, r.comparator, coalesce(r.period_start, r.reported_start), coalesce(r.period_end, r.reported_end),
    r.reported_start, r.reported_end, coalesce(r.value, r.low, r.high, 0), p.status, p.known_from_rev, p.known_to_rev,
    r.period_start, r.period_end, r.value, r.low, r.high, r.unit_id, r.statistic, r.per, r.rank, r.change, r.supersedes_id
  from publications p join figure_revisions r on r.id = p.revision_id
  left join attributions c on c.revision_id = r.id and c.mention = 0 and c.position = 0
  where not exists (select from publication_keys k where k.publication_id = p.id);
  update publication_keys k set known_to_rev = p.known_to_rev
  from publications p where p.id = k.publication_id and p.known_to_rev <> k.known_to_rev;
  truncate publish_kinds;
  insert into publish_kinds
  select p.known_from_rev, case when p.status = 'retracted' then 'retraction' else r.change::text end,
    count(*), (array_agg(p.id order by p.id))[1:6]
  from publications p join figure_revisions r on r.id = p.revision_id group by 1, 2;
  truncate metric_publishes;
  insert into metric_publishes
  select distinct k.metric_id, p.known_from_rev from publications p join publication_keys k on k.figure_id = p.figure_id;
  truncate source_counts;
  insert into source_counts (source_id, from_rev, figures, shown)
  select source_id, from_rev, sum(sum(figure)) over so_far, sum(sum(one)) over so_far
  from (select distinct version.source_id, stated.revision_id from anchors stated
    join source_versions version on version.id = stated.source_version_id) told
  join publications p on p.revision_id = told.revision_id
  cross join lateral (values (p.known_from_rev, 1), (p.known_to_rev, -1)) at (from_rev, one)
  cross join lateral (select case when p.status = 'published' then one else 0 end as figure) counted
  where from_rev < ${openEnd} group by source_id, from_rev
  window so_far as (partition by source_id order by from_rev)`;

/** Of a plain collection, ends the state of `count` figures and publishes others, as `count` corrections in one go would. */
export async function correctFigures({ sql }: Database, count: number): Promise<void> {
  for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger all`);
  await sql.begin(async (tx) => {
    for (const statement of corrections(count)) await tx.unsafe(statement);
    await tx.unsafe(keyPublications);
  });
  for (const table of tables) await sql.unsafe(`alter table ${table} enable trigger all`);
  await sql.unsafe("vacuum analyze");
}

const tables = [
  "agents",
  "metrics",
  "places",
  "sources",
  "source_versions",
  "figures",
  "figure_revisions",
  "anchors",
  "attributions",
  "publications",
  "collection_revisions",
];

/** Base 32 without i, l, o and u: eight characters in no order of writing. Odd times a number modulo 2^40 never repeats. */
const publicId = `(select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', ((((n * 700000000003::bigint + 12345) % 1099511627776) >> (5 * place)) % 32)::int + 1, 1), '' order by place desc) from generate_series(0, 7) place)`;

/** Some ten thousand rows a statement: the embedded engine holds each in memory. */
const step = 10_000;

const dayOf = (from: string, { days }: Shape) => `date '${from}' + (n % ${days})::int`;
const periodOf = (shape: Shape) =>
  ["2024-01-01", "2024-01-02"]
    .map((from) => `${dayOf(from, shape)}, ${dayOf(from, shape)}, 'day', 'stated'`)
    .join();
/** Sentence, what stands around it, and where its number is: the last columns of an anchor. */
const sentenceOf = ({ before, number, after }: Shape) =>
  `${before} || ${number} || ${after}, '', '', length(${before}), length(${before}) + length(${number}), ${number}, '='`;
const revisionColumns =
  "figure_id, number, metric_id, subject_id, place_id, value, low, unit_id, comparator, statistic, modality, hearsay, period_start, period_end, period_precision, period_basis, reported_start, reported_end, reported_precision, reported_basis, change, change_reason, author_id";
const anchorColumns =
  "revision_id, mention, source_version_id, sentence_start, sentence_end, sentence, prefix, suffix, number_start, number_end, number_text, comparator";
const roles = "(array['claimed_by', 'relayed_by', 'published_by'])[position + 1]::attribution_role";

function* statements(rows: number, shape: Shape): Generator<string> {
  const { metrics, agents, places, sources, kind, silence } = shape;
  yield "insert into editors (id, name, role) values ('bench', 'bench', 'system') on conflict do nothing";
  yield `insert into collection (slug, title_fr, title_en, description_fr, description_en, revision)
    values ('bench', 'Banc', 'Bench', 'Banc', 'Bench', 1) on conflict do nothing`;
  yield "insert into collection_revisions (number, summary, at) values (1, 'bench', '2025-01-01')";
  yield "insert into units (slug, name_fr, name_en, symbol_fr, symbol_en) values ('piece', 'pièces', 'pieces', 'p', 'p')";
  yield `insert into agents (slug, name_fr, name_en, kind, mark)
    select 'agent-' || n, 'Agent ' || n, 'Agent ' || n, 'organisation', n - 1 from generate_series(1, ${agents}) n`;
  yield `insert into places (slug, name_fr, name_en, kind)
    select 'place-' || n, 'Lieu ' || n, 'Place ' || n, 'town' from generate_series(1, ${places}) n`;
  yield `insert into metrics (slug, name_fr, name_en, definition_fr, definition_en, "group", kind, unit_id, longest_silence_days, position)
    select 'metric-' || n, 'Mesure ' || n, 'Metric ' || n, 'x', 'x', 'forces', ${kind}, 1, ${silence}, n from generate_series(1, ${metrics}) n`;
  yield `insert into sources (slug, title, publisher_id, url, published_start, published_end, published_precision, published_basis, lang, licence_note_fr, licence_note_en)
    select 'source-' || n, 'Text number ' || n || ', as printed', n % ${agents} + 1, 'https://example.org/' || n, date '2024-01-01' + n, date '2024-01-01' + n, 'day', 'stated', 'en', 'x', 'x' from generate_series(1, ${sources}) n`;
  yield `insert into source_versions (source_id, number, extent, text, sha256, author_id)
    select n, 1, 'excerpts', 'x', encode(sha256('x'), 'hex'), 'bench' from generate_series(1, ${sources}) n`;
  for (let from = 1; from <= rows; from += step)
    yield* someFigures(from, Math.min(rows, from + step - 1), shape);
}

function* someFigures(from: number, to: number, shape: Shape): Generator<string> {
  const { metricOf, agentOf, value, agents, places, sources } = shape;
  const series = `generate_series(${from}, ${to}) n`;
  yield `insert into figures (public_id) select ${publicId} from ${series}`;
  yield `insert into figure_revisions (${revisionColumns})
    select n, 1, ${metricOf}, n % ${agents} + 1, case when n % 4 > 0 then n % ${places} + 1 end, ${value}, case when n % 5 = 0 then ${value} / 2 end, 1, '=', 'point', 'claimed', n % 3 = 0,
      ${periodOf(shape)}, 'first', null, 'bench' from ${series}`;
  yield `insert into anchors (${anchorColumns})
    select n, mention, n % ${sources} + 1, 0, 1, ${sentenceOf(shape)}
    from ${series}, generate_series(0, case when n % 20 = 0 then 1 else 0 end) mention`;
  yield `insert into attributions (revision_id, mention, position, role, agent_id)
    select n, 0, position, ${roles}, ${agentOf}
    from ${series}, generate_series(case when n % 10 = 0 then 1 else 0 end, case when n % 3 = 0 then 1 else 2 end) position`;
  yield `insert into publications (figure_id, revision_id, status, route, known_from_rev) select n, n, 'published', 'seed', 1 from ${series}`;
  yield `update figures set published_revision_id = id, status = 'published' where id between ${from} and ${to}`;
}

function* corrections(count: number): Generator<string> {
  const chosen = `(select figure_id as n from figure_revisions where number = 1 order by figure_id limit ${count}) chosen`;
  yield "insert into collection_revisions (number, summary, at) values (2, 'bench', '2025-01-02')";
  yield "update collection set revision = 2";
  yield `insert into figure_revisions (${revisionColumns})
    select n, 2, n % 40 + 1, n % 60 + 1, n % 200 + 1, n % 99991 + 1, null, 1, '=', 'point', 'claimed', false,
      ${periodOf(plain)}, 'correction', 'bench', 'bench' from ${chosen}`;
  const fresh = "(select id, figure_id as n from figure_revisions where number = 2) fresh";
  yield `insert into anchors (${anchorColumns}) select id, 0, n % 500 + 1, 0, 1, ${sentenceOf(plain)} from ${fresh}`;
  yield `insert into attributions (revision_id, mention, position, role, agent_id)
    select id, 0, position, ${roles}, (n + position) % 60 + 1 from ${fresh}, generate_series(0, 1) position`;
  yield `update publications set known_to_rev = 2 where known_from_rev = 1 and figure_id in (select n from ${fresh})`;
  yield `insert into publications (figure_id, revision_id, status, route, known_from_rev) select n, id, 'published', 'seed', 2 from ${fresh}`;
  yield `update figures f set published_revision_id = fresh.id from ${fresh} where f.id = fresh.n`;
}
