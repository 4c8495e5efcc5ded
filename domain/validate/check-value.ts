import type { FigureInput } from "../inputs";
import type { ValidationContext } from "./context";
import { exceeds } from "./decimals";
import { type Finding, finding } from "./finding";

/** Values lie in order, in a unit of their metric, and where the metric says they plausibly do. */
export const checkValue = (input: FigureInput, context: ValidationContext): Finding[] => [
  ...checkMetric(input, context),
  ...checkOrder(input),
  ...checkBounds(input, context),
];

function checkMetric({ unit }: FigureInput, { metric }: ValidationContext): Finding[] {
  if (metric === null) return [finding("no_metric", "metric")];
  if (metric.allowedUnits.includes(unit)) return [];
  return [finding("unit_not_allowed", "unit", { unit, allowed: metric.allowedUnits })];
}

function checkOrder({ publicId, value, low, high, comparator, supersedes }: FigureInput): Finding[] {
  const found: Finding[] = [];
  if (exceeds(low, high)) found.push(finding("low_above_high", "low", { low, high }));
  if (exceeds(low, value) || exceeds(value, high))
    found.push(finding("value_outside_low_and_high", "value", { value, low, high }));
  if (comparator === "range" && (low === null || high === null))
    found.push(finding("range_without_ends", low === null ? "low" : "high"));
  if (supersedes === publicId) found.push(finding("supersedes_itself", "supersedes"));
  return found;
}

const fields = ["value", "low", "high"] as const;

function checkBounds(input: FigureInput, { metric }: ValidationContext): Finding[] {
  const share = input.unit === "percent" || metric?.kind === "share";
  const [least, most] = share ? ["0", "100"] : [null, null];
  const field = fields.find((one) => outside(input[one], least, most));
  if (field !== undefined) return [finding("share_outside_0_and_100", field, { value: input[field] })];
  if (metric === null) return [];
  const { plausibleLow: low, plausibleHigh: high } = metric;
  const strange = fields.find((one) => outside(input[one], low, high));
  return strange === undefined
    ? []
    : [finding("outside_plausible_bounds", strange, { value: input[strange], low, high })];
}

const outside = (value: string | null, low: string | null, high: string | null) =>
  exceeds(low, value) || exceeds(value, high);
