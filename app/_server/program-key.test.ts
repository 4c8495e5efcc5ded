import { expect, test } from "vitest";
import { programKey } from "./program-key";

const ask = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  programKey({ method, url, headers: { host: "storks.example", accept: "*/*", ...headers } });
const page = "/api/v1/figures.json?limit=50";

test("answers in one piece are for all who ask the same of the same site", () => {
  for (const url of [
    page,
    "/api/v1/figures.json?sort=-period&limit=1000&after=a",
    "/api/v1/figures/936vk6e1.json",
    "/api/v1/figures/936vk6e1.json?lang=fr",
    "/api/v1/metrics/storks-counted.svg?width=600",
    "/api/v1/agents.csv",
    "/api/v1/openapi.json",
  ])
    expect(ask(url), url).not.toBeNull();
  expect(ask(page, { "user-agent": "heron", "accept-encoding": "gzip, br" })).toBe(ask(page));
  expect(ask(page, {}, "HEAD")).toBe(ask(page));
  for (const name of ["if-none-match", "if-modified-since", "x-least-revision", "x-page-nonce"])
    expect(ask(page, { [name]: "1" }), name).toBe(ask(page));
  expect(ask(page, { host: "herons.example" })).not.toBe(ask(page));
});

test("whole tables, archives, pictures of dots and what is not the API's are not held", () => {
  for (const url of [
    "/api/v1/figures.json",
    "/api/v1/figures.json?limit=",
    "/api/v1/figures.json?limit=0",
    "/api/v1/figures.json?unlimit=50",
    "/api/v1/figures.json?limit=50000",
    "/api/v1/figures.csv?limit=50",
    "/api/v1/metrics.xlsx",
    "/api/v1/metrics/storks.png",
    "/api/v1/datapackage.zip",
    "/api/v1/drafts",
    "/api/health",
    "/en",
  ])
    expect(ask(url), url).toBeNull();
});

test("what is one person's, a part, or to be had in another way is left to the API", () => {
  for (const name of ["cookie", "authorization", "range", "if-match", "if-range", "x-http-method-override"])
    expect(ask(page, { [name]: "1" }), name).toBeNull();
  for (const method of ["POST", "OPTIONS", "DELETE"]) expect(ask(page, {}, method), method).toBeNull();
  expect(ask(page, { accept: "text/csv" })).toBeNull();
  expect(ask(page, { accept: "application/json;q=0.9" })).not.toBeNull();
  expect(ask(page, { "accept-encoding": "br" })).toBeNull();
});
