import { createHmac } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cookiePrefix } from "@/db/accounts/auth";
import { sha256 } from "@/db/accounts/hash-tokens";
import { perMinute } from "@/domain/export/limits";
import { drawingsNow } from "../api/v1/_server/turns";
import { clientHeader } from "./client";
import { drawInTurn, makingOf } from "./draw-in-turn";

const ours = "storks nest where nobody counts them";
vi.mock("./secret", () => ({ secret: () => ours }));
const ended = new Set<string>();
vi.mock("./database", () => ({ database: async () => ({ db: null }) }));
vi.mock("@/db/queries/session-is-open", () => ({
  sessionIsOpen: async (_: unknown, token: string) => !ended.has(token),
}));

/** The cookie of a session, as better-auth signs it. */
function session(token: string, secret = ours, secure = false): string {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `${cookiePrefix(secure)}.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

function asked(url: string, headers: Record<string, string> = {}, method = "GET") {
  const request = Object.assign(new IncomingMessage(new Socket()), { url, method, headers });
  return { request, response: new ServerResponse(request) };
}
const making = (url: string, cookie?: string, method = "GET") =>
  makingOf(asked(url, cookie === undefined ? {} : { cookie }, method).request);

/** Asks once, as a client of such an address. @returns the status, 0 where it is drawn, and what is said */
async function ask(client: string, url = "/fr", headers: Record<string, string> = {}, status = 200) {
  const { request, response } = asked(url, { [clientHeader()]: client, ...headers });
  let said = "";
  response.end = ((body: Buffer) => {
    said = body.toString();
    return response;
  }) as typeof response.end;
  let drawn = false;
  await drawInTurn(request, response, async () => {
    drawn = true;
    response.statusCode = status;
  });
  return { status: drawn ? 0 : response.statusCode, said, response };
}
/** Asks for as much as one client is drawn. */
async function drawAll(client: string, headers: Record<string, string> = {}) {
  for (let n = 0; n < perMinute.drawings; n++)
    expect((await ask(client, `/en?q=${n}`, headers)).status).toBe(0);
}

describe("an answer that is not in memory", () => {
  test.each([
    "/fr",
    "/en/figures?q=heron",
    "/fr/nowhere",
    "/embed/x",
    "/changes.atom",
    "/sign-in",
    "/x",
    "/admin",
  ])("%s is drawn, and counted", (url) => expect(making(url)).toBe("drawn"));
  test.each(["/api/v1/metrics/storks.svg?q=1", "/api/v1/cards/figures/abcdefgh.png", "/api/marks/storks"])(
    "%s is drawn, too",
    (url) => expect(making(url)).toBe("drawn"),
  );
  test.each([
    "/api/v1/metrics.json",
    "/api/v1/figures.json?limit=5",
    "/api/v1/figures/abcdefgh.json",
    "/api/v1/x",
  ])("%s waits for its turn, and is counted by the API", (url) => expect(making(url)).toBe("in turn"));
  test.each(["/", "/_next/static/a.js", "/api/health", "/api/v1/figures.csv", "/api/v1/figures.json?q=1"])(
    "%s waits for nobody",
    (url) => expect(making(url)).toBe("at once"),
  );
  test.each([
    "/_next/static/../../fr",
    "/_next/static/%2e%2e/%2e%2e/fr",
    "/admin/../fr",
    "//",
    "/%61pi/health",
  ])("%s is no way round", (url) => expect(making(url, session("heron"))).toBe("drawn"));
  test("of the desk waits for nobody, where somebody has signed in", () => {
    for (const secure of [false, true])
      expect(making("/admin/review", `a=b; ${session("heron", ours, secure)}`)).toBe("at once");
    for (const forged of [
      session("heron", "another secret"),
      session("heron").replace(/%3D$/, ""),
      "verbatim.session_token=a.b",
    ])
      expect(making("/admin/review", forged), forged).toBe("drawn");
  });
  test.each(["POST", "PUT", "DELETE"])(
    "to a page that is sent something by %s is counted, and waits for nobody",
    (method) => {
      expect(making("/fr/figures?q=heron", undefined, method)).toBe("counted");
      expect(making("/admin/review", session("heron"), method)).toBe("at once");
      expect(making("/api/v1/drafts", undefined, method)).toBe("at once");
      expect(making("/api/v1/metrics.json", undefined, method), "no turn is held by who sends slowly").toBe(
        "at once",
      );
    },
  );
});

describe("a client", () => {
  // What is left grows back all the time.
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
  afterEach(() => void vi.useRealTimers());

  test("who asks for more than anybody reads is told to wait, in a page or as a problem", async () => {
    await drawAll("198.51.100.1");
    const french = await ask("198.51.100.1", "/fr?q=1");
    expect(french.status).toBe(429);
    expect(french.response.getHeader("Retry-After")).toBe("1");
    expect(french.response.getHeader("Content-Type")).toContain("text/html");
    expect(french.said).toMatch(/<html lang="fr">.*Réessayez dans 1\ss\./s);
    const english = await ask("198.51.100.1", "/sign-in", { "accept-language": "en-GB" });
    expect(english.said).toMatch(/<html lang="en">.*Try again in 1\ss\./s);
    const program = await ask("198.51.100.1", "/api/v1/metrics/storks.svg");
    expect(program.response.getHeader("Content-Type")).toBe("application/problem+json");
    expect(JSON.parse(program.said)).toMatchObject({ status: 429 });
    expect((await ask("198.51.100.1", "/api/v1/metrics.json")).status, "texts are the API's to count").toBe(
      0,
    );
    expect((await ask("198.51.100.2")).status, "others are drawn theirs").toBe(0);
  });

  test("of IPv6 is a whole network", async () => {
    await drawAll("2001:db8:1:2::1");
    expect((await ask("2001:db8:1:2:ffff::9")).status).toBe(429);
    expect((await ask("2001:db8:1:3::1")).status).toBe(0);
  });

  test("who has signed in is counted apart from the office, and a cookie of one's own making counts for nothing", async () => {
    await drawAll("198.51.100.3", { cookie: session("forged", "another secret") });
    expect((await ask("198.51.100.3")).status).toBe(429);
    const editor = { cookie: session("crane") };
    await drawAll("198.51.100.3", editor);
    expect((await ask("198.51.100.4", "/fr", editor)).status, "wherever they go").toBe(429);
  });

  test("whose session has ended is nobody's but the network's, at the desk as well", async () => {
    ended.add(sha256("swan"));
    const cookie = session("swan");
    making("/admin/review", cookie); // nobody waits for the database, which is asked beside
    await vi.waitFor(() => expect(making("/admin/review", cookie)).toBe("drawn"));
    await drawAll("198.51.100.8");
    expect((await ask("198.51.100.8", "/fr", { cookie })).status).toBe(429);
  });

  test("whose session ends is found out within a minute", async () => {
    const cookie = session("tern");
    expect(making("/admin/review", cookie)).toBe("at once");
    await new Promise(setImmediate); // it was open
    ended.add(sha256("tern"));
    expect(making("/admin/review", cookie)).toBe("at once");
    vi.setSystemTime(Date.now() + 60_000);
    making("/admin/review", cookie);
    await vi.waitFor(() => expect(making("/admin/review", cookie)).toBe("drawn"));
  });

  test("who has an answer already is not counted", async () => {
    for (let n = 0; n <= perMinute.drawings; n++)
      expect((await ask("198.51.100.5", "/changes.atom", {}, 304)).status).toBe(0);
  });

  test("who has left before its turn is asked for takes none, and leaves none taken", async () => {
    const make = vi.fn(async () => {});
    for (let n = 0; n < 3; n++) {
      const { request, response } = asked("/fr", { [clientHeader()]: "198.51.100.7" });
      response.destroy();
      expect(await drawInTurn(request, response, make)).toBeNull();
    }
    expect(make).not.toHaveBeenCalled();
    expect(drawingsNow()).toMatchObject({ running: 0, waiting: 0 });
  });

  test("whose answer never comes keeps the others in line for a minute at most", async () => {
    vi.useFakeTimers();
    const before = drawingsNow().running;
    const slow = ["c", "d"].map((client) => {
      const { request, response } = asked("/fr", { [clientHeader()]: client });
      void drawInTurn(request, response, () => new Promise<never>(() => {}));
      return response;
    });
    await vi.advanceTimersByTimeAsync(59_000);
    expect(drawingsNow().running).toBe(before + slow.length);
    const waiting = ask("198.51.100.9");
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await waiting).status).toBe(0);
    expect(drawingsNow()).toMatchObject({ running: before, waiting: 0 });
  });

  test("waits for a turn, and is told so where the line does not move", async () => {
    vi.useFakeTimers();
    const never = () => new Promise<never>(() => {});
    for (const client of ["a", "b"]) {
      const { request, response } = asked("/fr", { [clientHeader()]: client });
      void drawInTurn(request, response, never);
    }
    const waiting = ask("198.51.100.6", "/en");
    await vi.advanceTimersByTimeAsync(30_000);
    const told = await waiting;
    expect(told.status).toBe(503);
    expect(told.response.getHeader("Retry-After")).toBe("5");
    expect(told.said).toContain("Many new pages");
  });
});
