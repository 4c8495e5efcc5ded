import { createHmac } from "node:crypto";
import { expect, test, vi } from "vitest";
import { cookiePrefix } from "@/db/accounts/auth";
import { signedAnew, signedSession } from "./signed-session";

const [ours, former, strange] = ["storks of this year", "storks of last year", "somebody else's herons"];
vi.mock("./secret", () => ({ secret: () => ours, formerSecrets: () => [former] }));

/** The cookie of a session, as better-auth signs it. */
function session(token: string, by: string, secure = false): string {
  const signature = createHmac("sha256", by).update(token).digest("base64");
  return `${cookiePrefix(secure)}.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

test("a session signed with the former secret goes on, signed with the new one", () => {
  for (const secure of [true, false]) {
    const others = `a=b; ${session("crane", strange, secure)}; c=d`;
    const sent = `${session("stork", former, secure)}; ${others}`;
    expect(signedSession(sent)).toBeNull();
    const anew = signedAnew(sent, [former]);
    expect(anew).toBe(`${session("stork", ours, secure)}; ${others}`);
    expect(signedSession(anew)).toBe(signedSession(session("stork", ours)));
  }
});

test("what nobody here has signed, and what is signed already, stays as it is", () => {
  for (const sent of [
    "",
    "a=b",
    session("stork", ours),
    session("stork", strange),
    "verbatim.session_token=x.y",
  ])
    expect(signedAnew(sent, [former])).toBe(sent);
  expect(signedAnew(session("stork", former), [])).toBe(session("stork", former));
});

test("however much stands between two cookies, they are read at once", () => {
  const gap = " ".repeat(60_000);
  const before = performance.now();
  for (const sent of [gap, `a=b;${gap}x`, `a=b;${gap}c=d`]) {
    expect(signedSession(sent)).toBeNull();
    expect(signedAnew(sent, [former])).toBe(sent);
  }
  expect(performance.now() - before, "in milliseconds, where each took many seconds").toBeLessThan(2000);
});
