import type { Database } from "@/db/client";
import { fillDatabase, keyPublications } from "../fill/fill";

const figures = 80_000;
/** Published at once; the others by 500, as a batch is approved. */
const atOnce = 20_000;
const batches = (figures - atOnce) / 500;
/** Changed one by one afterwards: of ten, one is retracted, two are corrected, seven revised. */
const changes = 20_000;

const tables = [
  "publications",
  "figure_revisions",
  "anchors",
  "attributions",
  "collection_revisions",
  "collection",
];

/** Fills an empty database with 100,000 publications at 20,121 revisions of the collection, one of 20,000 figures. */
export async function fillChanges(database: Database): Promise<void> {
  await fillDatabase(database, figures);
  const { sql } = database;
  for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger user`);
  for (const statement of [...statements, keyPublications]) await sql.unsafe(statement);
  for (const table of tables) await sql.unsafe(`alter table ${table} enable trigger user`);
  await sql.unsafe("vacuum analyze");
}

const first = batches + 2; // the revision of the first single change
const revised = "n % 10 > 0";
const copied = `from figure_revisions r join generate_series(1, ${changes}) n on r.id = n and ${revised}`;

const statements = [
  `update publications set known_from_rev = 2 + (figure_id - ${atOnce + 1}) / 500 where figure_id > ${atOnce}`,
  `insert into collection_revisions (number, at, summary)
    select n, now() - interval '1 hour' + n * interval '100 milliseconds', 'bench' from generate_series(2, ${first + changes - 1}) n`,
  `update collection set revision = ${first + changes - 1}`,
  `insert into figure_revisions overriding system value
    select (jsonb_populate_record(r, jsonb_build_object('id', ${figures} + n, 'number', 2, 'value', coalesce(r.value, 1) + 1,
      'change', case when n % 10 < 3 then 'correction' else 'revision' end, 'change_reason', 'Reason ' || n))).* ${copied}`,
  `insert into anchors select (jsonb_populate_record(a, jsonb_build_object('revision_id', ${figures} + n))).*
    from anchors a join generate_series(1, ${changes}) n on a.revision_id = n and ${revised}`,
  `insert into attributions select (jsonb_populate_record(a, jsonb_build_object('revision_id', ${figures} + n))).*
    from attributions a join generate_series(1, ${changes}) n on a.revision_id = n and ${revised}`,
  `update publications set known_to_rev = ${first - 1} + figure_id where figure_id <= ${changes}`,
  `insert into publications (figure_id, revision_id, status, route, known_from_rev, reason)
    select n, case when ${revised} then ${figures} + n else n end,
      (case when ${revised} then 'published' else 'retracted' end)::status, 'seed', ${first - 1} + n,
      case when ${revised} then null else 'Reason ' || n end from generate_series(1, ${changes}) n`,
];
