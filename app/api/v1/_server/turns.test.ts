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
    const [one] = [await take("a", here()), await take("a", here())];
    const [third, fourth] = [take("a", here()), take("a", here())];
    expect([await settled(third), await settled(fourth)]).toEqual(["waits", "waits"]);
    one!();
    one!(); // a second time gives nothing
    expect([await settled(third), await settled(fourth)]).toEqual(["goes", "waits"]);
  });

  test("given back go to who waits, not to who comes at that moment", async () => {
    const { take } = turns();
    const one = await take("a", here());
    await take("a", here());
    const waiting = take("a", here());
    one!();
    const late = take("a", here());
    expect([await settled(waiting), await settled(late)]).toEqual(["goes", "waits"]);
  });

  test("are not waited for by who has left: the next one goes at once", async () => {
    const { take } = turns();
    const one = await take("a", here());
    await take("a", here());
    const leaving = new AbortController();
    const [gone, next] = [take("a", leaving.signal), take("a", here())];
    leaving.abort();
    expect(await gone).toBeNull();
    one!();
    expect(await settled(next)).toBe("goes");
    expect(await take("a", AbortSignal.abort())).toBeNull();
  });

  test("a hundred who leave at once leave the line free", async () => {
    const { take } = turnsOf({ most: 2, longestLine: 100, longestWait: 1000 });
    const held = [await take("a", here()), await take("a", here())];
    const crowd = Array.from({ length: 100 }, () => new AbortController());
    const waiting = crowd.map(({ signal }) => take("a", signal));
    expect(await take("a", here()), "the line is full").toBeNull();
    for (const one of crowd) one.abort();
    expect((await Promise.all(waiting)).filter(Boolean)).toHaveLength(0);
    const next = take("a", here());
    for (const release of held) release!();
    expect(await settled(next)).toBe("goes");
    expect(await settled(take("a", here()))).toBe("goes");
  });

  test("go round: who asks for one waits for one of those who asks for many, and so does everyone", async () => {
    const { take } = turnsOf({ most: 1, longestLine: 100, longestWait: 1000 });
    const gone: string[] = [];
    const ask = async (client: string) => {
      const release = await take(client, here());
      gone.push(client);
      queueMicrotask(release!);
    };
    const many = Array.from({ length: 4 }, () => ask("crow"));
    await Promise.all([...many, ask("stork"), ask("crane"), ask("stork")]);
    expect(gone).toEqual(["crow", "crow", "stork", "crane", "crow", "stork", "crow"]);
  });

  test("have a line for each client, which may be shorter than that of all", async () => {
    const { take, count } = turnsOf({ most: 1, longestLine: 3, longestOwn: 2, longestWait: 1000 });
    await take("crow", here());
    const line = [take("crow", here()), take("crow", here())];
    expect(await take("crow", here()), "their own is full").toBeNull();
    const leaving = new AbortController();
    const other = take("stork", leaving.signal);
    expect(await settled(other)).toBe("waits");
    expect(await take("crane", here()), "that of all is full").toBeNull();
    expect(count()).toEqual({ running: 1, waiting: 3, most: 1 });
    leaving.abort();
    expect(await settled(take("crane", here()))).toBe("waits");
    expect(await settled(line[0]!)).toBe("waits");
  });

  test("are refused where the line is too long, or does not move", async () => {
    const { take } = turns();
    for (let i = 0; i < 2; i++) await take("a", here());
    const line = [take("a", here()), take("a", here()), take("a", here())];
    expect(await take("a", here())).toBeNull();
    vi.advanceTimersByTime(1000);
    expect(await Promise.all(line)).toEqual([null, null, null]);
    expect(await settled(take("a", here()))).toBe("waits");
  });
});
