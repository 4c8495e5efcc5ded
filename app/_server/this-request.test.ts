import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { log } from "./log";
import { noteRequests } from "./this-request";

let server: Server;
let url: string;
let lines: { message: string; request?: string }[];

beforeAll(() => {
  vi.stubEnv("TRUSTED_PROXY", "127.0.0.2");
  noteRequests();
  vi.unstubAllEnvs();
});
beforeEach(async () => {
  lines = [];
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
  server = createServer(async (request, response) => {
    await pause(5);
    log("info", `answering ${request.url}`);
    response.end(String(request.headers["x-request-id"]));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.restoreAllMocks();
});

const made = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
/** The id of what is asked from an address of this machine, with or without one of its own. */
async function idFor(localAddress: string, id?: string) {
  const headers = id === undefined ? {} : { "X-Request-Id": id };
  const [answer] = await once(ask(url, { localAddress, headers }).end(), "response");
  return (answer as IncomingMessage).resume().headers["x-request-id"];
}
const [stranger, proxy] = ["127.0.0.1", "127.0.0.2"];

describe("the id of a request", () => {
  test("is made for each, said in its answer and in every line of the log about it", async () => {
    const answers = await Promise.all(["/a", "/b", "/c"].map((path) => fetch(url + path)));
    for (const answer of answers) {
      const id = answer.headers.get("x-request-id");
      expect(id).toMatch(made);
      expect(await answer.text()).toBe(id);
      const path = new URL(answer.url).pathname;
      expect(lines.find(({ message }) => message.endsWith(path))?.request).toBe(id);
    }
    expect(new Set(lines.map(({ request }) => request)).size).toBe(3);
  });
  test("is not taken from a stranger", async () => {
    expect(await idFor(stranger, "0123456789abcdef")).toMatch(made);
  });
  test("is taken from a trusted proxy, where it is well formed", async () => {
    expect(await idFor(proxy, "0123456789abcdef")).toBe("0123456789abcdef");
    for (const bad of ["short", "0123456789 abcdef", "a".repeat(65), '0123456789"}', "<script>alert"])
      expect(await idFor(proxy, bad), bad).toMatch(made);
    expect(await idFor(proxy)).toMatch(made);
  });
  test("is in no line written outside of a request", async () => {
    log("info", "alone");
    expect(lines.find(({ message }) => message === "alone")).not.toHaveProperty("request");
  });
});
