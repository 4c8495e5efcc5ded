import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Row } from "./table";

/** Our reader's faults by set. What is held back stays unread, or it would no longer measure. */
export const formatFaults = (rows: readonly Row[]): string =>
  rows
    .filter(({ set, ours }) => !set.endsWith("held") && ours.faults.length > 0)
    .flatMap(({ set, ours }) => [
      `\n## ${set}`,
      ...ours.faults.map(({ id, text, what }) => `${id}\t${what}\t${excerpt(text)}`),
    ])
    .join("\n");

const excerpt = (text: string) => (text.length > 400 ? "" : text.replaceAll("\n", " / "));

/** Keeps the counts of a run by its day. Milliseconds are those of one machine, so only their ratio is kept. */
export function saveRows(rows: readonly Row[], now: Date): string {
  const folder = join(import.meta.dirname, "..", "results");
  const file = join(folder, `extract-${now.toISOString().slice(0, 10)}.json`);
  const kept = rows.map(({ set, question, cases, ours, microsoft }) => ({
    set,
    question,
    cases,
    ours: ours.tally,
    microsoft: microsoft.tally,
    microsoftTimeByOurs: Number((microsoft.milliseconds / ours.milliseconds).toFixed(1)),
  }));
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  return file;
}
