import type { RefusedRow } from "./make-report";
import type { CheckReport } from "./report";
import { ruleWords } from "./rule-words";

/** A cell that keeps a row from being taken in. */
export type RefusedCell = {
  readonly row: number;
  readonly column: string | null;
  readonly cell: string;
  readonly rule: string;
  readonly reason: string;
};

/** More are counted, and not listed. */
export const mostListed = 1000;

/**
 * Why rows are refused, cell by cell.
 * @param above rows that stand above the first in the file and not in what was sent: its header
 */
export const refusedCells = (refused: readonly RefusedRow[], above: number): RefusedCell[] =>
  refused
    .flatMap(({ row, problems }) =>
      problems.map(({ rule, column, cell }) => ({
        row: row - above,
        column,
        cell,
        rule,
        reason: ruleWords(rule),
      })),
    )
    .slice(0, mostListed);

/** What became of a delivery, as a script is told. */
export function deliveryAnswer(
  { counts, warnings, creates, sums }: CheckReport,
  refused: readonly RefusedCell[],
  { publicId, dryRun }: { readonly publicId: string | null; readonly dryRun: boolean },
) {
  const { needsAnchor, ...rest } = counts;
  return {
    import: publicId,
    page: publicId === null ? null : `/admin/imports/${publicId}`,
    dry_run: dryRun,
    counts: { ...rest, needs_anchor: needsAnchor },
    refused,
    warnings: warnings.map(({ rule, count }) => ({ rule, reason: ruleWords(rule), count })),
    creates,
    sums,
  };
}
