import { afterEach, expect, test, vi } from "vitest";
import { fetchMarks } from "./fetch-marks";

afterEach(() => vi.unstubAllGlobals());

const answer = (body: BodyInit | null, status = 200) =>
  vi.stubGlobal("fetch", async () => new Response(body, { status }));

test("settings and figures are put together, wherever the network cuts their lines", async () => {
  const text = ['{"title":"Pertes « dites »"}', '{"id":"a"}', '{"id":"b"}'].join("\n");
  const bytes = new TextEncoder().encode(text);
  for (let cut = 1; cut < bytes.length; cut++) {
    answer(
      new ReadableStream({
        start(stream) {
          stream.enqueue(bytes.slice(0, cut));
          stream.enqueue(bytes.slice(cut));
          stream.close();
        },
      }),
    );
    expect(await fetchMarks("/marks")).toEqual({
      title: "Pertes « dites »",
      figures: [{ id: "a" }, { id: "b" }],
    });
  }
});

test("a metric without figures has none", async () => {
  answer('{"title":"Rien"}');
  expect(await fetchMarks("/marks")).toEqual({ title: "Rien", figures: [] });
});

test("what cannot be had is an error, and so is what breaks off", async () => {
  answer(null, 503);
  await expect(fetchMarks("/marks")).rejects.toThrow("503");
  answer('{"title":"Pertes"}\n{"id":');
  await expect(fetchMarks("/marks")).rejects.toThrow();
});
