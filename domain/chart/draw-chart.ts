import { claimText } from "../claim-text";
import type { Agent } from "../figure";
import { fill } from "../format";
import { formatDate } from "../format-date";
import { type Shares, sharesOf } from "./budget";
import type { Chart, ChartClaimant, ChartInput, LogScale, Refusal } from "./chart";
import { type ClaimMark, claimMark, inTimeOrder, reachOf } from "./claim-mark";
import { claimantMark } from "./claimant-mark";
import { comparable, groupsByDefinition } from "./comparable";
import { type DrawnPanel, drawPanel, type PanelPlan } from "./draw-panel";
import { chartEvents, eventsWithin } from "./event-marks";
import { groupBy } from "./group-by";
import { keyOf } from "./key";
import type { TimeWindow } from "./panel";
import { px } from "./round";
import { timeScale } from "./scale-time";
import { logDomain, type ValueDomain, valueDomain } from "./scale-value";
import { COLUMN_GAP, lowSizes, ROW_GAP, sizesOf } from "./sizes";
import { summaryOf } from "./summary";
import { thin } from "./thin";
import { stretchOf } from "./time";
import { timeWindow } from "./time-window";
import { walkAcross } from "./walk-across";

/** Above so many claimants each gets a panel of its own, all with one value axis. */
const MOST_OVERLAID = 3;
const EMPTY_HEIGHT = 80;

/** Turns figures into placed marks. Pure: the same input gives the same chart, on the server and in the browser. */
export function drawChart(input: ChartInput): Chart {
  const left = new Set(input.population?.left.map(({ slug }) => slug));
  const placeable = input.figures
    .filter(({ claimant }) => !left.has(claimant?.slug ?? null))
    .map((figure) => ({ figure, mark: claimMark(figure) }));
  const marks = inTimeOrder(placeable.flatMap(({ mark }) => (mark ? [mark] : [])));
  const window = input.window ?? wholeWindow(input, marks);
  const events = window ? eventsWithin(input.events, window) : [];
  const groups = groupsByDefinition(marks.map((mark) => ({ ...mark.figure, mark }))).map((group) =>
    inTimeOrder(group.map(({ mark }) => mark)),
  );
  const log = logOf(input, marks);
  const { drawn, height } = window
    ? layOut({ ...input, log: log === "on" }, groups, window, events)
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
    width: input.width,
    height: Math.ceil(height),
    empty: marks.length === 0,
    panels,
    refusals: refusalsOf(groups, input),
    claimants: claimantsOf(marks, input),
    left: input.population?.left ?? [],
    events: chartEvents(events, input.locale),
    eventsNumbered: drawn.some(({ numbered }) => numbered) && events.length > 0,
    log,
    key: keyOf(panels),
    summary: summaryOf(marks, input),
    unplaced: placeable.flatMap(({ figure, mark }) => (mark ? [] : [figure.id])),
    thinned: shown < inView ? { drawn: shown, total: inView } : null,
  };
}

/** A bar's length is read from zero, which no ratio reaches. */
function logOf({ log, metric }: ChartInput, marks: readonly ClaimMark[]): LogScale {
  if (!log || marks.length === 0) return "off";
  if (metric.kind === "flow" || metric.kind === "event") return "refused_bars";
  return marks.every((mark) => reachOf(mark).every((value) => value > 0)) ? "on" : "refused_zero";
}

const isIn = (mark: ClaimMark, window: TimeWindow) => mark.at >= window.from && mark.at <= window.to;

function wholeWindow({ metric }: ChartInput, marks: readonly ClaimMark[]): TimeWindow | null {
  const reports = marks.flatMap(({ figure }) => stretchOf(figure.reportedOn) ?? []);
  const held = metric.kind === "stock" || metric.kind === "share";
  return timeWindow(
    marks.map((mark) => mark.when),
    reports,
    held ? metric.longestSilenceDays : null,
  );
}

type Cell = { readonly marks: readonly ClaimMark[]; readonly title: string | null };

