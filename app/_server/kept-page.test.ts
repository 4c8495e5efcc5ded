import { randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { gzippedWith, headersWith, type KeptPage, keep, plainWith } from "./kept-page";

const [first, second] = ["Zmlyc3QgcmVhZGVyIG9mIGl0", "c2Vjb25kIHJlYWRlciBvZiBpdCwgcG8="];
const noise = randomBytes(70_000).toString("base64");
const written = (nonce: string) =>
  `<script nonce="${nonce}"></script><p>500 km² — « ${noise} »</p><style nonce="${nonce}"></style>${nonce}${nonce}`;

describe("a page that is kept", () => {
  let kept: KeptPage;
  beforeAll(async () => {
    const policy = `script-src 'nonce-${first}'; style-src 'nonce-${first}'`;
    const headers = [
      ["Content-Security-Policy", policy],
      ["X-Frame-Options", "DENY"],
    ] as const;
    kept = await keep(Buffer.from(written(first)), headers, first);
  });

  test("goes out with another nonce wherever the first one stood", () => {
    expect(plainWith(kept, second).toString()).toBe(written(second));
    expect(headersWith(kept, second)).toEqual([
      ["Content-Security-Policy", `script-src 'nonce-${second}'; style-src 'nonce-${second}'`],
      ["X-Frame-Options", "DENY"],
    ]);
  });

  test("is the same gzipped, by someone else's reader", () => {
    expect(gunzipSync(gzippedWith(kept, second)).toString()).toBe(written(second));
    expect(() => gzippedWith(kept, first)).toThrow("32 characters");
  });

  test("holds no nonce that anybody was given, and weighs what it holds", () => {
    const held = [...kept.pieces, ...kept.headers.flat().map((text) => Buffer.from(text))];
    expect(held.some((piece) => piece.includes(first))).toBe(false);
    expect(kept.weight).toBeGreaterThan(written("").length);
  });

  test("weighs hardly more for being cut", async () => {
    const paragraph = (count: number) => `<p id="stork-${count}">Storks hold ${count * 7} km².</p>`;
    const page = Array.from({ length: 2000 }, (_, count) =>
      count % 100 === 0 ? `<script nonce="${first}" src="/stork.js"></script>` : paragraph(count),
    ).join("");
    const whole = gzipSync(page).length;
    const copy = gzippedWith(await keep(Buffer.from(page), [], first), second);
    expect(gunzipSync(copy).toString()).toBe(page.replaceAll(first, second));
    expect(copy.length).toBeLessThan(whole + 20 * 60);
  });

  test("without a nonce, or of nothing, is what it was", async () => {
    expect(plainWith(await keep(Buffer.from("storks"), [], first), second).toString()).toBe("storks");
    expect(gunzipSync(gzippedWith(await keep(Buffer.alloc(0), [], first), second)).length).toBe(0);
  });
});
