import { eq } from "drizzle-orm";
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
  readonly header?: readonly string[];
  readonly cells?: readonly (readonly string[])[];
};

const storkTable: Required<DatasetWish> = {
  ...{ slug: "stork-table", title: "Storks day by day", url: "https://storks.example/table.csv" },
  lang: "en",
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
    const { header: names, cells, slug, title, url, lang } = { ...storkTable, ...wish };
    const [publisher] = await tx.select().from(agents).where(eq(agents.slug, "stork-watch"));
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
