import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { lookAtTable } from "@/domain/import/look-at-table";
import { readRows } from "@/domain/import/read-rows";
import { headerText, recordsOf } from "@/domain/import/record";
import type { RowsAnswer, RowsAsked, RowsLine } from "@/domain/import/rows-apart";
import { readPastedTable, readTable, type Table } from "@/domain/import/table";
import { headerSha256 } from "./header-sha256";

/** Reads one table for the site, in a process of its own: `domain/import/rows-apart.ts` says how they speak. */
async function main(): Promise<void> {
  const input = await buffer(process.stdin);
  const end = input.indexOf("\n");
  const asked = JSON.parse(input.toString("utf8", 0, end)) as RowsAsked;
  const bytes = input.subarray(end + 1);
  const read =
    asked.task === "csv"
      ? await readPastedTable(bytes.toString("utf8"), asked.options)
      : await readTable(bytes, asked.fileName, asked.options);
  if (!read.ok) return answer({ refused: read.refusal });
  const table = read.value;
  if (asked.task === "csv") return answer({ csv: csvOf(table) });
  if (asked.task === "look") {
    const { map, lexicon } = asked;
    return answer({ look: lookAtTable(table, map, lexicon, headerSha256(table.header)) });
  }
  await answer({ rows: table.rows.length, header: headerText(table) });
  let count = 0;
  for (const reading of readRows(table, asked.map, asked.lexicon)) {
    await answer(reading);
    count++;
  }
  await answer({ end: count });
  await flushed();
}

/** Rows that are told at once: a line each would spend its time in the kernel. */
const together = 65_536;
let waiting = "";

async function answer(line: RowsAnswer | RowsLine): Promise<void> {
  waiting += `${JSON.stringify(line)}\n`;
  if (waiting.length >= together || !("kind" in line)) await flushed();
}

/** Waits where the site does not read on: what is not asked for stays unread. */
async function flushed(): Promise<void> {
  const said = waiting;
  waiting = "";
  if (said !== "" && !process.stdout.write(said)) await once(process.stdout, "drain");
}

/** The rows as RFC 4180, from which any later reading of them starts. */
function csvOf(table: Table): string {
  const rows = Array.from(recordsOf(table), ({ record }) => record.text);
  return [headerText(table), ...rows, ""].join("\n");
}

process.stdout.on("error", () => process.exit(1)); // nobody reads any more
await main();
