import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Reader } from "@/db/client";

const now = vi.hoisted(() => ({ state: 1 }));
vi.mock("@/db/queries/current-state", () => ({ currentState: async () => now.state }));

const db = {} as Reader; // asked for its state alone, above
let kept: typeof import("./kept-bodies");
beforeEach(async () => {
  now.state = 1;
  (globalThis as { verbatimBodies?: unknown }).verbatimBodies = undefined;
  kept = await import("./kept-bodies");
});
const stood = () => ({ db, state: now.state });
const made = () =>
  vi.fn(async (): Promise<import("./kept-bodies").Body | null> => kept.textBody(`at ${now.state}`));
const text = (body: { bytes: Uint8Array } | null) => body && new TextDecoder().decode(body.bytes);

describe("an answer that is kept", () => {
  test("is made once, however many ask for it at once or later", async () => {
    const make = made();
    const all = await Promise.all([1, 2, 3].map(() => kept.keptBody(stood(), "a", make)));
    expect([...all, await kept.keptBody(stood(), "a", make)].map(text)).toEqual(Array(4).fill("at 1"));
    expect(make).toHaveBeenCalledTimes(1);
    expect(text(await kept.keptBody(stood(), "b", make))).toBe("at 1");
    expect(make).toHaveBeenCalledTimes(2);
  });

  test("is never met again once anything was written", async () => {
    await kept.keptBody(stood(), "a", made());
    now.state = 2;
    expect(text(await kept.keptBody(stood(), "a", made()))).toBe("at 2");
  });

  test("is not kept where something was written while it was made", async () => {
    const before = stood();
    await kept.keptBody(before, "a", async () => {
      now.state = 2;
      return kept.textBody("half old, half new");
    });
    const make = made();
    await kept.keptBody(before, "a", make);
    expect(make).toHaveBeenCalledTimes(1);
  });

  test("that nothing answers is kept too, and one that fails is not", async () => {
    const nothing = vi.fn(async () => null);
    for (let time = 0; time < 2; time++) expect(await kept.keptBody(stood(), "none", nothing)).toBeNull();
    expect(nothing).toHaveBeenCalledTimes(1);
    await expect(kept.keptBody(stood(), "a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(text(await kept.keptBody(stood(), "a", made()))).toBe("at 1");
  });

  test("takes no more memory than it may, whatever strangers ask for", async () => {
    const { most } = kept.bodiesNow();
    const large = async () => ({ bytes: new Uint8Array(most / 10) });
    for (let one = 0; one < 40; one++) await kept.keptBody(stood(), `large ${one}`, large);
    expect(kept.bodiesNow().weight).toBeLessThanOrEqual(most);
    expect(kept.bodiesNow().weight).toBeGreaterThan(most / 2);
    for (let one = 0; one < 100_000; one++) await kept.keptBody(stood(), `nothing ${one}`, async () => null);
    expect(kept.bodiesNow().weight).toBeLessThanOrEqual(most);
    await kept.keptBody(stood(), "too large", async () => ({ bytes: new Uint8Array(most) }));
    expect(kept.bodiesNow().weight).toBeLessThanOrEqual(most);
  });
});
