import { formatDecimal } from "../format";
import type { Locale } from "../vocabulary";

/** `log`: equal distances are equal ratios; `min` is then above zero. */
export type ValueDomain = { readonly min: number; readonly max: number; readonly log?: true };
export type ValueScale = {
  (value: number): number;
  readonly invert: (y: number) => number;
};

export function valueScale(domain: ValueDomain, top: number, bottom: number): ValueScale {
  if (domain.log) return logScale(domain, top, bottom);
  const ratio = (bottom - top) / (domain.max - domain.min);
  const scale = (value: number) => bottom - (value - domain.min) * ratio;
  return Object.assign(scale, { invert: (y: number) => domain.min + (bottom - y) / ratio });
}

function logScale({ min, max }: ValueDomain, top: number, bottom: number): ValueScale {
  const ratio = (bottom - top) / Math.log(max / min);
  const scale = (value: number) => bottom - Math.log(value / min) * ratio;
  return Object.assign(scale, { invert: (y: number) => min * Math.exp((bottom - y) / ratio) });
}

/** The values a logarithmic axis shows, with the same room above and below. Every value is above zero. */
export function logDomain(values: readonly number[], headroom: number): ValueDomain {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (values.length === 0) return { min: 1, max: 10, log: true };
  const room = Math.max(high / low, 4) ** headroom;
  return { min: low / Math.max(room, 1.2), max: high * Math.max(room, 1.2), log: true };
}

/** Ones, twos and fives of every power of ten within, or the powers alone where those are many. */
function logTicks({ min, max }: ValueDomain): number[] {
  const [first, last] = [Math.floor(Math.log10(min)), Math.ceil(Math.log10(max))];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const within = (digits: readonly number[]) =>
    powers
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((value) => value >= min && value <= max);
  const all = [within([1, 2, 5]), within([1, 3]), within([1])];
  return all.find((ticks) => ticks.length <= 6) ?? within([1]).filter((_, index) => index % 3 === 0);
}

/** Room around the values, as a share of their span, where nothing else is asked for. */
const HEADROOM = 0.1;
/** From so many points on, a band of values far from zero may be looked at closely. */
const MANY = 12;

/**
 * The values an axis shows. Zero is always among them for what is counted from zero, and for everything sparse:
 * it costs little and keeps proportions honest. Only many values in a narrow band far from zero may leave it out.
 */
export function valueDomain(
  values: readonly number[],
  zero: "always" | "unless-costly",
  { ceiling = Number.POSITIVE_INFINITY, headroom = HEADROOM } = {},
): ValueDomain {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (values.length === 0) return { min: 0, max: 1 };
  const costly = values.length >= MANY && low > 0 && high - low < high / 4 && high > low;
  if (zero === "unless-costly" && costly) {
    const pad = (high - low) * headroom;
    return { min: low - pad, max: high + pad };
  }
  const [bottom, top] = [Math.min(0, low), Math.max(0, high)];
  if (top === bottom) return { min: 0, max: 1 };
  const pad = (top - bottom) * headroom;
  const raised = top > 0 ? top + pad : 0;
  return { min: bottom < 0 ? bottom - pad : 0, max: high <= ceiling ? Math.min(raised, ceiling) : raised };
}

/** Three to five round values within the domain. Whole numbers stay whole. */
export function niceTicks(domain: ValueDomain, whole: boolean): number[] {
  if (domain.log) return logTicks(domain);
  const { min, max } = domain;
  const span = max - min;
  const magnitude = 10 ** Math.floor(Math.log10(span));
  const nice = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5].map((k) => k * magnitude);
  const steps = nice.filter((step) => !whole || step >= 1).filter((step) => !whole || Number.isInteger(step));
  const counted = steps.map((step) => ({ step, count: multiplesWithin(step, min, max) }));
  const best = counted.find(({ count }) => count <= 5) ?? counted.at(-1) ?? { step: 1 };
  const first = Math.ceil(min / best.step - 1e-9);
  const last = Math.floor(max / best.step + 1e-9);
  return Array.from({ length: Math.min(last - first + 1, 12) }, (_, index) =>
    Number(((first + index) * best.step).toPrecision(12)),
  );
}

const multiplesWithin = (step: number, min: number, max: number) =>
  Math.floor(max / step + 1e-9) - Math.ceil(min / step - 1e-9) + 1;

const COMPACT_FROM = 1e7;

/** Tick values are round numbers of our own, never figures: these may be shortened ("20 M"). */
export function tickText(value: number, highest: number, locale: Locale): string {
  if (highest >= COMPACT_FROM)
    return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 2 }).format(value);
  const plain = String(value);
  return /^-?\d+(\.\d+)?$/.test(plain) ? formatDecimal(plain, locale) : plain;
}
