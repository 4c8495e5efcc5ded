import { expect, test } from "vitest";
import { readLimitedForm, TooLarge } from "./limited-form";

/** A form of one file, sent in pieces that are counted as they are taken. */
function sent(bytes: number, stated: number) {
  const taken = { pieces: 0 };
  const piece = new Uint8Array(1000);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.pieces * piece.length >= bytes) controller.close();
      else controller.enqueue(piece);
      taken.pieces++;
    },
  });
  const headers = { "content-length": String(stated), "content-type": "multipart/form-data; boundary=x" };
  const request = new Request("http://localhost", { method: "POST", headers, body, duplex: "half" } as never);
  return { request, taken };
}

test("a browser has sent its whole form before it is told that it is too long", async () => {
  const { request, taken } = sent(50_000, 50_000);
  await expect(readLimitedForm(request, 10_000, "browser")).rejects.toThrow(TooLarge);
  expect(taken.pieces).toBeGreaterThan(49);
});

test("a script is told at once", async () => {
  const { request, taken } = sent(50_000, 50_000);
  await expect(readLimitedForm(request, 10_000, "script")).rejects.toThrow(TooLarge);
  expect(taken.pieces).toBeLessThan(3);
});

test("a form that grows longer than it says is cut off", async () => {
  const { request, taken } = sent(5_000_000, 5_000);
  await expect(readLimitedForm(request, 10_000, "browser")).rejects.toThrow(TooLarge);
  expect(taken.pieces).toBeLessThan(100);
});
