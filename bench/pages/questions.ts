import type { Database } from "@/db/client";
import { writeCursor } from "@/domain/cursor";

/** What a reader or a program asks for. */
export type Question = {
  readonly name: string;
  readonly address: string;
  /** Whether it must cost the same however many figures there are (issue 7). */
  readonly flat: boolean;
};

/** A page of 50 in the middle of the table: number 10,000 of a million figures. */
async function middle({ sql }: Database, rows: number): Promise<string> {
  const [row] = await sql<{ key: string; id: string }[]>`
    select r.period_start::text as key, f.public_id as id
    from figures f join figure_revisions r on r.id = f.published_revision_id
    order by r.period_start desc, f.public_id collate "C" desc offset ${Math.floor(rows / 2)} limit 1`;
  return writeCursor({ direction: "after", ...row! }); // half of the rows are left
}

/** The questions of a collection of that size, generated as a press desk's (bench/fill). */
export async function questionsOf(database: Database, rows: number): Promise<Question[]> {
  const [figure] = await database.sql<{ id: string }[]>`
    select public_id as id from figures where id = ${Math.floor(rows / 3)}`;
  const id = figure!.id;
  const after = await middle(database, rows);
  const asked: [name: string, address: string, flat: boolean][] = [
    ["metric", "/en/metrics/metric-101", true],
    ["metric known on a day", "/en/metrics/metric-101?known_on=2025-06-01", true],
    ["permalink", `/en/figures/${id}`, true],
    ["explorer, first page", "/en/figures", true],
    ["explorer, page in the middle", `/en/figures?after=${after}`, true],
    ["explorer, metric and claimant", "/en/figures?metric=metric-101&claimant=agent-7", true],
    ["source", "/en/sources/source-77", false],
    ["sources", "/en/sources", true],
    ["changes", "/en/changes", false],
    ["search, half of the sentences", "/en/search?q=storks", true],
    ["search, a hundredth", "/en/search?q=lieu42", true],
    ["search, a ten-thousandth", "/en/search?q=hameau42", true],
    ["API: a figure", `/api/v1/figures/${id}.json`, true],
    ["API: a page of figures", "/api/v1/figures.json?limit=50", true],
    ["API: a page in the middle", `/api/v1/figures.json?limit=50&sort=-period&after=${after}`, true],
    ["API: metrics", "/api/v1/metrics.json", false],
    ["API: sources", "/api/v1/sources.json", false],
    ["API: a chart", "/api/v1/metrics/metric-101.svg", true],
    // Last: what costs most by far leaves a site that is busy for long.
    ["bulletin, every fifth figure", "/en/metrics/metric-1", false],
    ["dashboard of 200 metrics", "/en", false],
  ];
  return asked.map(([name, address, flat]) => ({ name, address, flat }));
}
