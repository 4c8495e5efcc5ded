import type { ImportMap } from "@/domain/import/map";
import type { NewEntry, NumberSpot, RowContent, RowReading } from "@/domain/import/row";
import type { Editor } from "@/domain/permission";
import type { Db } from "../client";
import { checkImport } from "../mutations/check-import";
import { mapImport } from "../mutations/map-import";
import { recordImport } from "../mutations/record-import";
import { type RunOptions, runImport } from "../mutations/run-import";
import { findImport } from "../queries/find-import";
import { done, writer } from "./makers";

/** Invented tables of storks, read by hand: what the reader of tables makes of them is tested where it is. */

export const storkHeader = "night,claimant,value,note";

export const storkMap = (wish: Partial<ImportMap> = {}): ImportMap => ({
  dataset: {
    slug: "stork-table",
    title: "Storks by night",
    publisher: "stork-watch",
    url: "https://storks.example/table.csv",
    lang: "en",
    published: "2031-06-01",
  },
  fields: {
    metric: { is: "storks-nesting" },
    value: { column: "value" },
    period_start: { column: "night" },
    claimant: { column: "claimant" },
    note: { column: "note" },
  },
  ...wish,
});

/** What a row says of the storks of one night. */
export type StorkRow = RowContent & { readonly printed?: string; readonly creates?: readonly NewEntry[] };

const storkContent: RowContent = {
  metric: "storks-nesting",
  subject: "white-storks",
  place: "example-marsh",
  value: "800",
  low: null,
  high: null,
  unit: "bird",
  comparator: "=",
  period_start: "2031-05-04",
  reported_on: "2031-05-05",
  claimant: "example-ministry",
  note: null,
};

/** The rows of a table, as they are read; `printed` is the number as the file has it. */
export function readingsOf(rows: readonly StorkRow[]): RowReading[] {
  let start = storkHeader.length + 1;
  return rows.map(({ printed, creates = [], ...wish }, index) => {
    const content = { ...storkContent, ...wish };
    const number = printed ?? content.value ?? content.low ?? "none";
    const cells = [content.period_start, content.claimant, `"${number}"`, content.note ?? ""];
    const text = cells.join(",");
    const record = { text, start };
    start += text.length + 1;
    const key = [content.metric, content.period_start, content.claimant, content.source_url].join("|");
    const inSentence = content.sentence == null ? null : spotIn(content.sentence, number, content);
    const inRecord = spotIn(text, number, content)!; // written into it just above
    return { kind: "figure", row: index + 2, figure: 0, key, content, inSentence, inRecord, record, creates };
  });
}

function spotIn(words: string, numberText: string, { value, low }: RowContent): NumberSpot | null {
  const numberStart = words.indexOf(numberText);
  if (numberStart < 0) return null;
  return {
    numberStart,
    numberEnd: numberStart + numberText.length,
    numberText,
    readsAs: value ?? low ?? null,
  };
}

/** A night of May 2031 by its number. */
export const night = (number: number): string =>
  new Date(Date.UTC(2031, 4, number)).toISOString().slice(0, 10);

/** A table of so many nights, a few storks more each. */
export const storkNights = (count: number): StorkRow[] =>
  Array.from({ length: count }, (_, index) => ({
    period_start: night(index + 1),
    reported_on: night(index + 2),
    value: String(800 + index),
  }));

let filesMade = 0;

/** Brings a table in and maps it: the next thing is to check it. @returns the public id of the import */
export async function aFile(db: Db, map: ImportMap = storkMap(), editor: Editor = writer): Promise<string> {
  const bytes = new TextEncoder().encode(`${storkHeader}\nfile ${++filesMade}`);
  const { publicId } = done(await recordImport(db, editor, { fileName: `storks-${filesMade}.csv`, bytes }));
  const { rowVersion } = (await findImport(db, publicId))!;
  done(await mapImport(db, editor, { publicId, rowVersion, map }));
  return publicId;
}

/** Brings a table in and checks it. */
export async function aCheck(
  db: Db,
  rows: readonly StorkRow[] | readonly RowReading[],
  map: ImportMap = storkMap(),
  editor: Editor = writer,
) {
  const publicId = await aFile(db, map, editor);
  const readings = asReadings(rows);
  const report = done(await checkImport({ db }, editor, publicId, readings, readings.length));
  return { publicId, report, readings };
}

const asReadings = (rows: readonly StorkRow[] | readonly RowReading[]): readonly RowReading[] =>
  rows.length > 0 && "kind" in rows[0]!
    ? (rows as readonly RowReading[])
    : readingsOf(rows as readonly StorkRow[]);

/** Brings a table in, checks it and takes it in. */
export async function anImport(
  db: Db,
  rows: readonly StorkRow[] | readonly RowReading[],
  map: ImportMap = storkMap(),
  options: Partial<RunOptions> = {},
) {
  const { publicId, report, readings } = await aCheck(db, rows, map);
  const all = { only: "valid", header: storkHeader, ...options } as const;
  const written = done(await runImport({ db }, writer, publicId, readings, all));
  return { publicId, report, written };
}
