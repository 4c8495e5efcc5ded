import { expect, test } from "vitest";
import { readFigureLine, toFigureLines } from "./figure-lines";
import { metrics, seedCharts, specimens } from "./figures.fixture";

test.each([...Object.values(seedCharts), ...Object.values(specimens).map(({ figures }) => figures)])(
  "figures come out of their lines as they were",
  (...figures) => {
    const metric = figures[0]!.metric;
    const { names, lines } = toFigureLines(figures);
    const sent = JSON.parse(JSON.stringify({ names, lines })) as { names: typeof names; lines: typeof lines };
    expect(sent.lines.map((line) => readFigureLine(line, metric, sent.names))).toEqual(figures);
  },
);

test("what figures share is sent once", () => {
  const [figure] = seedCharts.territory;
  const many = Array.from({ length: 50 }, (_, n) => ({ ...figure, id: `f${n}` }));
  const { names, lines } = toFigureLines(many);
  const sent = JSON.stringify({ names, lines });
  for (const { name } of [figure.claimant!, metrics.territory.unit])
    expect(sent.split(JSON.stringify(name)).length - 1).toBe(1);
  expect(sent).not.toContain(metrics.territory.definition.fr);
});

test("a name that every object has is a name like any other", () => {
  const [figure] = seedCharts.territory;
  const named = { ...figure, claimant: { ...figure.claimant!, slug: "constructor" } };
  const { names, lines } = toFigureLines([named]);
  const sent = JSON.parse(JSON.stringify({ names, lines })) as { names: typeof names; lines: typeof lines };
  expect(readFigureLine(sent.lines[0]!, named.metric, sent.names)).toEqual(named);
});
