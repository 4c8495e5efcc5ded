import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { networkOf } from "@/db/accounts/client-address";
import { takeFromAllowance } from "../api/v1/_server/allowance";
import { drawingsNow } from "../api/v1/_server/turns";
import { clientHeader } from "./client";
import { keepPages, pagesNow } from "./keep-pages";
import * as keptPage from "./kept-page";

const database = vi.hoisted(() => ({ state: 1 }));
const moment = () => ({ state: database.state, revision: 1 });
vi.mock("./database", () => ({ chosen: async () => ({ database: { db: {} }, ...moment() }) }));
vi.mock("@/db/queries/current-moment", () => ({ currentMoment: async () => moment() }));
vi.mock("./kept-page", async (original) => ({ ...(await original<typeof keptPage>()) }));

let server: Server;
let drawn = 0;
/** Ends each slow answer that is being made. */
const held: (() => void)[] = [];
beforeAll(async () => {
  vi.stubEnv("NODE_ENV", "production");
  keepPages();
  server = createServer((request, response) => {
    if (request.url!.startsWith("/api/")) return answerProgram(request, response);
    if (request.url!.startsWith("/slow")) return void held.push(() => response.end());
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

/** As the API does: what is there has a tag and a day, and whoever has it already is told so. */
function answerProgram({ url, method, headers }: IncomingMessage, response: ServerResponse) {
  drawn++;
  response.setHeader("ETag", `"${database.state}"`);
  response.statusCode = url!.includes("kind=none") ? 404 : headers["if-none-match"] ? 304 : 200;
  response.setHeader("Content-Type", "application/json");
  response.setHeader("Last-Modified", "Thu, 13 Feb 2025 10:00:00 GMT");
  response.setHeader("X-Drawn", `${method} ${drawn}`);
  response.end(`{ "drawn": ${drawn}, "accepted": ${headers["accept-encoding"] !== undefined} }`);
}

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

test("what another only waits for is not waited for: each client stands in a line of its own", async () => {
  const ask = (path: string, client: string) => {
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}${path}`, { headers: { [clientHeader()]: client } });
  };
  const flood = ["/slow/1", "/slow/2", "/slow/3", "/slow/4", "/en/method"];
  const asked = flood.map(async (path, at) => {
    await expect.poll(() => drawingsNow().running + drawingsNow().waiting).toBe(at);
    return (await ask(path, "203.0.113.1")).status;
  });
  await expect.poll(() => drawingsNow().waiting).toBe(3);
  const reader = read("/en/method", { [clientHeader()]: "203.0.113.2" });
  await expect.poll(() => drawingsNow().waiting).toBe(4);
  held.shift()!(); // now the third of the flood is made, and then it is the reader's turn
  await expect.poll(() => held.length).toBe(2);
  held.shift()!();
  const { drawing } = await reader;
  expect(drawingsNow(), "the flood is not at its end").toMatchObject({ running: 2, waiting: 1 });
  for (let made = 0; made < 2; made++) {
    await expect.poll(() => held.length).toBeGreaterThan(0);
    held.shift()!();
  }
  expect(await Promise.all(asked)).toEqual([200, 200, 200, 200, 200]);
  expect((await read("/en/method")).drawing, "it was drawn once").toBe(drawing);
});

test("a drawing that fails does not stand in the way of the next", async () => {
  vi.spyOn(keptPage, "keep").mockRejectedValueOnce(new Error("no memory"));
  await expect(read("/en/sources")).rejects.toThrow();
  expect((await read("/en/sources")).drawing).toMatch(/^drawing/);
});

describe("what a program is answered", () => {
  const metrics = "/api/v1/metrics.json";
  async function get(path: string, headers: Record<string, string> = {}, method = "GET") {
    const { port } = server.address() as AddressInfo;
    const answered = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers });
    const {
      etag,
      "content-length": length,
      connection: _connection, // fetch closes it after a HEAD
      "keep-alive": _time,
      ...others
    } = Object.fromEntries(answered.headers);
    return { status: answered.status, etag, length, others, text: await answered.text() };
  }

  test("is made once, deflated for who takes it, each with a tag of its own", async () => {
    const plain = await get(metrics, { "accept-encoding": "identity" });
    expect(plain.text).toContain('"accepted": false');
    const deflated = await get(metrics, { "accept-encoding": "gzip" });
    expect(deflated.text).toBe(plain.text);
    expect([plain.etag, deflated.etag]).toEqual([`"${database.state}"`, `"${database.state}.gzip"`]);
    expect(deflated.others).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
    database.state++;
    expect((await get(metrics)).text).not.toBe(plain.text);
  });

  test("has its headers told to who asks for no body, first or later", async () => {
    const path = "/api/v1/sources.json";
    const told = await get(path, {}, "HEAD");
    const given = await get(path);
    expect([told.text, told.status]).toEqual(["", 200]);
    expect({ ...told, text: "" }).toEqual({ ...given, text: "" });
    expect(given.others["x-drawn"]).toMatch(/^GET /);
    expect(await get(path, {}, "HEAD")).toEqual(told);
  });

  test("is not given again to who has it, in whatever encoding, and is to who has something else", async () => {
    const { etag } = await get(metrics);
    for (const known of [etag!, `W/${etag}`, `"${database.state}"`, "*"]) {
      const again = await get(metrics, { "if-none-match": known });
      expect([again.status, again.text], known).toEqual([304, ""]);
      expect(again.others["content-type"]).toBeUndefined();
    }
    expect((await get(metrics, { "if-modified-since": "Thu, 13 Feb 2025 10:00:00 GMT" })).status).toBe(304);
    expect((await get(metrics, { "if-none-match": '"heron"' })).status).toBe(200);
    expect((await get(metrics, { "if-modified-since": "Thu, 13 Feb 2025 09:00:00 GMT" })).status).toBe(200);
    database.state++;
    expect((await get(metrics, { "if-none-match": etag! })).status, "told by the site").toBe(304);
    expect((await get(metrics)).etag).not.toBe(etag);
  });

  test("is kept only where it is an answer, and had only as often as the API allows", async () => {
    const none = "/api/v1/agents.json?kind=none";
    expect((await get(none)).text).not.toBe((await get(none)).text);
    const path = "/api/v1/agents.json";
    const first = (await get(path)).text;
    const client = networkOf("unknown");
    while (takeFromAllowance(client, "requests") === 0);
    expect((await get(path)).text, "the API refuses it").not.toBe(first);
  });
});
