import type { Agent, Figure, Metric } from "../figure";
import { fill } from "../format";
import type { ChartInput } from "./chart";
import type { ClaimMark } from "./claim-mark";
import { type EventRows, eventRows, type eventsWithin, placeEvents } from "./event-marks";
import { holdsOf } from "./holds";
import { labelWishes } from "./label-wishes";
import { type Box, overlap, placeLabels } from "./labels";
import { bracketBoxes, holdBoxes, markBoxes, obstaclesOf } from "./obstacles";
import type { Bracket, Panel, PlacedPoint, PlacedText, Rect, TimeWindow, ValueAxis } from "./panel";
import { placePoints } from "./place-points";
import { bracketOf, rivalPairs } from "./rivals";
import { px } from "./round";
import { timeScale, timeTicks } from "./scale-time";
import { niceTicks, tickText, type ValueDomain, valueScale } from "./scale-value";
import { silenceTrack } from "./silence-track";
import { markRadius, type Sizes } from "./sizes";
import { supersedeArrows } from "./supersede-arrows";
import { textWidth } from "./text-width";
import { DAY_MS, dayToMs } from "./time";

export type PanelPlan = {
  readonly input: ChartInput;
  readonly sizes: Sizes;
  readonly box: { readonly x: number; readonly y: number; readonly width: number };
  /** Every mark of the panel in time order; those to draw are in `drawn`. */
  readonly marks: readonly ClaimMark[];
  readonly drawn: readonly ClaimMark[];
  /** Marks in view were left out for density. */
  readonly thinned: boolean;
  readonly claimants: readonly (Agent | null)[];
  readonly title: string | null;
  readonly window: TimeWindow;
  readonly values: ValueDomain;
  readonly events: ReturnType<typeof eventsWithin>;
  /** Set where every panel must number its events alike. */
  readonly numberEvents: boolean;
  readonly labelOf: (mark: ClaimMark) => string;
  readonly aboutOf: (mark: ClaimMark) => string | null;
};

export type DrawnPanel = { readonly panel: Panel; readonly bottom: number; readonly numbered: boolean };

/** Beyond so many marks brackets would be noise. */
const MOST_FOR_BRACKETS = 60;

/** Draws one panel from its top left corner down, and says where it ends. */
export function drawPanel(plan: PanelPlan): DrawnPanel {
  const { input, sizes, box, marks, drawn } = plan;
  const { locale, words, metric } = input;
  const unit = unitOf(plan);
  const gutter = gutterOf(plan, unit.percent);
  const [left, right] = [box.x + gutter, box.x + box.width - 10];
  const x = timeScale(plan.window, left, right);
  const rows = eventRows(
    plan.events,
    {
      x,
      left: box.x,
      right: box.x + box.width,
      font: sizes.font,
      maxRows: plan.numberEvents ? 0 : sizes.eventRows,
    },
    locale,
  );
  const top = topOf(plan, unit.note, rows);
  const plot: Rect = { x: px(left), y: px(top), width: px(right - left), height: sizes.plotHeight };
  const bottom = plot.y + plot.height;
  const y = valueScale(plan.values, plot.y, bottom);
  const flow = metric.kind === "flow" || metric.kind === "event";
  const points = placePoints(drawn, {
    x,
    y,
    plot,
    r: markRadius(drawn.length),
    grounded: flow,
    fills: metric.kind === "flow",
    labelOf: plan.labelOf,
  });
  const byId = new Map(points.map((point) => [point.id, point]));
  const holds = flow
    ? []
    : holdsOf(plan.thinned ? drawn : marks, {
        x,
        y,
        window: plan.window,
        now: dayToMs(input.today) + DAY_MS,
        longestSilenceDays: metric.longestSilenceDays,
        dotX: new Map(points.map((point) => [point.id, point.x])),
      });
  const brackets = bracketsOf(plan, byId, { points, holds }, box.x + box.width);
  const events = placeEvents(plan.events, rows, {
    x,
    plotTop: plot.y,
    plotBottom: bottom,
    left,
    right,
    lineHeight: sizes.lineHeight,
  });
  const arrows = supersedeArrows(drawn, byId);
  const labels = placeLabels(
    labelWishes(drawn, { points: byId, locale, words, named: plan.title === null, aboutOf: plan.aboutOf }),
    obstaclesOf({ points, holds, brackets, arrows, events }, sizes.font),
    {
      bounds: { x1: plot.x, y1: plot.y - 3, x2: box.x + box.width, y2: bottom - 1 },
      font: sizes.font,
      lineHeight: sizes.lineHeight,
    },
  );
  const silence = silenceTrack(plan.claimants, plan.marks, {
    x,
    window: plan.window,
    top: bottom + 5,
    rowHeight: sizes.silenceRow,
    glyphX: left - 9,
  });
  const labelY = bottom + 5 + silence.rows.length * sizes.silenceRow + sizes.font + 4;
  const ticks = timeTicks(plan.window, left, right, labelY, locale, sizes.font);
  const lines = ticks.some((tick) => tick.year !== null) ? 2 : 1;
  const panel: Panel = {
    plot,
    title:
      plan.title === null
        ? null
        : { x: px(box.x), y: px(box.y + sizes.font), anchor: "start", text: plan.title },
    x: { domain: plan.window, ticks, labelY: px(labelY) },
    y: valueAxis(plan, plot, y, unit),
    points,
    holds,
    brackets,
    arrows,
    labels,
    events,
    silence,
  };
  return { panel, bottom: labelY + (lines - 1) * sizes.lineHeight + 4, numbered: rows.numbered };
}

