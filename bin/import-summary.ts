import type { CheckReport } from "@/domain/import/report";
import { type ImportRule, importRules } from "@/domain/import/rules";
import { rules } from "@/domain/validate/rules";

/** What the command found and did, for programs. */
export type ImportReport = CheckReport & {
  readonly file: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  readonly dryRun: boolean;
  /** Id of the import, by which it is submitted, approved or taken back; null where nothing was written. */
  readonly import: string | null;
  /** Figures written by it; null where nothing was. */
  readonly written: { readonly new: number; readonly changed: number } | null;
  readonly seconds: number;
};

/** Problems and changes that are told at the terminal; the report has more. */
const most = 12;

/** What a check found, in lines for a person. */
export function summaryOf(report: CheckReport): string[] {
  const { counts, sums, problems, warnings, creates, changes, unquoted = 0 } = report;
  const { rows, figures, empty, missing, needsAnchor } = counts;
  const lines = [
    `${rows} rows, ${figures} figures: ${counts.new} new, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.refused} refused`,
    ...(empty > 0 ? [`${empty} without a number`] : []),
    ...(missing > 0 ? [`${missing} of the dataset are not in this file and stay as they are`] : []),
    ...(needsAnchor > 0
      ? [`${needsAnchor} stand in a row, not in a sentence: drafts until an admin lets rows be published`]
      : []),
    ...(unquoted > 0
      ? [
          `${unquoted} have a sentence that says it, but no publisher of its text: map "publisher" to quote it`,
        ]
      : []),
    `sum of values ${sums.value}${sums.low === "0" ? "" : `, of lows ${sums.low}`}${sums.high === "0" ? "" : `, of highs ${sums.high}`}`,
  ];
  for (const { rule, column, cell, count, rows: at } of problems.slice(0, most))
    lines.push(
      `refused ${count}: ${saysOf(rule)} ${column ? `Column "${column}", ` : ""}"${told(cell)}" (rows ${at})`,
    );
  if (problems.length > most) lines.push(`… and ${problems.length - most} more kinds of problems`);
  for (const { rule, count, rows: at } of warnings)
    lines.push(`warning ${rule}, ${count}: ${saysOf(rule)} (rows ${at})`);
  for (const { row, figureId, field, from, to } of changes.slice(0, most))
    lines.push(`row ${row}, figure ${figureId}: ${field} ${told(from ?? "–")} → ${told(to ?? "–")}`);
  if (changes.length > most) lines.push(`… and more changes`);
  if (creates.agents.length > 0) lines.push(`new agents: ${listed(creates.agents)}`);
  if (creates.places.length > 0) lines.push(`new places: ${listed(creates.places)}`);
  if (creates.sources > 0) lines.push(`new sources: ${creates.sources}`);
  return lines;
}

export const saysOf = (rule: ImportRule): string =>
  rule in importRules
    ? importRules[rule as keyof typeof importRules]
    : rules[rule as keyof typeof rules].says;

/** Characters of a cell that a line has room for. */
const longest = 120;

/** What a cell says, on one line. What a terminal would obey (colours, its title, lines going backwards) is spelt out. */
function told(cell: string): string {
  const characters = [...cell];
  const start = characters.length > longest ? `${characters.slice(0, longest).join("")}…` : cell;
  const spelt = (one: string) => `\\u{${one.codePointAt(0)!.toString(16)}}`; // one character, so it has a number
  return start.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, spelt);
}

const listed = (names: readonly string[]) =>
  names.length > 20 ? `${names.slice(0, 20).join(", ")} and ${names.length - 20} more` : names.join(", ");
