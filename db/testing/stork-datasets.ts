import { eq } from "drizzle-orm";
import type { Sql } from "postgres";
import type { FigureInput } from "@/domain/inputs";
import { recordText } from "@/domain/record";
import type { Db } from "../client";
import { agents } from "../schema/agents";
import { records, sources, sourceVersions } from "../schema/sources";
import { storkFigure } from "./stork-figures";
import { sha256, type TestSource } from "./stork-sources";
import { loader } from "./storks";

/** A table of storks whose rows stand in for sentences; row 1 is its header. */
export type TestDataset = TestSource & { readonly rows: readonly TestRecord[] };
export type TestRecord = { readonly row: number; readonly start: number; readonly text: string };

type DatasetWish = {
  readonly slug?: string;
  readonly title?: string;
  readonly url?: string | null;
  readonly lang?: "fr" | "en";
  readonly publisher?: string;
  readonly header?: readonly string[];
  readonly cells?: readonly (readonly string[])[];
};

const storkTable: Required<DatasetWish> = {
  ...{ slug: "stork-table", title: "Storks day by day", url: "https://storks.example/table.csv" },
  lang: "en",
  publisher: "stork-watch",
  header: ["date", "birds", "place", "note"],
  cells: [
    ["2031-05-04", "1500", "Example Marsh", ""],
    ["2031-05-05", "1,600", "Example Marsh", 'said "in secret" 🦩'],
    ["2031-05-06", "1700", "Example Marsh", "two\nlines"],
  ],
};

/** A statement carries at most 65 534 parameters. */
const rowsAtOnce = 10_000;

/** Writes a table as an import leaves it: a version that is the header, and a record for each row. */
export const aDataset = (db: Db, wish: DatasetWish = {}): Promise<TestDataset> =>
  db.transaction(async (tx) => {
    const { header: names, cells, slug, title, url, lang, publisher: by } = { ...storkTable, ...wish };
    const [publisher] = await tx.select().from(agents).where(eq(agents.slug, by));
    const [source] = await tx
      .insert(sources)
      .values({
        ...{ slug, title, url, publisherId: publisher!.id },
        lang,
        publishedPrecision: "unknown",
        publishedBasis: "unknown",
        licenceNoteFr: "Inventé pour les tests",
        licenceNoteEn: "Invented for the tests",
      })
      .returning({ id: sources.id });
    const header = recordText(names);
    const rows = recordsOf(header, cells);
    const file = [header, ...rows.map(({ text }) => text)].join("\n");
    const [version] = await tx
      .insert(sourceVersions)
      .values({
        ...{ sourceId: source!.id, number: 1, extent: "records", text: header, sha256: sha256(header) },
        ...{ documentSha256: sha256(file), documentName: "storks.csv", authorId: loader.id },
      })
      .returning({ id: sourceVersions.id });
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      const some = rows.slice(from, from + rowsAtOnce);
      await tx.insert(records).values(some.map((row) => ({ ...row, sourceVersionId: version!.id })));
    }
    return { slug, text: header, rows };
  });

function recordsOf(header: string, cells: readonly (readonly string[])[]): TestRecord[] {
  let start = header.length + 1;
  return cells.map((row, index) => {
    const record = { row: index + 2, start, text: recordText(row) };
    start += record.text.length + 1;
    return record;
  });
}

type Mention = FigureInput["mentions"][number];

/** A mention of `number` in row `row` of a dataset, as the Ministry's. */
export function aRecordMention(
  dataset: TestDataset,
  row: number,
  number: string,
  wish: Partial<Mention> = {},
): Mention {
  const record = dataset.rows.find((one) => one.row === row);
  if (record === undefined) throw new Error(`the dataset has no row ${row}`);
  const numberStart = record.text.indexOf(number);
  if (numberStart < 0) throw new Error(`"${number}" does not stand in: ${record.text}`);
  return {
    ...{ source: dataset.slug, record: row, sentence: record.text, sentenceStart: record.start },
    ...{ sentenceEnd: record.start + record.text.length, prefix: "", suffix: "" },
    ...{ numberStart, numberEnd: numberStart + number.length, numberText: number },
    ...{ readsAs: number.replace(/[,\s]/g, ""), comparator: "=", cue: null },
    attribution: [
      { role: "claimed_by", agent: "example-ministry", asPrinted: null },
      { role: "published_by", agent: "stork-watch", asPrinted: null },
    ],
    ...wish,
  };
}

/** A figure that stands in row 2 of a dataset: 1,500 storks. */
export const rowFigure = (dataset: TestDataset, wish: Partial<FigureInput> = {}): FigureInput =>
  storkFigure(dataset, {
    ...{ comparator: "=", cue: null },
    ...wish,
    mentions: wish.mentions ?? [aRecordMention(dataset, 2, "1500")],
  });

/**
 * A published figure for each further row of a dataset, in SQL, after the one given; what an import leaves once it is
 * approved. For rows whose second and last cell is the number, in ASCII.
 */
export const fillRows = (sql: Sql, { publicId }: FigureInput): Promise<unknown> =>
  sql.begin(async (tx) => {
    const one = `figures o join anchors first on first.revision_id = o.published_revision_id
      join records r on r.source_version_id = first.source_version_id and r.row > 2
      where o.public_id = '${publicId}'`;
    const made = "figures f on f.public_id = lpad((90000000 + r.row)::text, 8, '0')";
    const of = (table: string, changes: string) =>
      `(jsonb_populate_record(${table}, jsonb_build_object('revision_id', 1000000 + r.row, ${changes}))).*`;
    const spot = `'record_id', r.id, 'sentence', r.text, 'sentence_start', r.start,
      'sentence_end', r.start + length(r.text),
      'number_start', position(',' in r.text), 'number_end', length(r.text)`;
    for (const statement of [
      `insert into figures (public_id) select lpad((90000000 + r.row)::text, 8, '0') from ${one}`,
      `insert into figure_revisions overriding system value
        select (jsonb_populate_record(old, jsonb_build_object('id', 1000000 + r.row, 'figure_id', f.id))).*
        from ${one.replace("where", `join ${made} join figure_revisions old on old.id = o.published_revision_id where`)}`,
      `insert into anchors select ${of("first", spot)} from ${one}`,
      `insert into attributions select ${of("link", "'mention', 0")}
        from ${one.replace("where", "join attributions link on link.revision_id = first.revision_id where")}`,
      "update collection set revision = revision + 1",
      "insert into collection_revisions (number, summary) select revision, 'Filled' from collection",
      `insert into publications (figure_id, revision_id, status, route, known_from_rev)
        select f.id, 1000000 + r.row, 'published', 'seed', c.revision
        from ${one.replace("where", `join ${made} cross join collection c where`)}`,
      `update figures f set status = 'published', published_revision_id = p.revision_id
        from publications p where p.figure_id = f.id and p.revision_id > 1000000`,
    ])
      await tx.unsafe(statement);
  });
