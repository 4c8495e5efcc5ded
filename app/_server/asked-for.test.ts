import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { cookiePrefix } from "@/db/accounts/auth";
import { askedFor } from "./asked-for";

const of = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  askedFor({ url, headers, method } as unknown as IncomingMessage);

describe("a request", () => {
  test("of a reader may be answered by a replica", () => {
    const cookie = "verbatim.device=abc; desk-language=fr";
    for (const url of ["/", "/fr/metrics/storks?q=session_token", "/api/v1/figures.csv", "/administration"])
      expect(of(url, { cookie })).toEqual({ own: false, least: 0 });
    expect(of("/fr", {}, "HEAD").own).toBe(false);
  });
  test("of whoever is signed in, bears a token, sends something or opens the desk is the primary's", () => {
    for (const secure of [true, false])
      expect(of("/fr", { cookie: `a=b; ${cookiePrefix(secure)}.session_token=abc` }).own).toBe(true);
    expect(of("/api/v1/drafts", { authorization: "Bearer vb_x" }).own).toBe(true);
    expect(of("/fr/figures/5ef6srf2/objection", {}, "POST").own).toBe(true);
    for (const url of ["/admin", "/admin/review?x=1", "/sign-in", "/invite/abc"])
      expect(of(url).own).toBe(true);
  });
  test("wants the newest revision its address names, and the proxy's", () => {
    expect(of("/fr/figures?metric=storks&as_of=12").least).toBe(12);
    expect(of("/fr/changes?since=3&until=14#x").least).toBe(14);
    expect(of("/fr/changes?since=2025-01-01&until=2").least).toBe(2);
    expect(of("/oembed?url=https%3A%2F%2Fexample.org%2Ffr%3Fas_of%3D7").least).toBe(7);
    expect(of("/fr?as_of=3", { "x-least-revision": "9" }).least).toBe(9);
    expect(of("/fr?as_of=3", { "x-least-revision": "" }).least).toBe(3);
    expect(of("/fr?as_of=%F0").least).toBe(0);
  });
});
