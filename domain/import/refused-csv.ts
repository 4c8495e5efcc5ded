import { csvOf, guardCell } from "../export/csv";
import { recordCells, recordText } from "../record";
import { rules } from "../validate/rules";
import { groupBy } from "./group-by";
import type { RefusedRow } from "./make-report";
import { importRules } from "./rules";

type Problem = RefusedRow["problems"][number];
const says = ({ rule }: Problem): string =>
  rule in importRules
    ? importRules[rule as keyof typeof importRules]
    : rules[rule as keyof typeof rules].says;

/**
 * The rows that were refused, as CSV: each as printed under the columns of its file, to be mended and brought in again
 * under the same map, followed by its number and why. Without the header, the reasons alone, a line for each.
 * @param header the names of the columns as RFC 4180 writes them
 */
export function refusedCsv(refused: readonly RefusedRow[], header?: string): string {
  if (header === undefined) return reasonsCsv(refused);
  const columns = recordCells(header).map(({ text }) => text);
  const rows = [...groupBy(refused, ({ row }) => row)].map(([row, figures]) => {
    const { record } = figures.find((one) => one.record !== undefined) ?? {};
    const cells =
      record === undefined ? columns.map(() => "") : recordCells(record.text).map((cell) => cell.text);
    return [...cells.map(guarded), String(row), [...new Set(figures.flatMap(reasonsOf))].join(" ")];
  });
  return [[...columns.map(guarded), "refused_row", "refused_because"], ...rows]
    .map((cells) => `${recordText(cells)}\n`)
    .join("");
}

const reasonsOf = ({ problems }: RefusedRow): string[] =>
  problems.map((problem) => `${problem.column === null ? "" : `${problem.column}: `}${says(problem)}`);

/** A negative number runs nowhere, and is to be read again. */
const guarded = (text: string): string => (/^[-+]?[\d.,\s]+$/.test(text) ? text : guardCell(text));

const reasonsCsv = (refused: readonly RefusedRow[]): string =>
  csvOf(
    ["row", "column", "cell", "rule", "reason"],
    refused.flatMap(({ row, problems }) =>
      problems.map((problem) => {
        const { rule, column, cell } = problem;
        return { row, column, cell, rule, reason: says(problem) };
      }),
    ),
  );
