import { describe, expect, test } from "vitest";
import { type Progress, type Sink, saveStream } from "./save-stream";

const pieces = ["a,b\n1,2\n", "3,", "4\n"].map((text) => new TextEncoder().encode(text));

function streamOf(some: readonly Uint8Array[], failure?: Error): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      const piece = some[at++];
      if (piece) controller.enqueue(piece);
      else if (failure) controller.error(failure);
      else controller.close();
    },
  });
}

function aSink() {
  const got: string[] = [];
  const sink: Sink = {
    write: async (piece) => void got.push(new TextDecoder().decode(piece)),
    close: async () => void got.push("closed"),
    abort: async () => void got.push("aborted"),
  };
  return { got, sink };
}

describe("a download that is saved as it comes", () => {
  test("is written piece by piece, counted and closed", async () => {
    const { got, sink } = aSink();
    const told: Progress[] = [];
    expect(await saveStream(streamOf(pieces), sink, (one) => told.push(one))).toEqual({
      bytes: 12,
      lines: 3,
    });
    expect(got).toEqual(["a,b\n1,2\n", "3,", "4\n", "closed"]);
    expect(told.map(({ lines }) => lines)).toEqual([2, 2, 3]);
  });
  test("that breaks leaves no half file behind, and says that it broke", async () => {
    const { got, sink } = aSink();
    await expect(saveStream(streamOf(pieces.slice(0, 1), new Error("lost")), sink, () => {})).rejects.toThrow(
      "lost",
    );
    expect(got).toEqual(["a,b\n1,2\n", "aborted"]);
  });
  test("whose file cannot be written breaks off too", async () => {
    const { got, sink } = aSink();
    const full = { ...sink, write: () => Promise.reject(new Error("disk full")) };
    await expect(saveStream(streamOf(pieces), full, () => {})).rejects.toThrow("disk full");
    expect(got).toEqual(["aborted"]);
  });
});
