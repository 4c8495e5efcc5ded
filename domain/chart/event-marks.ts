import type { Event } from "../figure";
import { formatDate } from "../format-date";
import type { Locale } from "../vocabulary";
import type { ChartEvent } from "./chart";
import type { Anchoring, PlacedEvent, TimeWindow } from "./panel";
import { clamp, px } from "./round";
import type { TimeScale } from "./scale-time";
import { textWidth } from "./text-width";
import { isLongerThanADay, middleOf, stretchOf } from "./time";

type Dated = { readonly event: Event; readonly when: TimeWindow };

/** Events with a date inside the window, in time order. */
export function eventsWithin(events: readonly Event[], window: TimeWindow): Dated[] {
  return events
    .flatMap((event) => {
      const when = stretchOf(event.date);
      return when && middleOf(when) >= window.from && middleOf(when) <= window.to ? [{ event, when }] : [];
    })
    .sort((a, b) => a.when.from - b.when.from || a.when.to - b.when.to);
}

export const chartEvents = (dated: readonly Dated[], locale: Locale): ChartEvent[] =>
  dated.map(({ event }, index) => ({
    slug: event.slug,
    number: index + 1,
    name: event.name[locale],
    date: formatDate(event.date, locale) ?? "",
  }));

type Row = { readonly row: number; readonly x1: number; readonly x2: number; readonly lineX: number };
type Label = Row & { readonly anchor: Anchoring; readonly text: string };

export type EventRows = {
  readonly numbered: boolean;
  readonly rows: number;
  readonly labels: readonly Label[];
};

type Room = {
  readonly x: TimeScale;
  readonly left: number;
  readonly right: number;
  readonly font: number;
  readonly maxRows: number;
};

/** Names beside their hairlines in a few rows; where they do not fit, numbers, and the names go below the chart. */
export function eventRows(dated: readonly Dated[], room: Room, locale: Locale): EventRows {
  const xs = dated.map(({ when }) => room.x(middleOf(when)));
  const names = packNames(
    dated.map(({ event }, i) => ({ x: xs[i] ?? 0, text: event.name[locale] })),
    room,
  );
  if (names) return { numbered: false, rows: rowCount(names), labels: names };
  const numbers = lineUpNumbers(xs, room);
  return { numbered: true, rows: rowCount(numbers), labels: numbers };
}

const rowCount = (labels: readonly Row[]) => labels.reduce((rows, label) => Math.max(rows, label.row + 1), 0);

/** A search for room gives up after so many tries: past that, numbers read better anyway. */
const MOST_TRIES = 2000;

/**
 * Row 0 lies next to the plot. From the right, each name takes the lowest row where no line runs through a name; where
 * that leaves none for a later one, it tries the next place.
 */
function packNames(wanted: readonly { x: number; text: string }[], room: Room): Label[] | null {
  let tries = 0;
  const place = (left: readonly { x: number; text: string }[], placed: readonly Label[]): Label[] | null => {
    const next = left.at(-1);
    if (!next) return [...placed];
    for (const spot of spotsBeside(next.x, next.text, room)) {
      if (++tries > MOST_TRIES) return null;
      if (!placed.every((other) => apart(spot, other))) continue;
      const rest = place(left.slice(0, -1), [spot, ...placed]);
      if (rest) return rest;
    }
    return null;
  };
  return place(wanted, []);
}

function spotsBeside(x: number, text: string, room: Room): Label[] {
  const width = textWidth(text, room.font);
  const at = (row: number, x1: number, anchor: Anchoring): Label => ({
    row,
    x1,
    x2: x1 + width,
    lineX: x,
    anchor,
    text,
  });
  return Array.from({ length: room.maxRows }, (_, row) => [
    at(row, x + 4, "start"),
    at(row, x - 4 - width, "end"),
  ])
    .flat()
    .filter((label) => label.x1 >= room.left && label.x2 <= room.right);
}

/** Numbers that stand side by side: how many, how wide together, and the sum of where each would have them begin. */
type Block = { readonly count: number; readonly width: number; readonly wished: number };

/** Numbers in one row, each over its hairline; those that would touch stand side by side over the middle of theirs. */
function lineUpNumbers(xs: readonly number[], { left, right, font }: Room): Label[] {
  const widths = xs.map((_, index) => textWidth(String(index + 1), font) + 4);
  const startOf = ({ count, width, wished }: Block) =>
    Math.min(Math.max(wished / count, left), right - width);
  const blocks: Block[] = [];
  for (const [i, width] of widths.entries()) {
    let block: Block = { count: 1, width, wished: (xs[i] ?? 0) - width / 2 };
    for (let before = blocks.at(-1); before && touches(before, block); before = blocks.at(-1)) {
      blocks.pop();
      block = {
        count: before.count + block.count,
        width: before.width + block.width,
        wished: before.wished + block.wished - block.count * before.width,
      };
    }
    blocks.push(block);
  }
  const starts = blocks.flatMap((block) => Array.from({ length: block.count }, (_, n) => ({ block, n })));
  let x1 = 0;
  return starts.map(({ block, n }, i) => {
    if (n === 0) x1 = startOf(block);
    const label = numberAt(x1, widths[i] ?? 0);
    x1 = label.x2;
    return { ...label, lineX: xs[i] ?? 0, text: label.x1 >= left - 1 ? String(i + 1) : "" };
  });

  function touches(before: Block, block: Block): boolean {
    return startOf(before) + before.width > startOf(block);
  }
}

const numberAt = (x1: number, width: number) => ({ row: 0, x1, x2: x1 + width, anchor: "middle" as const });

const GAP = 8;
function apart(a: Label, b: Label): boolean {
  if (a.row === b.row) return a.x2 + GAP <= b.x1 || b.x2 + GAP <= a.x1;
  const [upper, lower] = a.row > b.row ? [a, b] : [b, a];
  return upper.lineX < lower.x1 - 2 || upper.lineX > lower.x2 + 2;
}

/** The hairlines, from the label down to the end of the plot. */
export function placeEvents(
  dated: readonly Dated[],
  rows: EventRows,
  frame: {
    readonly x: TimeScale;
    readonly plotTop: number;
    readonly plotBottom: number;
    readonly left: number;
    readonly right: number;
    readonly lineHeight: number;
  },
): PlacedEvent[] {
  return dated.map(({ event, when }, index) => {
    const x = frame.x(middleOf(when));
    const label = rows.labels[index];
    const baseline = frame.plotTop - 7 - (label?.row ?? 0) * frame.lineHeight;
    const inside = (ms: number) => px(clamp(frame.x(ms), frame.left, frame.right));
    const textX = !label
      ? x
      : label.anchor === "start"
        ? label.x1
        : label.anchor === "end"
          ? label.x2
          : (label.x1 + label.x2) / 2;
    return {
      slug: event.slug,
      number: index + 1,
      x: px(x),
      extent: isLongerThanADay(when) ? { x1: inside(when.from), x2: inside(when.to) } : null,
      y1: px(rows.numbered ? baseline + 4 : baseline - frame.lineHeight + 5),
      y2: px(isLongerThanADay(when) ? frame.plotTop : frame.plotBottom),
      label: { x: px(textX), y: px(baseline), anchor: label?.anchor ?? "middle", text: label?.text ?? "" },
    };
  });
}
