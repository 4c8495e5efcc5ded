import { describe, expect, test } from "vitest";
import { chartEvents, eventRows, eventsWithin, placeEvents } from "./event-marks";
import { events } from "./figures.fixture";
import { timeScale } from "./scale-time";
import { dayToMs } from "./time";

const window = { from: dayToMs("2024-08-01"), to: dayToMs("2025-04-15") };
const room = (width: number) => ({
  x: timeScale(window, 40, width - 10),
  left: 0,
  right: width,
  font: 12,
  maxRows: 3,
});
const frame = (width: number) => ({
  ...room(width),
  left: 40,
  right: width - 10,
  plotTop: 60,
  plotBottom: 260,
  lineHeight: 15,
});

test("only events within the window are drawn, in time order", () => {
  const later = { from: dayToMs("2025-01-01"), to: window.to };
  expect(eventsWithin(events, later).map(({ event }) => event.slug)).toEqual([
    "attack",
    "kurakhove",
    "inauguration",
    "sudzha",
  ]);
  expect(chartEvents(eventsWithin(events, window), "fr")[4]).toEqual({
    slug: "sudzha",
    number: 5,
    name: "Reprise de Soudja",
    date: "mars 2025",
  });
});

describe("names", () => {
  test("stand in rows where there is room, no line through a name", () => {
    const rows = eventRows(eventsWithin(events, window), room(1080), "en");
    expect(rows.numbered).toBe(false);
    for (const a of rows.labels)
      for (const b of rows.labels)
        if (a.row > b.row) expect(a.lineX < b.x1 || a.lineX > b.x2, `${a.text} through ${b.text}`).toBe(true);
  });

  test("become numbers in one row where there is none", () => {
    const rows = eventRows(eventsWithin(events, window), room(340), "fr");
    expect(rows).toMatchObject({ numbered: true, rows: 1 });
    expect(rows.labels.map((label) => label.text)).toEqual(["1", "2", "3", "4", "5"]);
    for (const [i, label] of rows.labels.slice(1).entries())
      expect(label.x1).toBeGreaterThanOrEqual((rows.labels[i]?.x2 ?? 0) - 0.01);
  });

  test("are numbers as near to their lines as their neighbours let them be", () => {
    const near = (days: readonly string[]) => {
      const dated = days.map((day, index) => ({
        event: { ...events[0]!, slug: `${index}` },
        when: { from: dayToMs(day), to: dayToMs(day) },
      }));
      return eventRows(dated, { ...room(340), right: 240, maxRows: 0, x: timeScale(window, 40, 230) }, "en")
        .labels;
    };
    const crowd = ["2024-11-25", "2024-11-26", "2024-11-27", "2024-11-28", "2024-11-29", "2024-11-30"];
    const off = ({ x1, x2, lineX }: { x1: number; x2: number; lineX: number }) => (x1 + x2) / 2 - lineX;
    const crowded = near(crowd).map(off);
    const width = near(crowd)[0]!.x2 - near(crowd)[0]!.x1;
    expect(Math.abs(crowded.reduce((sum, one) => sum + one, 0)), "to both sides alike").toBeLessThan(0.01);
    expect(Math.max(...crowded.map(Math.abs))).toBeLessThan(3 * width);
    expect(off(near(["2024-08-20", ...crowd])[0]!), "and one apart from them over its own").toBeCloseTo(0);
  });

  test("a hundred events are numbered as far as there is room", () => {
    const [first] = events;
    if (!first) throw new Error("no event");
    const hundred = Array.from({ length: 100 }, () => first);
    const rows = eventRows(eventsWithin(hundred, window), room(340), "en");
    expect(rows.labels).toHaveLength(100);
    for (const label of rows.labels.filter(({ text }) => text !== ""))
      expect(label.x1).toBeGreaterThanOrEqual(-1);
  });
});

test("an imprecise date is a band, a day a hairline", () => {
  const dated = eventsWithin(events, window);
  const placed = placeEvents(dated, eventRows(dated, room(700), "en"), frame(700));
  expect(placed[0]).toMatchObject({ extent: null, y2: 260 });
  expect(placed[4]?.extent).not.toBeNull();
  expect(placed[4]?.y2).toBe(60);
});
