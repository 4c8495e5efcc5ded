import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import { ensureBrowser } from "@/bin/browser";
import { report } from "@/bin/report";
import { buildIfChanged } from "@/bin/site-build";
import type { Database } from "@/db/client";
import { explorerOutline } from "@/db/queries/list-chart-figures";
import { startPostgres } from "@/db/testing/postgres-server";
import type { FigureLine } from "@/domain/chart/figure-lines";
import { groupBy } from "@/domain/chart/group-by";
import { filled, freshDatabase } from "../shared/collection";
import { rounded } from "../shared/numbers";
import { about, runBench, saveResults } from "../shared/results";
import { startSite } from "../shared/site";
import { extremesKept } from "./extremes";
import { type Drawing, drawingOf, type Frames, framesWhile, type Opened, open, watch } from "./measure";
import { type RawPoint, serveRaw } from "./serve-raw";
import { dense, visible } from "./shape";

/**
 * `npm run bench:dense -- [--points N] [--save]`: what a dense chart costs in Chromium, drawn by the server and in the
 * explorer, with as many marks as are shown at once and with `N` points in the database, beside Recharts given every
 * point in the same run; and whether the lowest and the highest of every stretch of every series are kept.
 */
const { values: options } = parseArgs({
  options: { points: { type: "string", default: "300000" }, save: { type: "boolean", default: false } },
});

type Measured = {
  readonly what: string;
  readonly points: number;
  readonly opened: Opened | null;
  readonly drawing?: Drawing;
  readonly frames: Readonly<Record<string, Frames>>;
};

/** A page is opened so often with its drawings and without. */
const rounds = 7;

type Point = RawPoint & { readonly thing: string };

const pointsOf = ({ sql }: Database) =>
  sql<Point[]>`
    select m.slug as metric, coalesce(a.slug, 'nobody') as claimant, coalesce(p.slug, '') as thing, r.value::float as value,
      r.period_start - date '2000-01-01' as day
    from publications s join figure_revisions r on r.id = s.revision_id join metrics m on m.id = r.metric_id
    left join attributions l on l.revision_id = r.id and l.mention = 0 and l.position = 0
    left join agents a on a.id = l.agent_id left join places p on p.id = r.place_id
    order by r.period_start, r.id`;

async function main(): Promise<void> {
  await buildIfChanged(report);
  const server = await startPostgres();
  const rows = visible + Number(options.points);
  const { database, env } = await filled(
    { databaseUrl: await freshDatabase(server, "dense"), dataDir: "" },
    rows,
    dense,
  );
  const points = await pointsOf(database);
  const site = await startSite({
    DATABASE_URL: env.databaseUrl ?? "",
    DATA_DIR: mkdtempSync(path.join(tmpdir(), "verbatim-bench-")),
  });
  const raw = await serveRaw(points);
  const browser = await chromium.launch({ executablePath: ensureBrowser(report, "whole") });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const all: Measured[] = [];
    const keep = (one: Measured) => {
      all.push(one);
      console.log(inWords(one));
    };
    const counts = [...groupBy(points, ({ metric }) => metric)].map(
      ([metric, own]) => [metric, own.length] as const,
    );
    for (const [metric, count] of counts) {
      const chart = `${site.url}/en/metrics/${metric}`;
      await fetch(chart); // what is remembered is not what is measured
      const marks = { page: ".chart-at-page-1080 a[data-figure]", explorer: ".chart-explore a[data-figure]" };
      const drawing = await drawingOf(page, await watch(page), chart, rounds);
      keep({ ...(await measure(page, "page", count, chart, marks.page, hoverOnly)), drawing });
      keep(await measure(page, "explorer", count, `${chart}?explore=1`, marks.explorer, exploring));
    }
    const kept = await keptOf(site.url, points);
    console.log(
      `of ${kept.points} points ${kept.given} are given out; ${kept.kept} of ${kept.extremes} extremes of every stretch among them`,
    );
    for (const [metric, count] of counts)
      keep(
        await measure(
          await browser.newPage({ viewport: { width: 1280, height: 900 } }),
          "Recharts, raw",
          count,
          `${raw.url}/?metric=${metric}`,
          ".recharts-line-dot",
          rawly,
        ),
      );
    console.log(`load ${about().load}`);
    if (options.save) console.log(`written to ${saveResults("dense", { measured: all, kept })}`);
  } finally {
    await browser.close();
    raw.stop();
    await site.stop();
    await database.close();
    await server.stop();
  }
}

