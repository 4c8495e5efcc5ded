import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { drawAtWidths } from "@/domain/chart/chart-widths";
import { events, figure, metrics, month, seedCharts, specimens } from "@/domain/chart/figures.fixture";
import { ChartSvg } from "./chart-svg";
import { ChartTable } from "./chart-table";
import { wordsEn } from "./chart-words.fixture";
import { toMarkup } from "./to-markup";

const hrefOf = (id: string) => `/en/figures/${id}?as_of=3&x="'<>`;
/** The one liberty: shapes close themselves. */
const closed = (markup: string) => markup.replace(/><\/(path|polygon|circle|rect)>/g, "/>");

const everything = [
  ...Object.values(seedCharts).map((figures) => ({ metric: figures[0].metric, figures })),
  ...Object.values(specimens),
];

describe.each(everything)("the drawing of $metric.slug", ({ metric, figures }) => {
  const charts = (["card", "page"] as const).flatMap((variant) =>
    drawAtWidths({
      metric,
      figures,
      events,
      locale: "en",
      today: "2026-11-23",
      variant,
      words: wordsEn,
    }),
  );

  test("is what React writes, to the letter", () => {
    for (const chart of charts) {
      const svg = (
        <ChartSvg chart={chart} title="A & B" words={wordsEn} hrefOf={hrefOf} selected={figures[0]!.id} />
      );
      expect(toMarkup(svg)).toBe(closed(renderToStaticMarkup(svg)));
    }
  });

  test("and so is its table", () => {
    for (const chart of charts) {
      const table = (
        <ChartTable
          chart={chart}
          figures={figures}
          title={"<T>"}
          words={wordsEn}
          hrefOf={hrefOf}
          allHref="/en/figures?a=1&b=2"
        />
      );
      expect(toMarkup(table)).toBe(renderToStaticMarkup(table));
    }
  });
});

test("a long table shows the newest rows, says of how many, and leads to all of them", () => {
  const figures = Array.from({ length: 301 }, (_, n) =>
    figure({
      metric: metrics.losses,
      period: month(`${1990 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`),
      value: String(n),
    }),
  );
  const [chart] = drawAtWidths({
    metric: metrics.losses,
    figures,
    events: [],
    locale: "en",
    today: "2026-11-23",
    variant: "page",
    words: wordsEn,
  });
  const html = toMarkup(
    <ChartTable chart={chart!} figures={figures} title="T" words={wordsEn} hrefOf={hrefOf} allHref="/all" />,
  );
  expect(html.match(/<tr data-figure/g)).toHaveLength(100);
  expect(html).toContain(figures.at(-1)!.id);
  expect(html).toContain("The newest 100 of 301 claims.");
  expect(html).toContain('<a href="/all">');
});

test("refuses what it cannot write instead of leaving it out", () => {
  expect(() => toMarkup(<p style={{ color: "red" }}>x</p>)).toThrow("style");
  expect(() => toMarkup(<button type="button" onClick={() => {}} />)).toThrow("onClick");
});
