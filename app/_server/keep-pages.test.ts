import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { keepPages, pagesNow } from "./keep-pages";
import * as keptPage from "./kept-page";

const database = vi.hoisted(() => ({ state: 1 }));
vi.mock("./database", () => ({ reader: async () => ({}) }));
vi.mock("@/db/queries/current-state", () => ({ currentState: async () => database.state }));
vi.mock("./kept-page", async (original) => ({ ...(await original<typeof keptPage>()) }));

let server: Server;
let drawn = 0;
beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  keepPages();
  server = createServer((_, response) => {
    const nonce = `stork${++drawn}`;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Security-Policy", `script-src 'nonce-${nonce}'`);
    response.end(`<script nonce="${nonce}"></script>drawing ${drawn}`);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

async function read(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    headers,
  });
  const text = await answer.text();
  const [, nonce] = /nonce="([^"]+)"/.exec(text)!;
  expect(answer.headers.get("content-security-policy")).toBe(`script-src 'nonce-${nonce}'`);
  return { nonce, drawing: text.split(">").at(-1) };
}

test("a page asked for again is the same with another nonce, and is drawn anew after any write", async () => {
  const [first, second] = [await read("/en"), await read("/en")];
  expect(second.drawing).toBe(first.drawing);
  expect(second.nonce).not.toBe(first.nonce);
  database.state++;
  expect((await read("/en")).drawing).not.toBe(first.drawing);
  expect(pagesNow()).toMatchObject({ kept: 1, drawn: 2 });
  await expect.poll(() => pagesNow().weight).toBeGreaterThan(0);
});

test("many who ask at once wait for one drawing; whoever bears a cookie is drawn their own", async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => read("/en/figures")));
  expect(new Set(all.map(({ drawing }) => drawing)).size).toBe(1);
  expect(new Set(all.map(({ nonce }) => nonce)).size).toBe(8);
  expect((await read("/en/figures", { cookie: "stork=1" })).drawing).not.toBe(all[0]!.drawing);
});

test("a drawing that fails does not stand in the way of the next", async () => {
  vi.spyOn(keptPage, "keep").mockRejectedValueOnce(new Error("no memory"));
  await expect(read("/en/sources")).rejects.toThrow();
  expect((await read("/en/sources")).drawing).toMatch(/^drawing/);
});
