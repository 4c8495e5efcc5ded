import { parseArgs } from "node:util";
import { report } from "@/bin/report";
import type { Database } from "@/db/client";
import { findDisputes, findPairsOf } from "@/db/queries/list-rivals";
import { startPostgres } from "@/db/testing/postgres-server";
import type { FigureQuery } from "@/domain/figure-query";
import { keyPublications } from "../fill/fill";
import { filled, freshDatabase } from "../shared/collection";

/**
 * `npm run bench:rivals -- [--rows N]`: how long the rival claims of a collection take to find on PostgreSQL. Spread:
 * 40 metrics, a third of them standing, about which four claimants speak every day. Dense: everything about one thing,
 * which stands, as often.
 */
const { values: options } = parseArgs({
  options: { rows: { type: "string", multiple: true, default: ["20000"] } },
});

const revision = 1;
const asked = { revision, order: "ratio", size: 30 } as const;

/** Four who speak every day about each of forty things; every third metric stands. */
const contradict = [
  "update attributions set agent_id = (revision_id / 40) % 4 + 1 where position = 0",
  `update figure_revisions set subject_id = metric_id, period_start = date '2024-01-01' + id / 160,
    period_end = date '2024-01-01' + id / 160`,
  "update metrics set kind = 'stock' where id % 3 = 0",
];
const gather = [
  "update attributions set agent_id = revision_id % 4 + 1 where position = 0",
  `update figure_revisions set metric_id = 3, subject_id = 1, period_start = date '2010-01-01' + id / 4,
    period_end = date '2010-01-01' + id / 4`,
];

async function change({ sql }: Database, statements: readonly string[]): Promise<void> {
  const tables = ["attributions", "figure_revisions", "metrics"];
  for (const table of tables) await sql.unsafe(`alter table ${table} disable trigger user`);
  for (const statement of statements) await sql.unsafe(statement);
  for (const table of tables) await sql.unsafe(`alter table ${table} enable trigger user`);
  await sql.unsafe(`truncate publication_keys; ${keyPublications}`);
  await sql.unsafe("vacuum analyze");
}

async function measure(name: string, { db }: Database): Promise<void> {
  const questions: Record<string, () => Promise<{ keys: readonly unknown[] }>> = {
    "widest of all": () => findDisputes(db, {}, asked),
    "by gap": () => findDisputes(db, {}, { ...asked, order: "gap" }),
    "of a metric": () => findDisputes(db, { metric: "metric-3" } satisfies FigureQuery, asked),
    "of two claimants": () => findPairsOf(db, {}, ["agent-1", "agent-2"], asked),
  };
  for (const [question, ask] of Object.entries(questions)) {
    const times: number[] = [];
    let found = 0;
    for (let run = 0; run < 4; run++) {
      const started = performance.now();
      found = (await ask()).keys.length;
      times.push(performance.now() - started);
    }
    const [median] = times
      .slice(1)
      .sort((a, b) => a - b)
      .slice(1);
    report(`${name}, ${question}: ${Math.round(median!)} ms, ${found} shown`);
  }
}

const postgres = await startPostgres();
try {
  for (const rows of options.rows.map(Number)) {
    const databaseUrl = await freshDatabase(postgres, `rivals_${rows}`);
    const { database } = await filled({ databaseUrl, dataDir: "" }, rows);
    await change(database, contradict);
    await measure(`${rows} spread`, database);
    await change(database, gather);
    await measure(`${rows} dense`, database);
    await database.close();
  }
} finally {
  await postgres.stop();
}
