import { claimantMark } from "@/domain/chart/claimant-mark";
import type { ClaimantMark, TimeWindow } from "@/domain/chart/panel";
import { timeScale } from "@/domain/chart/scale-time";
import { niceTicks, valueDomain, valueScale } from "@/domain/chart/scale-value";
import { DAY_MS, middleOf } from "@/domain/chart/time";
import type { Decimal, Figure } from "@/domain/figure";
import { stretchOfDays, type WorldAgent, type WorldFigure } from "./world";

/** The small chart of a card: the metric's figures as their claimants' marks, and the new one among them. */
export type PlacedMini = {
  readonly width: number;
  readonly height: number;
  readonly points: readonly MiniPoint[];
  readonly ghost: MiniPoint | null;
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly span: TimeWindow;
};

export type MiniPoint = ClaimantMark & {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** The stretch its period covers, where that is wider than the mark. */
  readonly x1: number;
  readonly x2: number;
};

export const miniSize = { width: 340, height: 120 } as const;
const inset = { left: 4, right: 64, top: 12, bottom: 18 };

type Drawn = Pick<WorldFigure, "publicId" | "value" | "low" | "high" | "start" | "end" | "claimant">;

/** Places figures of one unit on the scales the readers' charts use; null where nothing has a number and a day. */
export function placeMini(
  figures: readonly Drawn[],
  ghost: Drawn | null,
  agents: readonly WorldAgent[],
): PlacedMini | null {
  const all = [...figures, ...(ghost ? [ghost] : [])].flatMap((one) => {
    const level = levelOf(one);
    const stretch = stretchOfDays(one.start, one.end);
    return level === null || stretch === null ? [] : [{ one, level, stretch }];
  });
  if (all.length === 0) return null;
  const span = {
    from: Math.min(...all.map(({ stretch }) => stretch.from)) - 3 * DAY_MS,
    to: Math.max(...all.map(({ stretch }) => stretch.to)) + 3 * DAY_MS,
  };
  const { width, height } = miniSize;
  const x = timeScale(span, inset.left, width - inset.right);
  const domain = valueDomain(
    all.map(({ level }) => level),
    "unless-costly",
  );
  const y = valueScale(domain, inset.top, height - inset.bottom);
  const place = ({ one, level, stretch }: (typeof all)[number]): MiniPoint => ({
    ...markOf(one.claimant, agents),
    id: one.publicId,
    x: round(x(middleOf(stretch))),
    y: round(y(level)),
    x1: round(x(stretch.from)),
    x2: round(x(stretch.to)),
  });
  return {
    width,
    height,
    points: all.filter(({ one }) => one !== ghost).map(place),
    ghost: all.filter(({ one }) => one === ghost).map(place)[0] ?? null,
    ticks: fewOf(niceTicks(domain, true)).map((value) => ({ y: round(y(value)), value })),
    span,
  };
}

/** Three at most: the drawing is small. */
const fewOf = (ticks: readonly number[]) =>
  ticks.length <= 3 ? ticks : ticks.filter((_, at) => at % Math.ceil((ticks.length - 1) / 2) === 0);

const levelOf = ({ value, low, high }: Record<"value" | "low" | "high", Decimal | null>): number | null => {
  const level = Number(value ?? low ?? high ?? Number.NaN);
  return Number.isFinite(level) ? level : null;
};

function markOf(claimant: string | null, agents: readonly WorldAgent[]): ClaimantMark {
  const mark = agents.find(({ slug }) => slug === claimant)?.mark ?? null;
  return claimantMark(
    mark === null ? null : ({ mark } satisfies Pick<NonNullable<Figure["claimant"]>, "mark">),
  );
}

const round = (pixels: number) => Math.round(pixels * 10) / 10;
