import { csvOf } from "../export/csv";
import { rules } from "../validate/rules";
import type { RefusedRow } from "./make-report";
import { importRules } from "./rules";

const columns = ["row", "column", "cell", "rule", "reason"] as const;
const says = (rule: RefusedRow["problems"][number]["rule"]): string =>
  rule in importRules
    ? importRules[rule as keyof typeof importRules]
    : rules[rule as keyof typeof rules].says;

/** Why rows were refused, a line for each problem, as CSV. */
export const refusedCsv = (refused: readonly RefusedRow[]): string =>
  csvOf(
    columns,
    refused.flatMap(({ row, problems }) =>
      problems.map(({ rule, column, cell }) => ({ row, column, cell, rule, reason: says(rule) })),
    ),
  );
