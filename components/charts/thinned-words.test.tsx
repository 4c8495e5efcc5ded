import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { mostMarks } from "@/domain/chart/budget";
import { drawChart } from "@/domain/chart/draw-chart";
import { agents, day, figure, metrics } from "@/domain/chart/figures.fixture";
import { msToDay } from "@/domain/chart/time";
import { ChartSvg } from "./chart-svg";
import { wordsEn } from "./chart-words.fixture";
import { thinnedWords } from "./thinned-words";

test("a picture of more claims than there is room for holds no more marks, and says how many of how many", () => {
  const figures = Array.from({ length: 3000 }, (_, n) =>
    figure({
      id: `p${n}`,
      metric: metrics.territory,
      claimant: agents.ukraine,
      period: day(msToDay(Date.UTC(2015, 0, 1 + n))),
      value: String(1000 + ((n * 7919) % 6131)),
    }),
  );
  const chart = drawChart({
    ...{ metric: metrics.territory, figures, events: [], width: 1080, locale: "en", today: "2026-11-23" },
    ...{ variant: "page", words: wordsEn },
  });
  const svg = renderToStaticMarkup(
    <ChartSvg chart={chart} title="Territory" words={wordsEn} hrefOf={(id) => `/en/figures/${id}`} />,
  );
  const drawn = new Set([...svg.matchAll(/href="\/en\/figures\/(p\d+)"/g)].map(([, id]) => id)).size;
  expect(drawn).toBeGreaterThan(300);
  expect(drawn).toBeLessThanOrEqual(mostMarks("page"));
  expect(thinnedWords(chart, wordsEn)).toEqual([
    `${drawn} of 3,000 claims are drawn, every extreme among them.`,
  ]);
});
