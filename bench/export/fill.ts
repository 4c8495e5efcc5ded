import type { Database } from "@/db/client";

/**
 * Fills an empty database with `rows` published figures, all of them invented by arithmetic: 40 metrics, 60 agents, 500
 * texts, sentences of 60 to 330 characters with commas, quotes and line breaks. Triggers are off while it writes: what
 * they check holds by the way it is written.
 */
export async function fillDatabase({ sql }: Database, rows: number): Promise<void> {
  const off = await triggers(sql, "disable");
  for (const statement of statements(rows)) await sql.unsafe(statement);
  await triggers(sql, "enable", off);
  await sql.unsafe("analyze");
}

const tables = [
  "agents",
  "metrics",
  "sources",
  "source_versions",
  "figures",
  "figure_revisions",
  "anchors",
  "attributions",
  "publications",
  "collection_revisions",
];

async function triggers(sql: Database["sql"], verb: "disable" | "enable", on = tables): Promise<string[]> {
  for (const table of on) await sql.unsafe(`alter table ${table} ${verb} trigger user`);
  return [...on];
}

/** Base 32 without i, l, o and u: eight characters that hop about, so that ids are in no order of writing. */
const publicId = `(select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', ((n * 7919::bigint + 12345) % 1099511627776 >> (5 * place))::int % 32 + 1, 1), '' order by place desc) from generate_series(0, 7) place)`;

const sentence = `'The figure of ' || (n % 9973) || ' was given by speaker ' || (n % 50) || ', "as far as is known"' ||
  case when n % 7 = 0 then E',\\nand it was repeated the day after' else '' end || repeat(' and so on', (n % 25)::int) || '.'`;

/** Some ten thousand rows a statement: the embedded engine holds each in memory. */
const step = 10_000;

function* statements(rows: number): Generator<string> {
  yield "insert into editors (id, name, role) values ('bench', 'bench', 'system') on conflict do nothing";
  yield `insert into collection (slug, title_fr, title_en, description_fr, description_en, revision)
    values ('bench', 'Banc', 'Bench', 'Banc', 'Bench', 1) on conflict do nothing`;
  yield "insert into collection_revisions (number, summary) values (1, 'bench')";
  yield "insert into units (slug, name_fr, name_en, symbol_fr, symbol_en) values ('piece', 'pièces', 'pieces', 'p', 'p')";
  yield `insert into agents (slug, name_fr, name_en, kind)
    select 'agent-' || n, 'Agent ' || n, 'Agent ' || n, 'organisation' from generate_series(1, 60) n`;
  yield `insert into metrics (slug, name_fr, name_en, definition_fr, definition_en, "group", kind, unit_id, position)
    select 'metric-' || n, 'Mesure ' || n, 'Metric ' || n, 'x', 'x', 'forces', 'flow', 1, n from generate_series(1, 40) n`;
  yield `insert into sources (slug, title, publisher_id, published_start, published_end, published_precision, published_basis, lang, licence_note_fr, licence_note_en)
    select 'source-' || n, 'Text number ' || n || ', as printed', n % 60 + 1, date '2024-01-01' + n, date '2024-01-01' + n, 'day', 'stated', 'en', 'x', 'x' from generate_series(1, 500) n`;
  yield `insert into source_versions (source_id, number, extent, text, sha256, author_id)
    select n, 1, 'excerpts', 'x', encode(sha256('x'), 'hex'), 'bench' from generate_series(1, 500) n`;
  for (let from = 1; from <= rows; from += step) {
    const series = `generate_series(${from}, ${Math.min(rows, from + step - 1)}) n`;
    yield `insert into figures (public_id) select ${publicId} from ${series}`;
    yield `insert into figure_revisions (figure_id, number, metric_id, subject_id, value, low, unit_id, comparator, statistic, modality, hearsay, period_start, period_end, period_precision, period_basis, reported_start, reported_end, reported_precision, reported_basis, change, author_id)
      select n, 1, n % 40 + 1, n % 60 + 1, n % 99991, case when n % 5 = 0 then n % 1000 end, 1, '=', 'point', 'claimed', n % 3 = 0,
        date '2024-01-01' + (n % 700)::int, date '2024-01-01' + (n % 700)::int, 'day', 'stated', date '2024-01-02' + (n % 700)::int, date '2024-01-02' + (n % 700)::int, 'day', 'stated', 'first', 'bench' from ${series}`;
    yield `insert into anchors (revision_id, mention, source_version_id, sentence_start, sentence_end, sentence, prefix, suffix, number_start, number_end, number_text, comparator)
      select n, 0, n % 500 + 1, 0, 1, ${sentence}, '', '', 14, 15, (n % 9973)::text, '=' from ${series}`;
    yield `insert into attributions (revision_id, mention, position, role, agent_id)
      select n, 0, position, (array['claimed_by', 'published_by'])[position + 1]::attribution_role, (n + position) % 60 + 1
      from ${series}, generate_series(0, 1) position where n % 10 > 0 or position = 1`;
    yield `insert into publications (figure_id, revision_id, status, route, known_from_rev) select n, n, 'published', 'seed', 1 from ${series}`;
    yield `update figures set published_revision_id = id, status = 'published' where id between ${from} and ${from + step - 1}`;
  }
}
