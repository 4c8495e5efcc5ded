import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { leastRevisionHeader } from "@/app/_server/asked-for";
import { contentSecurityPolicy } from "@/app/_server/content-security-policy";

const guide = readFileSync("docs/operations.md", "utf8");
const nginx = readFileSync("docs/deploy/nginx.conf", "utf8");
const sources = readdirSync("app/_server/metrics")
  .map((file) => `app/_server/metrics/${file}`)
  .concat("app/api/metrics/route.ts")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

describe("the guide for those who run the site", () => {
  test("names only metrics there are", () => {
    const named = [...guide.matchAll(/`((?:verbatim|process|nodejs)_\w+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(10);
    for (const name of named) expect(sources).toContain(`"${name}"`);
  });
});

test("an image takes nothing along that git does not keep, a database least of all", () => {
  const named = (file: string) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"))
      .map((line) => line.replace(/\/$/, ""));
  expect(named(".dockerignore")).toEqual(expect.arrayContaining([".git", ...named(".gitignore")]));
});

describe("the proxy that keeps pages", () => {
  const word = /X-Page-Nonce +([A-Za-z0-9]{32,64});/.exec(nginx)?.[1];

  test("puts a fresh nonce wherever the policy of a page and the page name theirs", () => {
    expect(contentSecurityPolicy("of-the-page", false).match(/'nonce-of-the-page'/g)).toHaveLength(2);
    expect(nginx.match(new RegExp(`'nonce-${word}'`, "g"))).toHaveLength(2);
    expect(nginx).toContain(`sub_filter ${word} $request_id;`);
  });
  test("files each page under the revision it was asked of", () => {
    expect(nginx).toContain("auth_request_set $revision $upstream_http_x_revision;");
    expect(nginx).toContain('proxy_cache_key "$revision $host$request_uri";');
    expect(nginx).toMatch(new RegExp(`proxy_set_header ${leastRevisionHeader} +\\$revision;`, "i"));
  });
});
