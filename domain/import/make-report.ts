import { type Finding, holds } from "../validate/finding";
import type { Rule } from "../validate/rules";
import { exactSum } from "./exact-sum";
import { groupBy } from "./group-by";
import type { CellChange, CheckCounts, CheckReport, ProblemGroup, WarningGroup } from "./report";
import type { CellProblem, RecordText, RowContent } from "./row";
import { rowRanges } from "./row-ranges";

export type RefusedRow = {
  readonly row: number;
  readonly figure: number;
  readonly problems: readonly CellProblem[];
  readonly record?: RecordText;
};
/** A figure that can be taken in. */
export type SoundRow = {
  readonly row: number;
  readonly outcome: "new" | "changed" | "unchanged";
  readonly content: RowContent;
  readonly findings: readonly Finding[];
};

export type ToReport = {
  readonly sound: readonly SoundRow[];
  readonly refused: readonly RefusedRow[];
  readonly empty: readonly { readonly row: number }[];
  readonly missing: number;
  readonly creates: CheckReport["creates"];
  readonly changes: readonly CellChange[];
  readonly unquoted: number;
};

/** What a check tells of a file. */
export function makeReport(found: ToReport): CheckReport {
  const sums = (["value", "low", "high"] as const).map((field) => [field, sumOf(found.sound, field)]);
  return {
    counts: countsOf(found),
    problems: problemGroups(found.refused),
    warnings: warningGroups(found.sound),
    creates: found.creates,
    unquoted: found.unquoted,
    changes: found.changes,
    sums: Object.fromEntries(sums),
  };
}

function countsOf({ sound, refused, empty, missing }: ToReport): CheckCounts {
  const count = (outcome: SoundRow["outcome"]) => sound.filter((one) => one.outcome === outcome).length;
  const rows = new Set([...sound, ...refused, ...empty].map(({ row }) => row));
  return {
    rows: rows.size,
    figures: sound.length + refused.length + empty.length,
    ...{ new: count("new"), changed: count("changed"), unchanged: count("unchanged") },
    ...{ refused: refused.length, empty: empty.length, missing },
    needsAnchor: sound.filter(({ findings }) => holds(findings).length > 0).length,
  };
}

const sumOf = (rows: readonly SoundRow[], field: "value" | "low" | "high") =>
  exactSum(rows.flatMap(({ content }) => content[field] ?? []));

/** Names are told one by one, since each is mended on its own; anything else once a column. */
const byCell: ReadonlySet<string> = new Set(["unknown_name", "ambiguous_name", "unknown_word"]);

function problemGroups(refused: readonly RefusedRow[]): ProblemGroup[] {
  const all = refused.flatMap(({ row, problems }) => problems.map((problem) => ({ row, ...problem })));
  const groups = groupBy(all, ({ rule, column, cell }) =>
    JSON.stringify(byCell.has(rule) ? [rule, column, cell] : [rule, column]),
  );
  return [...groups.values()]
    .map((group) => ({
      ...{ rule: group[0]!.rule, column: group[0]!.column, cell: group[0]!.cell },
      ...{ count: group.length, rows: rowRanges(group.map(({ row }) => row)) },
    }))
    .sort((a, b) => b.count - a.count);
}

function warningGroups(sound: readonly SoundRow[]): WarningGroup[] {
  const rowsOf = new Map<Rule, number[]>();
  for (const { row, findings } of sound)
    for (const rule of new Set(warned(findings))) {
      const rows = rowsOf.get(rule);
      if (rows === undefined) rowsOf.set(rule, [row]);
      else rows.push(row);
    }
  return [...rowsOf]
    .map(([rule, rows]) => ({ rule, count: rows.length, rows: rowRanges(rows) }))
    .sort((a, b) => b.count - a.count);
}

const warned = (findings: readonly Finding[]) =>
  findings.filter(({ severity }) => severity === "warn").map(({ rule }) => rule);
