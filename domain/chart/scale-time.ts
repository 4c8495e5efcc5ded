import { formatWith } from "../format-date";
import type { Locale } from "../vocabulary";
import type { Anchoring, TimeTick, TimeWindow } from "./panel";
import { px } from "./round";
import { textWidth } from "./text-width";
import { DAY_MS, msToDay } from "./time";

export type TimeScale = {
  (ms: number): number;
  readonly invert: (x: number) => number;
};

export function timeScale(domain: TimeWindow, x0: number, x1: number): TimeScale {
  const ratio = (x1 - x0) / (domain.to - domain.from);
  const scale = (ms: number) => x0 + (ms - domain.from) * ratio;
  return Object.assign(scale, { invert: (x: number) => domain.from + (x - x0) / ratio });
}

type Step = { readonly unit: "day" | "month" | "year"; readonly count: number };
const steps: readonly Step[] = [
  ...[1, 2, 7, 14].map((count) => ({ unit: "day" as const, count })),
  ...[1, 2, 3, 6].map((count) => ({ unit: "month" as const, count })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => ({ unit: "year" as const, count })),
];
const stepDays = { day: 1, month: 30.4, year: 365.25 };
const MARGIN = 16;

/** Ticks on the first of days, months or years, as many as there is room for. */
export function timeTicks(
  domain: TimeWindow,
  x0: number,
  x1: number,
  y: number,
  locale: Locale,
  fontSize: number,
): TimeTick[] {
  const scale = timeScale(domain, x0, x1);
  const step = pickStep(domain, x1 - x0, locale, fontSize);
  let year = "";
  return startsWithin(domain, step).map((ms) => {
    const x = scale(ms);
    const text = tickText(ms, step, locale);
    const thisYear = msToDay(ms).slice(0, 4);
    const newYear = step.unit !== "year" && thisYear !== year ? thisYear : null;
    year = thisYear;
    return {
      ...keepInside(x, textWidth(text, fontSize) / 2, x0, x1),
      tickX: px(x),
      y: px(y),
      text,
      year: newYear,
    };
  });
}

function pickStep(domain: TimeWindow, width: number, locale: Locale, fontSize: number): Step {
  const days = (domain.to - domain.from) / DAY_MS;
  const fits = steps.find(({ unit, count }) => {
    const widest =
      unit === "day" ? "27 sept." : unit === "year" ? "2024" : locale === "fr" ? "sept." : "Sept";
    const room = textWidth(widest, fontSize) + MARGIN;
    return (width / days) * stepDays[unit] * count >= room && days / (stepDays[unit] * count) <= 9;
  });
  return fits ?? { unit: "year", count: 1000 };
}

function startsWithin(domain: TimeWindow, step: Step): number[] {
  const found: number[] = [];
  const first = new Date(domain.from);
  for (let index = 0; index < 64; index++) {
    const ms = nthStart(first, step, index);
    if (ms > domain.to) break;
    if (ms >= domain.from) found.push(ms);
  }
  return found;
}

function nthStart(first: Date, { unit, count }: Step, index: number): number {
  const [year, month] = [first.getUTCFullYear(), first.getUTCMonth()];
  if (unit === "year") return Date.UTC((Math.floor(year / count) + index) * count, 0, 1);
  if (unit === "month") return Date.UTC(year, (Math.floor(month / count) + index) * count, 1);
  return (Math.floor(first.getTime() / DAY_MS / count) + index) * count * DAY_MS;
}

function tickText(ms: number, { unit }: Step, locale: Locale): string {
  const day = msToDay(ms);
  if (unit === "year") return day.slice(0, 4);
  return formatWith(day, locale, unit === "month" ? { month: "short" } : { day: "numeric", month: "short" });
}

function keepInside(x: number, half: number, x0: number, x1: number): { x: number; anchor: Anchoring } {
  if (x - half < x0 - 24) return { x: px(x), anchor: "start" };
  if (x + half > x1 + 8) return { x: px(x1 + 8), anchor: "end" };
  return { x: px(x), anchor: "middle" };
}
