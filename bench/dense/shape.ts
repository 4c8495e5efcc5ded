import { press, type Shape } from "../fill/shape";

/** Points of the chart that is drawn whole; all further ones are another metric's. */
export const visible = 2000;

/**
 * Two metrics five claimants report on day after day: a level that wanders and flickers, one report in thousands far
 * off it. The first has as many points as a chart shows, the second all others.
 */
export const dense: Shape = {
  ...press,
  metrics: 2,
  agents: 5,
  places: 1,
  kind: "'stock'",
  silence: "60",
  metricOf: `case when n <= ${visible} then 1 else 2 end`,
  agentOf: "n % 5 + 1",
  value:
    "(50000 + 20000 * sin((n % 9000) / 700.0) + (n % 5) * 3000 + n::bigint * 7919 % 613 * 5 + case when n % 4999 = 0 then 60000 else 0 end)::int",
  days: 9000,
  stems: false,
};
