import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { askHosts } from "./ask-address";
import { isPublicAddress } from "./public-address";
import { readRobots } from "./robots";

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(code, headers).end();

const pages: Record<string, Answer> = {
  "/there": status(200),
  "/gone": status(410),
  "/no-machines": status(403),
  "/broken": status(500),
  "/no-head": (request, response) => response.writeHead(request.method === "HEAD" ? 405 : 200).end("words"),
  "/moved": status(301, { Location: "/there" }),
  "/round": status(302, { Location: "/round" }),
  "/into-a-file": status(302, { Location: "file:///etc/passwd" }),
  "/silent": () => {},
  "/private/page": status(200),
  "/endless": (request, response) => {
    if (request.method === "HEAD") return response.writeHead(405).end();
    response.writeHead(200);
    const more = setInterval(() => response.write("x".repeat(65_536)), 1);
    response.once("close", () => clearInterval(more));
  },
  "/robots.txt": (_, response) => response.end("User-agent: *\nDisallow: /private/\nAllow: /private/$\n"),
};

let asked: string[] = [];
let atOnce = 0;
let mostAtOnce = 0;
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  mostAtOnce = Math.max(mostAtOnce, ++atOnce);
  response.once("close", () => atOnce--);
  (pages[request.url ?? ""] ?? status(404))(request, response);
});

let base: string;
beforeAll(
  () =>
    new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", () => {
        base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        resolve();
      }),
    ),
);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  mostAtOnce = 0;
});

const manners = { userAgent: "verbatim-links/1.0", timeout: 500, allowPrivate: true };
const waits: number[] = [];
const wait = async (ms: number) => {
  waits.push(ms);
};
const askerOf = (wish: Partial<typeof manners> = {}) => askHosts({ ...manners, ...wish }, wait);

describe("asking whether an address is still there", () => {
  test.each([
    ["/there", "there", 200],
    ["/no-head", "there", 200],
    ["/endless", "there", 200],
    ["/gone", "gone", 410],
    ["/never-was", "gone", 404],
    ["/no-machines", "refused", 403],
    ["/broken", "silent", 500],
    ["/silent", "silent", null],
    ["/round", "silent", null],
    ["/private/page", "unasked", null],
    ["/into-a-file", "unasked", null],
  ] as const)("%s is %s", async (path, answer, code) => {
    expect(await askerOf()(base + path)).toMatchObject({ answer, status: code });
  });

  test("says where it was led", async () => {
    expect(await askerOf()(`${base}/moved`)).toEqual({
      answer: "moved",
      status: 200,
      movedTo: `${base}/there`,
    });
  });

  test("asks a host one thing at a time, its robots.txt first and once, and waits in between", async () => {
    waits.length = 0;
    const ask = askerOf();
    await Promise.all(["/there", "/gone", "/no-head"].map((path) => ask(base + path)));
    expect(mostAtOnce).toBe(1);
    expect(asked[0]).toBe("GET /robots.txt");
    expect(asked.filter((one) => one.endsWith("/robots.txt"))).toHaveLength(1);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(1000);
  });

  test("asks this machine and private networks nothing, by no name and no redirect", async () => {
    const ask = askerOf({ allowPrivate: false });
    const { port } = new URL(base);
    for (const address of [
      ...[
        `${base}/there`,
        `http://localhost:${port}/there`,
        `http://[::1]:${port}/`,
        `http://2130706433:${port}/`,
      ],
      ...[`http://[::ffff:127.0.0.1]:${port}/`, `http://0x7f.1:${port}/`, "http://169.254.169.254/latest/"],
      ...["ftp://press.example/", "file:///etc/passwd"],
    ])
      expect((await ask(address)).answer, address).toBe("unasked");
    expect(asked).toEqual([]);
  });

  test("takes what is no address for silence", async () => {
    expect((await askerOf()("press.example")).answer).toBe("silent");
  });
});

describe("an address of the network", () => {
  test.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
  ])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each([
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "::ffff:10.0.0.1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
    "ff02::1",
    "x",
  ])("%s is not public", (address) => expect(isPublicAddress(address)).toBe(false));
  test.each(["93.184.215.14", "172.32.0.1", "2a00:1450:4007::1", "2606:4700::1111"])(
    "%s is public",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe("a robots.txt", () => {
  const robots = `# ours
User-agent: other
User-agent: verbatim-links
Disallow: /a
Allow: /a/open
Disallow: /*.pdf$
Crawl-delay: 99

User-agent: *
Disallow: /`;
  test("is read for us, or else for everyone; the longest rule wins", () => {
    const { allows, delay } = readRobots(robots, "verbatim-links");
    expect(["/", "/a/x", "/a/open/x", "/b.pdf", "/b.pdf?x"].map(allows)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(delay).toBe(10);
    expect(readRobots(robots, "stranger").allows("/x")).toBe(false);
    expect(readRobots("<html>not found", "verbatim-links").allows("/x")).toBe(true);
  });
});
