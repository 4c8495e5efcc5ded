import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { noteRequests } from "../this-request";
import { exposition } from "./exposition";
import { countRequests, requestFamilies } from "./requests";

let server: Server;
let url: string;
const lines: string[] = [];

beforeAll(async () => {
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
  noteRequests();
  countRequests({ ACCESS_LOG: "on" });
  server = createServer(({ url = "" }, response) => {
    if (url.startsWith("/fr/figures"))
      response.write("begun"); // and never ended
    else response.writeHead(url.startsWith("/fr") ? 200 : 404).end("done");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  vi.restoreAllMocks();
});

const ask = async (path: string) => (await fetch(url + path, { headers: { cookie: "session=hush" } })).text();
const said = () => exposition(requestFamilies());

test("each answer is counted by kind, method and status, and timed", async () => {
  await ask("/fr/search?q=secret-wish");
  await ask("/fr/search?q=other-wish");
  await ask("/invite/hushhushhushhushhushhush");
  await ask("/nowhere-at-all");
  await vi.waitFor(() => expect(said()).toContain('{route="unknown",method="GET",status="404"} 1'));
  expect(said()).toContain('verbatim_requests_total{route="/[locale]/search",method="GET",status="200"} 2');
  expect(said()).toContain('verbatim_request_duration_seconds_count{route="/[locale]/search"} 2');
  expect(said()).toContain('verbatim_requests_total{route="/invite/[token]",method="GET",status="404"} 1');
  expect(said()).toContain("verbatim_requests_in_flight 0");
});

test("who leaves before the end is counted as having left", async () => {
  const asked = request(`${url}/fr/figures`, (answer) => answer.once("data", () => asked.destroy()));
  asked.on("error", () => {}).end();
  await vi.waitFor(() =>
    expect(said()).toContain('{route="/[locale]/figures",method="GET",status="left"} 1'),
  );
});

test("nothing that anybody asked for, or came with, is in the numbers or the lines", async () => {
  for (const text of [said(), lines.join("")]) expect(text).not.toMatch(/wish|hush|nowhere|127\.0\.0\.1/);
  const line = lines.map((one) => JSON.parse(one)).find(({ route }) => route === "/invite/[token]");
  expect(line).toMatchObject({ message: "request", method: "GET", status: "404", ms: expect.any(Number) });
  expect(line.request).toMatch(/^[0-9a-f-]{36}$/);
});
