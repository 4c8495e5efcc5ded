import type { Database } from "@/db/client";

export type DenseMetric = {
  readonly slug: string;
  readonly kind: "stock" | "flow";
  readonly claimants: number;
  readonly days: number;
};

/** The shapes a page must bear: one metric of 30 000 figures by five claimants, and eighteen of 1 600 days each. */
export const denseMetrics: readonly DenseMetric[] = [
  { slug: "dense", kind: "stock", claimants: 5, days: 6000 },
  ...Array.from(
    { length: 18 },
    (_, n): DenseMetric => ({ slug: `daily-${n + 1}`, kind: "flow", claimants: 1, days: 1600 }),
  ),
];

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

/**
 * Fills an empty database with daily figures by arithmetic, each with a spike no other day reaches. Triggers are off
 * while it writes: what they check holds by the way it is written.
 */
export async function fillDense(
  { sql }: Database,
  metrics: readonly DenseMetric[] = denseMetrics,
): Promise<void> {
  for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger user`);
  for (const statement of lists) await sql.unsafe(statement);
  let from = 0;
  for (const [index, metric] of metrics.entries()) {
    await sql.unsafe(`insert into metrics (slug, name_fr, name_en, definition_fr, definition_en, "group", kind, unit_id, position, longest_silence_days)
      values ('${metric.slug}', 'Mesure ${metric.slug}', 'Metric ${metric.slug}', 'x', 'x', 'forces', '${metric.kind}', 1, ${index}, ${metric.kind === "stock" ? 60 : "null"})`);
    const rows = metric.claimants * metric.days;
    for (const statement of figures(metric, index + 1, from, rows)) await sql.unsafe(statement);
    from += rows;
  }
  for (const table of tables) await sql.unsafe(`alter table ${table} enable trigger user`);
  await sql.unsafe("analyze");
}

const lists = [
  "insert into editors (id, name, role) values ('bench', 'bench', 'system') on conflict do nothing",
  `insert into collection (slug, title_fr, title_en, description_fr, description_en, revision)
    values ('bench', 'Banc', 'Bench', 'Banc', 'Bench', 1) on conflict do nothing`,
  "insert into collection_revisions (number, summary) values (1, 'bench')",
  "insert into units (slug, name_fr, name_en, symbol_fr, symbol_en) values ('piece', 'pièces', 'pieces', 'p', 'p')",
  `insert into agents (slug, name_fr, name_en, kind, mark)
    select 'agent-' || n, 'Agent ' || n, 'Agent ' || n, 'organisation', n - 1 from generate_series(1, 6) n`,
  `insert into sources (slug, title, publisher_id, published_start, published_end, published_precision, published_basis, lang, licence_note_fr, licence_note_en)
    values ('text', 'A text', 6, date '2008-01-01', date '2008-01-01', 'day', 'stated', 'en', 'x', 'x')`,
  `insert into source_versions (source_id, number, extent, text, sha256, author_id)
    values (1, 1, 'excerpts', 'x', encode(sha256('x'), 'hex'), 'bench')`,
];

const publicId = `(select string_agg(substr('0123456789abcdefghjkmnpqrstvwxyz', ((n * 7919::bigint + 12345) % 1099511627776 >> (5 * place))::int % 32 + 1, 1), '' order by place desc) from generate_series(0, 7) place)`;

function* figures(
  { claimants }: DenseMetric,
  metric: number,
  before: number,
  rows: number,
): Generator<string> {
  const series = `generate_series(${before + 1}, ${before + rows}) n`;
  const nth = `(n - ${before} - 1)`;
  const day = `(date '2008-01-01' + ${nth} / ${claimants})`;
  const who = `(${nth} % ${claimants})`;
  const value = `(5000 + 900 * ${who} + (2000 * sin(${nth} / ${claimants * 70}.0))::int + (${nth} * 7919::bigint) % 613 + case when ${nth} = ${Math.floor(rows / 3)} then 90000 else 0 end)`;
  yield `insert into figures (public_id) select ${publicId} from ${series}`;
  yield `insert into figure_revisions (figure_id, number, metric_id, subject_id, value, unit_id, comparator, statistic, modality, hearsay, period_start, period_end, period_precision, period_basis, reported_start, reported_end, reported_precision, reported_basis, change, author_id)
    select n, 1, ${metric}, 1, ${value}, 1, '=', 'point', 'claimed', false,
      ${day}, ${day}, 'day', 'stated', ${day} + 1, ${day} + 1, 'day', 'stated', 'first', 'bench' from ${series}`;
  yield `insert into anchors (revision_id, mention, source_version_id, sentence_start, sentence_end, sentence, prefix, suffix, number_start, number_end, number_text, comparator)
    select n, 0, 1, 0, 1, 'On that day the number given was ' || ${value} || ' pieces in all, the ministry said.', '', '', 33, 33 + length(${value}::text), ${value}::text, '=' from ${series}`;
  yield `insert into attributions (revision_id, mention, position, role, agent_id)
    select n, 0, position, (array['claimed_by', 'published_by'])[position + 1]::attribution_role,
      case when position = 0 then ${who} + 1 else 6 end from ${series}, generate_series(0, 1) position`;
  yield `insert into publications (figure_id, revision_id, status, route, known_from_rev) select n, n, 'published', 'seed', 1 from ${series}`;
  yield `update figures set published_revision_id = id, status = 'published' where id between ${before + 1} and ${before + rows}`;
}
