import { expect, test } from "vitest";
import { exposition, family, histogram } from "./exposition";

test("counters and gauges are written with what they mean, their labels quoted", () => {
  const families = [
    family("counter", "storks_total", "Storks, as seen\nfrom here.", [
      [{ place: 'the "marsh"\\' }, 3],
      [{ place: "town" }, 0.5],
    ]),
    family("gauge", "nests", "Nests.", [[{}, 2]]),
    family("gauge", "nothing", "Left out.", []),
  ];
  expect(exposition(families)).toBe(
    [
      "# HELP storks_total Storks, as seen\\nfrom here.",
      "# TYPE storks_total counter",
      'storks_total{place="the \\"marsh\\"\\\\"} 3',
      'storks_total{place="town"} 0.5',
      "# HELP nests Nests.",
      "# TYPE nests gauge",
      "nests 2",
      "",
    ].join("\n"),
  );
});

test("a distribution counts upwards, and ends in all there were", () => {
  const one = { labels: { route: "/" }, counts: [2, 0, 1], sum: 9.5, count: 4 };
  expect(histogram("seconds", "How long.", [0.1, 1, 5], [one]).lines).toEqual([
    'seconds_bucket{route="/",le="0.1"} 2',
    'seconds_bucket{route="/",le="1"} 2',
    'seconds_bucket{route="/",le="5"} 3',
    'seconds_bucket{route="/",le="+Inf"} 4',
    'seconds_sum{route="/"} 9.5',
    'seconds_count{route="/"} 4',
  ]);
});
