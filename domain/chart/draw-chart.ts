import { roomOf, type Shares, sharesOf } from "./budget";
import type { Chart, ChartInput } from "./chart";
import { type ClaimMark, reachOf } from "./claim-mark";
import { type DrawnPanel, drawPanel, type PanelPlan } from "./draw-panel";
import { chartEvents, eventsWithin } from "./event-marks";
import { keyOf } from "./key";
import type { TimeWindow } from "./panel";
import { type ChartPlan, planChart } from "./plan-chart";
import { px } from "./round";
import { timeScale } from "./scale-time";
import { logDomain, type ValueDomain, valueDomain } from "./scale-value";
import { COLUMN_GAP, lowSizes, ROW_GAP, sizesOf } from "./sizes";
import { thin } from "./thin";
import { walkAcross } from "./walk-across";

const EMPTY_HEIGHT = 80;

/** Turns figures into placed marks. Pure: the same input gives the same chart, on the server and in the browser. */
export const drawChart = (input: ChartInput): Chart => drawPlanned(planChart(input), input);

/** How a planned chart is looked at. */
export type Look = Pick<ChartInput, "width" | "window" | "low">;

/** Places the marks of a planned chart: all that a change of width or of the stretch of time asks for. */
export function drawPlanned(plan: ChartPlan, look: Look): Chart {
  const steps = drawInSteps(plan, look);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same panel by panel, for whoever has frames to keep between them. */
export function* drawInSteps(plan: ChartPlan, look: Look): Generator<void, Chart> {
  const { input, marks, log } = plan;
  const window = look.window ?? plan.whole;
  const events = window ? eventsWithin(input.events, window) : [];
  const { drawn, height } = window
    ? yield* layOut(plan, { ...input, ...look, log: log === "on" }, window, events)
    : { drawn: [], height: EMPTY_HEIGHT };
  const panels = walkAcross(
    drawn.map(({ panel }) => panel),
    marks,
  );
  const shown = panels.reduce((sum, panel) => sum + panel.points.length, 0);
  const given = window ? marks.filter((mark) => isIn(mark, window)).length : 0;
  const inView = input.population?.total ?? given;
  return {
    variant: input.variant,
    locale: input.locale,
    width: look.width,
    height: Math.ceil(height),
    empty: marks.length === 0,
    panels,
    refusals: plan.refusals,
    claimants: plan.claimants,
    left: input.population?.left ?? [],
    events: chartEvents(events, input.locale),
    eventsNumbered: drawn.some(({ numbered }) => numbered) && events.length > 0,
    log,
    key: keyOf(panels),
    summary: plan.summary,
    unplaced: plan.unplaced,
    thinned: shown < inView ? { drawn: shown, total: inView } : null,
  };
}

const isIn = (mark: ClaimMark, window: TimeWindow) => mark.at >= window.from && mark.at <= window.to;

/** Rows of panels from the top down: one group of panels per definition, in it one panel or one per claimant. */
function* layOut(
  { groups, aboutOf, labelOf }: ChartPlan,
  input: ChartInput,
  window: TimeWindow,
  events: PanelPlan["events"],
): Generator<void, { drawn: DrawnPanel[]; height: number }> {
  const drawn: DrawnPanel[] = [];
  const shares = sharesOf(
    groups.flatMap(({ marks }) => marks).flatMap((mark) => (isIn(mark, window) ? [mark.figure] : [])),
    roomOf(input),
    input.width,
  );
  let top = 0;
  for (const { marks, cells } of groups) {
    const panels = Math.max(cells.length, groups.length > 1 ? 2 : 1);
    const sizes = input.low ? lowSizes(panels) : sizesOf(input.width, input.variant, panels);
    const values = valuesOf(marks, input, sizes.plotHeight);
    const columns = Math.min(sizes.columns, cells.length);
    const width = (input.width - COLUMN_GAP * (columns - 1)) / columns;
    for (let start = 0; start < cells.length; start += columns) {
      const row: DrawnPanel[] = [];
      for (const [column, cell] of cells.slice(start, start + columns).entries()) {
        const panel = drawPanel({
          input,
          sizes,
          box: { x: column * (width + COLUMN_GAP), y: top, width },
          marks: cell.marks,
          ...toDraw(cell.marks, window, width, shares, input),
          claimants: cell.claimants,
          title: cell.title,
          window,
          values,
          events,
          numberEvents: cells.length > 1,
          labelOf,
          aboutOf,
        });
        row.push(panel);
        yield;
      }
      drawn.push(...row);
      top = Math.max(...row.map(({ bottom }) => bottom)) + ROW_GAP;
    }
  }
  return { drawn, height: drawn.length === 0 ? EMPTY_HEIGHT : px(top - ROW_GAP) };
}

/** Room for a label of two lines above the highest of a few marks, in pixels. */
const LABEL_ROOM = 46;

function valuesOf(group: readonly ClaimMark[], { metric, log }: ChartInput, plotHeight: number): ValueDomain {
  const stands = metric.kind === "flow" || metric.kind === "event";
  const percent = metric.kind === "share" || metric.unit.symbol.en === "%";
  const headroom = Math.min(LABEL_ROOM / (plotHeight - LABEL_ROOM), 0.35) * (group.length > 40 ? 0.4 : 1);
  if (log) return logDomain(group.flatMap(reachOf), headroom);
  const ceiling = percent ? 100 : undefined;
  return valueDomain(group.flatMap(reachOf), stands || percent ? "always" : "unless-costly", {
    ceiling,
    headroom,
  });
}

function toDraw(
  marks: readonly ClaimMark[],
  window: TimeWindow,
  width: number,
  { seriesOf, ...share }: Shares,
  input: ChartInput,
): Pick<PanelPlan, "drawn" | "thinned"> {
  const seen = marks.filter((mark) => isIn(mark, window));
  const x = timeScale(window, 0, width);
  const spots = seen.map((mark) => {
    const reach = reachOf(mark);
    return {
      id: mark.figure.id,
      x: x(mark.at),
      low: Math.min(...reach),
      high: Math.max(...reach),
      series: seriesOf(mark.figure),
    };
  });
  const kept = thin(spots, { width, ...share, always: neverLeftOut(seen, input) });
  return { drawn: seen.filter((mark) => kept.has(mark.figure.id)), thinned: kept.size < seen.length };
}

/** What readers ask after one by one: what was replaced and by what, corrected, withdrawn, denied, or pointed at. */
function neverLeftOut(marks: readonly ClaimMark[], { keep = [] }: ChartInput): Set<string> {
  const special = marks.filter(
    ({ current, figure }) => !current || figure.supersedes !== null || figure.change === "correction",
  );
  return new Set([...special.map(({ figure }) => figure.id), ...keep]);
}