/** Something readers do, in so many steps; what `prepare` does is not counted. */
type Deed = {
  readonly steps: number;
  readonly prepare: (page: Page) => Promise<(at: number) => Promise<unknown>>;
};
type Doing = Readonly<Record<string, Deed>>;

async function measure(
  page: Page,
  what: string,
  points: number,
  url: string,
  marks: string,
  doing: Doing,
): Promise<Measured> {
  const cdp = await watch(page);
  const opened = await open(page, cdp, url, marks);
  const frames: Record<string, Frames> = {};
  if (opened !== null)
    for (const [name, { steps, prepare }] of Object.entries(doing))
      frames[name] = await framesWhile(page, cdp, steps, await prepare(page));
  return { what, points, opened, frames };
}

/** Where something is, found before anything is counted: to look for it is work of the page as well. */
async function boxOf(page: Page, what: string) {
  return (await page.locator(what).first().boundingBox())!; // it has just been drawn
}

const over = (what: string): Deed => ({
  steps: 40,
  async prepare(page) {
    const { x, y, width, height } = await boxOf(page, what);
    return (at) =>
      page.mouse.move(x + width * (0.1 + (0.8 * (at % 40)) / 40), y + height * (0.35 + 0.1 * (at % 3)));
  },
});

/** Presses what a selector finds at a place among others. */
const press = (page: Page, what: string, at: number) =>
  page.evaluate(`document.querySelectorAll(${JSON.stringify(what)})[${at}].click()`);

const hoverOnly: Doing = { hover: over(".chart-at-page-1080 svg") };

const exploring: Doing = {
  hover: over(".chart-canvas"),
  zoom: {
    steps: 6,
    prepare: async (page) => (at) => press(page, ".chart-zoom button", at % 2 === 0 ? 0 : 4),
  },
  brush: {
    steps: 4,
    async prepare(page) {
      const { x, y, width, height } = await boxOf(page, ".chart-surface");
      return async (at) => {
        if (at % 2 === 1) return press(page, ".chart-zoom button", 4);
        await page.mouse.move(x + width * 0.3, y + height - 4);
        await page.mouse.down();
        for (let move = 1; move <= 10; move++)
          await page.mouse.move(x + width * (0.3 + 0.03 * move), y + height - 4);
        await page.mouse.up();
      };
    },
  },
  toggle: { steps: 6, prepare: async (page) => () => press(page, ".chart-toggles input", 0) },
};

const rawly: Doing = {
  hover: over(".recharts-surface"),
  brush: {
    steps: 4,
    prepare: async (page) => async (at) => {
      const { x, y, width, height } = await boxOf(page, ".recharts-brush-traveller");
      const towards = at % 2 === 0 ? 1 : -1;
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.down();
      for (let move = 1; move <= 10; move++) await page.mouse.move(x + towards * 20 * move, y + height / 2);
      await page.mouse.up();
    },
  },
};

/** What the explorer is given of the metric with most points, held against all of them. */
async function keptOf(site: string, points: readonly Point[]) {
  const answer = await fetch(`${site}/api/marks/metric-2?lang=en`);
  const [, ...lines] = (await answer.text()).split("\n");
  const figures = lines.map((line) => JSON.parse(line) as FigureLine); // our own route wrote it
  const own = points.filter(({ metric }) => metric === "metric-2");
  const series = new Set(own.map(({ claimant, thing }) => `${claimant} ${thing}`)).size;
  const given = figures.map((figure) => ({
    series: `${figure.claimant ?? "nobody"} ${figure.place ?? ""}`,
    day: (Date.parse(figure.period.start ?? "") - Date.parse("2000-01-01")) / 86_400_000,
    value: Number(figure.value),
  }));
  return extremesKept(own, given, Math.floor(explorerOutline.marks / series / 2));
}

function inWords({ what, points, opened, drawing, frames }: Measured): string {
  if (opened === null) return `${what}, ${points} points: nothing drawn in 60 s`;
  const done = Object.entries(frames).map(
    ([name, { median, inPace, slowest, cpu }]) =>
      `${name} ${cpu} ms CPU a step, frames ${median} ms, ${rounded(inPace * 100)} % in pace, slowest ${slowest} ms`,
  );
  const own = drawing
    ? ` (with the drawings ${drawing.page} ms, without ${drawing.without} ms, theirs ${drawing.drawing} ms, at least ${drawing.least} ms)`
    : "";
  return `${what}, ${points} points: first paint ${opened.firstPaint} ms, ${opened.cpu} ms CPU${own}, ${opened.marks} marks; ${done.join("; ")}`;
}

runBench(main);
