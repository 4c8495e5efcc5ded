import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Release, turnsOf } from "./turns";

const here = () => new AbortController().signal;
const settled = async (waiting: Promise<Release | null>) =>
  Promise.race([waiting.then((release) => (release ? "goes" : "left")), Promise.resolve().then(later)]);
const later = () =>
  new Promise<string>((resolve) => queueMicrotask(() => queueMicrotask(() => resolve("waits"))));

describe("turns", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const turns = () => turnsOf({ most: 2, longestLine: 3, longestWait: 1000 });

  test("are given to so many at once, and to the first in line when one is given back", async () => {
    const { take } = turns();
    const [one] = [await take(here()), await take(here())];
    const [third, fourth] = [take(here()), take(here())];
    expect([await settled(third), await settled(fourth)]).toEqual(["waits", "waits"]);
    one!();
    one!(); // a second time gives nothing
    expect([await settled(third), await settled(fourth)]).toEqual(["goes", "waits"]);
  });

  test("given back go to who waits, not to who comes at that moment", async () => {
    const { take } = turns();
    const one = await take(here());
    await take(here());
    const waiting = take(here());
    one!();
    const late = take(here());
    expect([await settled(waiting), await settled(late)]).toEqual(["goes", "waits"]);
  });

  test("are not waited for by who has left: the next one goes at once", async () => {
    const { take } = turns();
    const one = await take(here());
    await take(here());
    const leaving = new AbortController();
    const [gone, next] = [take(leaving.signal), take(here())];
    leaving.abort();
    expect(await gone).toBeNull();
    one!();
    expect(await settled(next)).toBe("goes");
    expect(await take(AbortSignal.abort())).toBeNull();
  });

  test("a hundred who leave at once leave the line free", async () => {
    const { take } = turnsOf({ most: 2, longestLine: 100, longestWait: 1000 });
    const held = [await take(here()), await take(here())];
    const crowd = Array.from({ length: 100 }, () => new AbortController());
    const waiting = crowd.map(({ signal }) => take(signal));
    expect(await take(here()), "the line is full").toBeNull();
    for (const one of crowd) one.abort();
    expect((await Promise.all(waiting)).filter(Boolean)).toHaveLength(0);
    const next = take(here());
    for (const release of held) release!();
    expect(await settled(next)).toBe("goes");
    expect(await settled(take(here()))).toBe("goes");
  });

  test("are refused where the line is too long, or does not move", async () => {
    const { take } = turns();
    for (let i = 0; i < 2; i++) await take(here());
    const line = [take(here()), take(here()), take(here())];
    expect(await take(here())).toBeNull();
    vi.advanceTimersByTime(1000);
    expect(await Promise.all(line)).toEqual([null, null, null]);
    expect(await settled(take(here()))).toBe("waits");
  });
});