type UnitNote = { readonly note: string; readonly percent: boolean };

/** What the axis counts, said once. A percent sign goes with every tick instead. */
function unitOf({ input, marks }: PanelPlan): UnitNote {
  const figure: Pick<Figure, "unit" | "per" | "statistic"> = marks[0]?.figure ?? {
    unit: input.metric.unit,
    per: null,
    statistic: "point",
  };
  const symbol = figure.unit.symbol[input.locale] || figure.unit.name[input.locale];
  const percent = symbol === "%";
  const plain = percent ? "" : symbol;
  const rated = figure.per ? fill(input.words.perNote[figure.per], { unit: plain }) : plain;
  return {
    percent,
    note: [rated.trim(), input.words.statisticNote[figure.statistic]].filter(Boolean).join(", "),
  };
}

const wholeNumbers = (metric: Metric, marks: readonly ClaimMark[]) =>
  metric.kind !== "share" && marks.every((mark) => Number.isInteger(mark.level));

function ticksOf({ input, marks, values }: PanelPlan, percent: boolean): { value: number; text: string }[] {
  const highest = Math.max(Math.abs(values.min), Math.abs(values.max));
  return niceTicks(values, wholeNumbers(input.metric, marks)).map((value) => {
    const text = tickText(value, highest, input.locale);
    return { value, text: percent ? `${text}${input.locale === "fr" ? "\u202f" : ""}%` : text };
  });
}

function gutterOf(plan: PanelPlan, percent: boolean): number {
  const widest = ticksOf(plan, percent).reduce(
    (most, { text }) => Math.max(most, textWidth(text, plan.sizes.font)),
    0,
  );
  return Math.max(22, Math.ceil(widest) + 8);
}

/** Heading or unit, then names of events: what stands above the plot. */
function topOf({ box, sizes, title }: PanelPlan, note: string, rows: EventRows): number {
  const heading = title === null && note === "" ? 0 : sizes.lineHeight;
  return box.y + heading + rows.rows * sizes.lineHeight + (rows.rows > 0 ? 8 : 10);
}

function valueAxis(plan: PanelPlan, plot: Rect, y: (value: number) => number, unit: UnitNote): ValueAxis {
  const { box, sizes, title, values } = plan;
  const beside = title === null ? 0 : textWidth(title, sizes.font, true) + 8;
  const unitNote: PlacedText = {
    x: px(box.x + beside),
    y: px(box.y + sizes.font),
    anchor: "start",
    text: unit.note,
  };
  const hasZero = values.min <= 0 && values.max >= 0;
  return {
    domain: values,
    startsAtZero: hasZero,
    zeroY: hasZero ? px(y(0)) : null,
    unitNote,
    ticks: ticksOf(plan, unit.percent).map(({ value, text }) => ({
      value,
      text,
      y: px(y(value)),
      labelX: px(plot.x - 6),
      labelled: true,
    })),
  };
}

function bracketsOf(
  { input, sizes, drawn }: PanelPlan,
  byId: ReadonlyMap<string, PlacedPoint>,
  { points, holds }: Pick<Panel, "points" | "holds">,
  right: number,
): Bracket[] {
  if (drawn.length > MOST_FOR_BRACKETS) return [];
  const stock = input.metric.kind === "stock" || input.metric.kind === "share";
  const taken: Box[] = [...points.flatMap(markBoxes), ...holds.flatMap(holdBoxes)];
  const isFree = (box: Box) => !taken.some((other) => overlap(box, other));
  return rivalPairs(drawn, stock).flatMap((pair) => {
    const [low, high] = [byId.get(pair.low.figure.id), byId.get(pair.high.figure.id)];
    const bracket =
      low && high
        ? bracketOf(
            pair,
            { low, high },
            { locale: input.locale, words: input.words, font: sizes.font, right, isFree },
          )
        : null;
    if (!bracket) return [];
    taken.push(...bracketBoxes(bracket, sizes.font));
    return [bracket];
  });
}
