import { setTimeout as pause } from "node:timers/promises";

/** One fault that was played, and what came of it. */
export type Fault = {
  readonly name: string;
  readonly words: string;
  /** Whether every promise was kept; null where it could not be tried. */
  readonly kept: boolean | null;
};

/** Asks until there is an answer. @returns after how many milliseconds, or null where there was none in time */
export async function until(work: () => Promise<unknown>, longest: number): Promise<number | null> {
  const began = performance.now();
  for (;;) {
    try {
      await work();
      return performance.now() - began;
    } catch {
      if (performance.now() - began > longest) return null;
      await pause(50);
    }
  }
}