/** Rows of panels from the top down: one group of panels per definition, in it one panel or one per claimant. */
function layOut(
  input: ChartInput,
  groups: readonly (readonly ClaimMark[])[],
  window: TimeWindow,
  events: PanelPlan["events"],
): { drawn: DrawnPanel[]; height: number } {
  const drawn: DrawnPanel[] = [];
  const aboutOf = aboutWhom(groups.flat(), input);
  const shares = sharesOf(
    groups.flat().flatMap((mark) => (isIn(mark, window) ? [mark.figure] : [])),
    input.variant,
    input.width,
  );
  let top = 0;
  for (const group of groups) {
    const cells = cellsOf(group, input);
    const panels = Math.max(cells.length, groups.length > 1 ? 2 : 1);
    const sizes = input.low ? lowSizes(panels) : sizesOf(input.width, input.variant, panels);
    const values = valuesOf(group, input, sizes.plotHeight);
    const columns = Math.min(sizes.columns, cells.length);
    const width = (input.width - COLUMN_GAP * (columns - 1)) / columns;
    for (let start = 0; start < cells.length; start += columns) {
      const row = cells.slice(start, start + columns).map((cell, column) =>
        drawPanel({
          input,
          sizes,
          box: { x: column * (width + COLUMN_GAP), y: top, width },
          marks: cell.marks,
          ...toDraw(cell.marks, window, width, shares, input),
          claimants: agentsOf(cell.marks),
          title: cell.title,
          window,
          values,
          events,
          numberEvents: cells.length > 1,
          labelOf: (mark) => labelOf(mark, input, aboutOf(mark)),
          aboutOf,
        }),
      );
      drawn.push(...row);
      top = Math.max(...row.map(({ bottom }) => bottom)) + ROW_GAP;
    }
  }
  return { drawn, height: drawn.length === 0 ? EMPTY_HEIGHT : px(top - ROW_GAP) };
}

/** One panel for a few claimants, or one for each. */
function cellsOf(group: readonly ClaimMark[], input: ChartInput): Cell[] {
  const named = new Set(group.flatMap(({ figure }) => (figure.claimant ? [figure.claimant.slug] : [])));
  if (named.size <= (input.facets ? 1 : MOST_OVERLAID)) return [{ marks: group, title: null }];
  return agentsOf(group).map((agent) => ({
    marks: group.filter(({ figure }) => figure.claimant?.slug === agent?.slug),
    title: agent?.name[input.locale] ?? input.words.unattributedLabel,
  }));
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

/** Claimants in the order of their marks, unattributed figures last. */
function agentsOf(marks: readonly ClaimMark[]): (Agent | null)[] {
  const agents = new Map(marks.map(({ figure }) => [figure.claimant?.slug ?? null, figure.claimant]));
  return [...agents.values()].sort((a, b) => (a?.mark ?? Infinity) - (b?.mark ?? Infinity));
}

function claimantsOf(marks: readonly ClaimMark[], input: ChartInput): ChartClaimant[] {
  const { locale, words } = input;
  const counts = groupBy(marks, ({ figure }) => figure.claimant?.slug ?? null);
  return agentsOf(marks).map((agent) => ({
    ...claimantMark(agent),
    slug: agent?.slug ?? null,
    name: agent?.name[locale] ?? words.unattributedLabel,
    count: input.population?.byClaimant[agent?.slug ?? ""] ?? counts.get(agent?.slug ?? null)?.length ?? 0,
  }));
}

/** What a figure is about, said only where the chart holds more than one subject or place. */
function aboutWhom(marks: readonly ClaimMark[], { locale }: ChartInput): (mark: ClaimMark) => string | null {
  const several = (slugs: readonly (string | undefined)[]) => new Set(slugs).size > 1;
  const subjects = several(marks.map(({ figure }) => figure.subject?.slug));
  const places = several(marks.map(({ figure }) => figure.place?.slug));
  return ({ figure }) => {
    const itself = figure.subject?.slug === figure.claimant?.slug;
    const about = [
      subjects && !itself && figure.subject?.name[locale],
      places && figure.place?.slug !== figure.claimant?.slug && figure.place?.name[locale],
    ].filter(Boolean);
    return about.length === 0 ? null : about.join(", ");
  };
}

function labelOf(mark: ClaimMark, { locale, words }: ChartInput, about: string | null): string {
  const { figure } = mark;
  const placedAt = mark.dateUnknown ? formatDate(figure.reportedOn, locale) : null;
  const notes = [
    placedAt && fill(words.placedAtReport, { date: placedAt }),
    mark.ghost && words.superseded,
    mark.retracted && words.retracted,
    figure.change === "correction" && words.corrected,
  ];
  return [claimText(figure, locale, words, about), ...notes].filter(Boolean).join(", ");
}

function refusalsOf(groups: readonly (readonly ClaimMark[])[], { words }: ChartInput): Refusal[] {
  const first = groups[0]?.[0]?.figure;
  return groups.slice(1).flatMap(([other]) => {
    if (!first || !other) return [];
    const verdict = comparable(first, other.figure);
    if (verdict.ok) return [];
    const text = words.refusal[verdict.reason];
    return [{ reason: verdict.reason, ids: [first.id, other.figure.id] as const, text }];
  });
}
