import { describe, expect, test, vi } from "vitest";
import { makeLexicon } from "@/domain/extract/lexicon";
import { importMap } from "@/domain/import/map";
import type { RowReading } from "@/domain/import/row";
import { csvOfPasteApart, lookAtTableApart, readRowsApart } from "./read-rows";

vi.setConfig({ testTimeout: 60_000 }); // each starts a process, which a busy machine is slow to do

const both = (words: string) => ({ fr: words, en: words });
const lexicon = makeLexicon({
  agents: [
    { slug: "example-ministry", name: both("Example Ministry"), inSentence: null, aliases: [], side: null },
  ],
  units: [{ slug: "nest", name: both("nest"), symbol: both("") }],
  metrics: [
    {
      ...{
        slug: "nests",
        name: both("Nests"),
        definition: both("Nests with storks in them."),
        kind: "stock",
      },
      ...{ unit: "nest", allowedUnits: ["nest"] },
    },
  ],
  places: [],
  settings: {},
});
const map = importMap.parse({
  dataset: {
    slug: "storks",
    title: "Storks",
    publisher: "example-ministry",
    url: null,
    lang: "en",
    published: null,
  },
  fields: {
    metric: { is: "nests" },
    unit: { is: "nest" },
    value: "Nests",
    period_start: "Day",
    claimant: "Who",
  },
});
const bytesOf = (text: string) => new TextEncoder().encode(text);
const csv = (rows: readonly string[]) => bytesOf(["Day,Who,Nests", ...rows, ""].join("\n"));
const asked = { fileName: "storks.csv", options: {} } as const;

async function rowsOf(bytes: Uint8Array): Promise<{ total: number; header: string; readings: RowReading[] }> {
  const read = await readRowsApart(bytes, { ...asked, map, lexicon });
  if (!read.ok) throw new Error(read.refusal.kind);
  const readings: RowReading[] = [];
  for await (const one of read.value.readings) readings.push(one);
  return { total: read.value.total, header: read.value.header, readings };
}

describe("a table read apart", () => {
  test("comes row by row, to the last", async () => {
    const { total, header, readings } = await rowsOf(
      csv([
        "2024-09-17,Example Ministry,12",
        "2024-09-18,nobody we know,13",
        "2024-09-19,Example Ministry,",
        "2024-09-20,Example Ministry,«14»",
      ]),
    );
    expect({ total, header }).toEqual({ total: 4, header: "Day,Who,Nests" });
    expect(readings.map(({ kind }) => kind)).toEqual(["figure", "refused", "empty", "refused"]);
    expect(readings[0]).toMatchObject({
      row: 2,
      content: { value: "12", period_start: "2024-09-17", claimant: "example-ministry" },
      record: { text: "2024-09-17,Example Ministry,12", start: 14 },
    });
  });

  test("loses no row of many", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `2024-09-17,Example Ministry,${at}`);
    const { readings } = await rowsOf(csv(rows));
    expect(readings).toHaveLength(20_000);
    expect(readings.at(-1)).toMatchObject({ row: 20_001, content: { value: "19999" } });
  });

  test("is left where nobody asks on", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `2024-09-17,Example Ministry,${at}`);
    const read = await readRowsApart(csv(rows), { ...asked, map, lexicon });
    if (!read.ok) throw new Error(read.refusal.kind);
    for await (const reading of read.value.readings) {
      expect(reading.row).toBe(2);
      break;
    }
  });

  test("is looked at first: its columns, a map to begin with, and what no list knows", async () => {
    const bytes = csv([
      "17/9/2024,Example Ministry,12",
      "18/9/2024,Heron Watch,13",
      "19/9/2024,Heron Watch,14",
    ]);
    const looked = await lookAtTableApart(bytes, { ...asked, map: null, lexicon });
    if (!looked.ok) throw new Error(looked.refusal.kind);
    const { header, rows, columns, map: suggested, own } = looked.value;
    expect({ header, rows, own }).toEqual({ header: ["Day", "Who", "Nests"], rows: 3, own: false });
    expect(columns[0]!.dates?.samples[0]).toEqual({ cell: "17/9/2024", reads: "2024-09-17" });
    expect(suggested.fields.period_start).toEqual({ column: "Day" });
    const again = await lookAtTableApart(bytes, { ...asked, map, lexicon });
    expect(again.ok && again.value.unknown).toEqual([
      { column: "Who", words: [{ printed: "Heron Watch", count: 2 }] },
    ]);
  });

  test("that is none says why", async () => {
    const read = await readRowsApart(bytesOf("%PDF-1.7 …"), { ...asked, map, lexicon });
    expect(read).toMatchObject({ ok: false, refusal: { kind: "wrong_kind", data: { is: "pdf" } } });
  });

  test("of more rows than are read ends in a plain word", async () => {
    const rows = Array.from({ length: 200_001 }, () => ",,1");
    const read = await lookAtTableApart(csv(rows), { ...asked, map: null, lexicon });
    expect(read).toMatchObject({ ok: false, refusal: { kind: "too_large", data: { limit: "rows" } } });
  });

  test("ends with whoever asked", async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => `2024-09-17,Example Ministry,${at}`);
    const leave = new AbortController();
    const looking = lookAtTableApart(csv(rows), { ...asked, map, lexicon }, leave.signal);
    leave.abort();
    expect((await looking).ok).toBe(false);
  });
});

test("rows pasted from a sheet become the CSV that is kept", async () => {
  const pasted = 'Day\tWho\tNests\n2024-09-17\t"Ministry, the"\t12\n';
  expect(await csvOfPasteApart(pasted, "pasted.csv")).toEqual({
    ok: true,
    value: 'Day,Who,Nests\n2024-09-17,"Ministry, the",12\n',
  });
});
