import type { Agent, Figure } from "../figure";
import type { Chart, ChartClaimant, ChartInput, LogScale, Refusal } from "./chart";
import { labelOf } from "./chart-label";
import { type ClaimMark, claimMark, inTimeOrder, reachOf } from "./claim-mark";
import { claimantMark } from "./claimant-mark";
import { comparable, groupsByDefinition } from "./comparable";
import { groupBy } from "./group-by";
import type { TimeWindow } from "./panel";
import { summaryOf } from "./summary";
import { timeWindow } from "./time-window";

/** What a chart is drawn from, whatever its width and however much of time it shows. */
export type PlanInput = Omit<ChartInput, "width" | "window" | "low">;

/** All that is known of a chart before a pixel: made once, however often it is looked at closer. */
export type ChartPlan = Pick<Chart, "refusals" | "claimants" | "log" | "summary" | "unplaced"> & {
  readonly input: PlanInput;
  /** In time order. */
  readonly marks: readonly ClaimMark[];
  /** The time that shows all; null where nothing can be placed. */
  readonly whole: TimeWindow | null;
  /** Rows of panels: a group of them for each definition. */
  readonly groups: readonly PlanGroup[];
  readonly aboutOf: (mark: ClaimMark) => string | null;
  readonly labelOf: (mark: ClaimMark) => string;
};

export type PlanGroup = { readonly marks: readonly ClaimMark[]; readonly cells: readonly Cell[] };

/** What becomes a panel. */
type Cell = {
  readonly marks: readonly ClaimMark[];
  readonly title: string | null;
  readonly claimants: readonly (Agent | null)[];
};

/** Above so many claimants each gets a panel of its own, all with one value axis. */
const MOST_OVERLAID = 3;

export function planChart(input: PlanInput): ChartPlan {
  const left = new Set(input.population?.left.map(({ slug }) => slug));
  const placeable = input.figures
    .filter(({ claimant }) => !left.has(claimant?.slug ?? null))
    .map((figure) => ({ figure, mark: claimMark(figure) }));
  const marks = inTimeOrder(placeable.flatMap(({ mark }) => (mark ? [mark] : [])));
  const groups = groupsByDefinition(marks.map((mark) => ({ ...definitionOf(mark.figure), mark }))).map(
    (group) => inTimeOrder(group.map(({ mark }) => mark)),
  );
  const aboutOf = aboutWhom(groups.flat(), input);
  return {
    input,
    marks,
    whole: wholeWindow(input, marks),
    groups: groups.map((group) => ({ marks: group, cells: cellsOf(group, input) })),
    refusals: refusalsOf(groups, input),
    claimants: claimantsOf(marks, input),
    log: logOf(input, marks),
    summary: summaryOf(marks, input),
    unplaced: placeable.flatMap(({ figure, mark }) => (mark ? [] : [figure.id])),
    aboutOf,
    labelOf: (mark) => labelOf(mark, input, aboutOf(mark)),
  };
}

const definitionOf = ({ metric, unit, statistic, per }: Figure) => ({ metric, unit, statistic, per });

/** A bar's length is read from zero, which no ratio reaches. */
function logOf({ log, metric }: PlanInput, marks: readonly ClaimMark[]): LogScale {
  if (!log || marks.length === 0) return "off";
  if (metric.kind === "flow" || metric.kind === "event") return "refused_bars";
  return marks.every((mark) => reachOf(mark).every((value) => value > 0)) ? "on" : "refused_zero";
}

function wholeWindow({ metric }: PlanInput, marks: readonly ClaimMark[]): TimeWindow | null {
  const reports = marks.flatMap(({ said }) => said ?? []);
  const held = metric.kind === "stock" || metric.kind === "share";
  return timeWindow(
    marks.map((mark) => mark.when),
    reports,
    held ? metric.longestSilenceDays : null,
  );
}

/** One panel for a few claimants, or one for each. */
function cellsOf(group: readonly ClaimMark[], input: PlanInput): Cell[] {
  const named = new Set(group.flatMap(({ figure }) => (figure.claimant ? [figure.claimant.slug] : [])));
  if (named.size <= (input.facets ? 1 : MOST_OVERLAID))
    return [{ marks: group, title: null, claimants: agentsOf(group) }];
  return agentsOf(group).map((agent) => ({
    marks: group.filter(({ figure }) => figure.claimant?.slug === agent?.slug),
    title: agent?.name[input.locale] ?? input.words.unattributedLabel,
    claimants: [agent],
  }));
}

/** Claimants in the order of their marks, unattributed figures last. */
function agentsOf(marks: readonly ClaimMark[]): (Agent | null)[] {
  const agents = new Map(marks.map(({ figure }) => [figure.claimant?.slug ?? null, figure.claimant]));
  return [...agents.values()].sort((a, b) => (a?.mark ?? Infinity) - (b?.mark ?? Infinity));
}

function claimantsOf(marks: readonly ClaimMark[], input: PlanInput): ChartClaimant[] {
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
function aboutWhom(marks: readonly ClaimMark[], { locale }: PlanInput): (mark: ClaimMark) => string | null {
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

function refusalsOf(groups: readonly (readonly ClaimMark[])[], { words }: PlanInput): Refusal[] {
  const first = groups[0]?.[0]?.figure;
  return groups.slice(1).flatMap(([other]) => {
    if (!first || !other) return [];
    const verdict = comparable(first, other.figure);
    if (verdict.ok) return [];
    const text = words.refusal[verdict.reason];
    return [{ reason: verdict.reason, ids: [first.id, other.figure.id] as const, text }];
  });
}
