import { exceeds } from "./validate/decimals";
import type { MetricKind } from "./vocabulary";

type Stated = {
  readonly kind: MetricKind;
  readonly unit: string;
  readonly allowedUnits: readonly string[];
  readonly plausibleLow: string | null;
  readonly plausibleHigh: string | null;
  readonly longestSilenceDays: number | null;
};

/** Where the words of a metric contradict each other, by field. The database keeps the same rules, without words. */
export function wrongMetric(metric: Stated): { readonly field: keyof Stated; readonly message: string }[] {
  const { kind, unit, allowedUnits, plausibleLow, plausibleHigh, longestSilenceDays } = metric;
  const held = kind === "stock" || kind === "share";
  return [
    ...(allowedUnits.includes(unit)
      ? []
      : [{ field: "allowedUnits" as const, message: `must have ${unit}, the metric's own` }]),
    ...(longestSilenceDays === null || held
      ? []
      : [
          {
            field: "longestSilenceDays" as const,
            message: "is for what stands until the next report: stocks and shares",
          },
        ]),
    ...(exceeds(plausibleLow, plausibleHigh)
      ? [{ field: "plausibleLow" as const, message: "must not be above the highest plausible value" }]
      : []),
  ];
}
