import { afterEach, expect, test, vi } from "vitest";
import { toFigureLines } from "@/domain/chart/figure-lines";
import { metrics, seedCharts } from "@/domain/chart/figures.fixture";
import type { Figure } from "@/domain/figure";
import { fetchMarks } from "./fetch-marks";

afterEach(() => vi.unstubAllGlobals());

const answer = (body: BodyInit | null, status = 200) =>
  vi.stubGlobal("fetch", async () => new Response(body, { status }));

const settings = { title: "Pertes « dites »", metric: metrics.territory };

function sent(figures: readonly Figure[]): string {
  const { names, lines } = toFigureLines(figures);
  return [{ settings, names }, ...lines].map((line) => JSON.stringify(line)).join("\n");
}

test("settings and figures are put together, wherever the network cuts their lines", async () => {
  const figures = seedCharts.territory.slice(0, 2);
  const bytes = new TextEncoder().encode(sent(figures));
  for (let cut = 1; cut < bytes.length; cut += 7) {
    answer(
      new ReadableStream({
        start(stream) {
          stream.enqueue(bytes.slice(0, cut));
          stream.enqueue(bytes.slice(cut));
          stream.close();
        },
      }),
    );
    expect(await fetchMarks("/marks")).toEqual({ ...settings, figures });
  }
});

test("a metric without figures has none", async () => {
  answer(sent([]));
  expect(await fetchMarks("/marks")).toEqual({ ...settings, figures: [] });
});

test("what cannot be had is an error, and so is what breaks off", async () => {
  answer(null, 503);
  await expect(fetchMarks("/marks")).rejects.toThrow("503");
  answer(`${sent([])}\n{"id":`);
  await expect(fetchMarks("/marks")).rejects.toThrow();
});
