import type { Stretch } from "../extract/period/calendar";
import type { DatePrecision } from "../vocabulary";
import type { TableRow } from "./cell";
import { isErrorCell, problemOf } from "./field-answer";
import { columnOf } from "./field-cells";
import type { Plan } from "./field-plan";
import type { FieldMaps } from "./map";
import { partialDate, periodOf } from "./read-period";
import type { Reading } from "./reading";
import type { ImportField } from "./row";

/** The period, the day of the report and that of the source. */
export function readDates(reading: Reading, plan: Plan, cells: TableRow["cells"], fields: FieldMaps): void {
  const { content, problems } = reading;
  const found: Partial<Record<ImportField, Stretch | null>> = {};
  for (const { field, take, read, lenient } of plan.dates) {
    const cell = take(cells);
    const answer = reading.text(cell, read);
    found[field] = answer === "unclear" ? null : answer;
    const unread = cell.text !== null && !isErrorCell(cell.text) && found[field] === null;
    if (unread && !lenient)
      problems.push(problemOf(answer === "unclear" ? "ambiguous_date" : "no_date_read", cell));
  }
  for (const [field, other] of Object.entries(plan.same))
    found[field as ImportField] =
      found[other] ?? (other === "period_end" ? (found.period_start ?? null) : null);
  if (found.period_end && !found.period_start && fields.period_start !== undefined && problems.length === 0)
    problems.push({ rule: "field_missing", column: columnOf(fields.period_start), cell: "" });
  const stated = (content.period_precision ?? null) as DatePrecision | null; // read by closedReader
  const period = periodOf(found.period_start ?? null, found.period_end ?? null, stated);
  content.period_start = period.start;
  content.period_end = period.end;
  content.period_precision = period.precision;
  for (const field of ["reported_on", "source_published_on"] as const)
    if (field in found) content[field] = found[field] ? partialDate(found[field]) : null;
  if (plan.same.reported_on !== undefined && content.reported_on) content.reported_on_basis ??= "inferred";
}
