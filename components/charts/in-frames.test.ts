import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { inFrames } from "./in-frames";

let clock = 0;
let asked: (() => void)[] = [];

beforeEach(() => {
  clock = 0;
  asked = [];
  vi.spyOn(performance, "now").mockImplementation(() => clock);
  vi.stubGlobal("requestAnimationFrame", (work: () => void) => asked.push(work));
  vi.stubGlobal("cancelAnimationFrame", (frame: number) => delete asked[frame - 1]);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const frame = () => {
  for (const work of asked.splice(0)) work?.();
};

function* steps(count: number, milliseconds: number, done: number[]): Generator<void, string> {
  for (let step = 1; step <= count; step++) {
    clock += milliseconds;
    done.push(step);
    yield;
  }
  return "all";
}

test("work stops for the frame to be shown and goes on in the next until it is done", () => {
  const done: number[] = [];
  const told = vi.fn();
  inFrames(steps(5, 2, done), told);
  expect(done, "nothing before the first frame").toEqual([]);
  frame();
  expect(done).toEqual([1, 2]);
  frame();
  expect(done).toEqual([1, 2, 3, 4]);
  expect(told).not.toHaveBeenCalled();
  frame();
  expect(done).toEqual([1, 2, 3, 4, 5]);
  expect(told, "what follows the last step has a frame of its own").not.toHaveBeenCalled();
  frame();
  expect(told).toHaveBeenCalledExactlyOnceWith("all");
  expect(asked).toEqual([]);
});

test("a step longer than its share is one step a frame", () => {
  const done: number[] = [];
  inFrames(steps(3, 50, done), () => {});
  frame();
  expect(done).toEqual([1]);
  frame();
  expect(done).toEqual([1, 2]);
});

test("what is stopped does no more", () => {
  const done: number[] = [];
  const stop = inFrames(steps(3, 50, done), () => {});
  frame();
  stop();
  frame();
  expect(done).toEqual([1]);
});
