import { expect, test } from "vitest";
import { pageKey } from "./page-key";

const ask = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  pageKey({ method, url, headers: { host: "storks.example", accept: "text/html", ...headers } });

test("readers' pages are for everyone who asks the same of the same site", () => {
  for (const url of [
    "/fr",
    "/en?metric=storks",
    "/en/figures/936vk6e1",
    "/fr/figures?q=objection",
    "/en/search?q=a",
  ])
    expect(ask(url), url).not.toBeNull();
  expect(ask("/en", { "accept-language": "fr", "user-agent": "heron" })).toBe(ask("/en"));
  expect(ask("/en", { "x-client-0123": "192.0.2.1", "x-request-id": "storks-1" })).toBe(ask("/en"));
});

test("its head, or a part of it, is of the same page", () => {
  expect(ask("/en", {}, "HEAD")).toBe(ask("/en"));
  expect(ask("/en", { range: "bytes=0-,5-0,5-1", "if-range": "a" })).toBe(ask("/en"));
});

test("what is another page, or of another site, is kept apart", () => {
  const keys = [
    ask("/en"),
    ask("/fr"),
    ask("/en?a=1"),
    ask("/en", { host: "herons.example" }),
    ask("/en", { "x-forwarded-host": "storks.example" }),
    ask("/en", { "x-forwarded-proto": "https" }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test("what is one person's, a part, or no page is never kept", () => {
  for (const url of [
    "/",
    "/admin",
    "/sign-in",
    "/english",
    "/api/v1/figures.json",
    "/_next/static/a.js",
    "/embed/storks",
  ])
    expect(ask(url), url).toBeNull();
  expect(ask("/en/figures/936vk6e1/objection")).toBeNull();
  for (const method of ["POST", "DELETE"]) expect(ask("/en", {}, method), method).toBeNull();
  for (const name of ["cookie", "authorization", "if-none-match", "if-modified-since", "expect"])
    expect(ask("/en", { [name]: "a" }), name).toBeNull();
});

test("headers that Next reads, or was once tricked with, go past what is kept", () => {
  for (const name of [
    "rsc",
    "next-router-state-tree",
    "next-router-prefetch",
    "next-action",
    "purpose",
    "x-page-nonce",
    "x-middleware-subrequest",
    "x-middleware-rewrite",
    "x-invoke-status",
    "x-now-route-matches",
    "x-nextjs-data",
    "x-matched-path",
    "x-http-method-override",
    "x-forwarded-prefix",
  ])
    expect(ask("/en", { [name]: "1" }), name).toBeNull();
});
