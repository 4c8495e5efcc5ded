import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { type Answer, ask } from "../bench/probe/ask";
import { embedded } from "./support/accounts";
import { rowsHolding } from "./support/ask-site";
import { builtActions } from "./support/build";
import { pageKinds } from "./support/pages";

/** More with FUZZ_RUNS=5000, and then for as long as it takes; a failure prints its seed and path. */
const asked = process.env.FUZZ_RUNS;
const numRuns = Number(asked ?? 120);
const longest = asked ? Number.POSITIVE_INFINITY : 12_000;
const patient = asked ? 3_600_000 : 60_000;

test.setTimeout(2 * patient);

/** In whatever is made up, so that what was kept of it is found. */
const mark = `heron${Date.now()}x${process.pid}`;

const names = [
  ...["metric", "claimant", "via", "subject", "place", "source", "from", "to", "known_on", "as_of"],
  ...["modality", "comparator", "status", "q", "sort", "after", "before", "columns", "point", "sent"],
  ...["since", "until", "kind", "outcome", "a", "b", "lang", "theme", "limit", "raw", "excel", "style"],
  ...[
    "width",
    "url",
    "format",
    "maxwidth",
    "maxheight",
    "dry_run",
    "only",
    "next",
    "step",
    "_rsc",
    "__proto__",
  ],
];
const good = [
  ...["territory-held", "ukraine", "2025-01-31", "1", "0", "published", "-value", "fr", "csv", "936vk6e1"],
  ...["", "2025-02-30", "0001-01-01", "9999-12-31", "999999999999999", "claimed", "~", "340", "apa"],
];
const bad = [
  ...["\u0000", "%00", "\ud800", "'", '"', "\\", "'; drop table figures; --", "1 or 1=1", "$1", "%s%n%x"],
  ...["../../etc/passwd", "<script>alert(1)</script>", "{{7*7}}", "constructor", "-1", "1e999", "٣", "ﬃ"],
  ...["\r\nSet-Cookie: heron=1", "x".repeat(3000), "&".repeat(50), "\u202e", "a&a=b#c", "|(&)", "*", "%"],
];
const word = fc.oneof(
  fc.constantFrom(...good, ...bad),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constant(mark),
);
const query = fc
  .array(
    fc.tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: word }),
      word,
    ),
    {
      maxLength: 5,
    },
  )
  .map((pairs) => pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join("&"));

/** As a client sends it, halves of characters too. */
const wellFormed = (words: string) => Buffer.from(words, "utf8").toString("utf8");
const encoded = (words: string) => encodeURIComponent(wellFormed(words));

const pages = Object.values(pageKinds).flatMap((path) => [
  `/fr${path.split("?")[0]}`,
  `/en${path.split("?")[0]}`,
]);
const routes = [
  ...["csv", "tsv", "json", "ndjson", "xlsx", "parquet"].map((format) => `/api/v1/figures.${format}`),
  ...["metrics", "agents", "sources"].map((list) => `/api/v1/${list}.json`),
  ...[
    "figures/936vk6e1.json",
    "metrics/territory-held.svg",
    "citations/figures/936vk6e1",
    "openapi.json",
  ].map((path) => `/api/v1/${path}`),
  ...["/api/v1/citations/metrics/territory-held", "/api/v1/datapackage.json", "/api/v1/nowhere"],
  ...[
    "/api/marks/territory-held",
    "/changes.atom",
    "/oembed",
    "/embed/territory-held",
    "/embed/figures/936vk6e1",
    "/sitemap.xml",
  ],
  ...[
    "/robots.txt",
    "/llms.txt",
    "/sign-in",
    "/admin",
    "/invite/x",
    "/api/health",
    "/sitemaps/figures-1.xml",
  ],
];
const path = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...pages, ...routes) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          "/fr/metrics/",
          "/en/figures/",
          "/api/v1/metrics/",
          "/api/marks/",
          "/embed/",
          "/sitemaps/",
          "/",
        ),
        word,
      )
      .map(([start, end]) => start + encoded(end)),
  },
);
const header = fc.dictionary(
  fc.constantFrom(
    "accept",
    "accept-language",
    "accept-encoding",
    "cookie",
    "if-none-match",
    "range",
    "referer",
  ),
  fc.constantFrom(
    "",
    "*",
    "q=",
    "en;q=9",
    "bytes=0-",
    'W/"',
    "gzip;q=0, *",
    "verbatim.session_token=%",
    "x".repeat(900),
    "é",
  ),
  { maxKeys: 2 },
);

/** What was wrong with an answer; empty where nothing was. */
function faultsOf({ status, headers, text }: Answer): string {
  // 501 is what oEmbed asks for where a format is not known.
  if (status === 0 || (status >= 500 && status !== 501)) return `answers ${status}`;
  if (/node_modules|PostgresError|DrizzleQueryError|\bat \w+ \(/.test(text)) return "shows our insides";
  if (headers["set-cookie"]?.some((one) => one.includes("heron"))) return "sets a cookie it was told to";
  if (/<script>alert\(1\)/.test(text)) return "writes markup back";
  return "";
}

test("no address, parameter or header breaks a page or the API, and nothing is kept of it", async () => {
  const before = JSON.parse((await ask(embedded.url, "/api/health")).text);
  await fc.assert(
    fc.asyncProperty(
      path,
      query,
      header,
      fc.constantFrom("GET", "GET", "GET", "HEAD"),
      async (at, said, headers, method) => {
        const answer = await ask(embedded.url, `${at}?${said}`, { method, headers, from: "127.0.0.3" });
        expect(faultsOf(answer), `${method} ${at}?${said} ${JSON.stringify(headers)}`).toBe("");
      },
    ),
    { numRuns, interruptAfterTimeLimit: longest, timeout: patient, endOnFailure: true },
  );
  expect(JSON.parse((await ask(embedded.url, "/api/health")).text)).toEqual(before);
});

test("no body breaks what takes one, and without leave nothing is kept of it", async () => {
  const json = fc.oneof(
    fc.jsonValue(),
    fc.record({ rows: fc.array(fc.dictionary(word, word)), dataset: fc.jsonValue() }),
  );
  const body = fc.oneof(
    json.map((value) => JSON.stringify(value)),
    fc.string({ unit: "binary", maxLength: 80 }).map(wellFormed),
    fc.array(fc.jsonValue(), { maxLength: 4 }).map((list) => JSON.stringify(list)),
    fc.constant(`--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$F1","$@1","$Q0"]\r\n--x--`),
  );
  const to = fc.constantFrom(
    "/api/v1/drafts",
    "/api/reports",
    "/sign-in",
    "/fr/figures/936vk6e1/objection",
    "/admin/imports/upload",
    "/invite/x",
    "/api/auth/sign-in/email",
  );
  const type = fc.constantFrom(
    "application/json",
    "application/csp-report",
    "multipart/form-data; boundary=x",
    "multipart/form-data",
    "text/plain",
    "",
  );
  const ids = ["x", "0".repeat(42), ...builtActions().map(({ id }) => id)];
  const action = fc.option(fc.constantFrom(...ids), { nil: null });
  await fc.assert(
    fc.asyncProperty(to, body, type, action, async (at, said, contentType, id) => {
      const headers = {
        "content-type": contentType,
        "content-length": String(Buffer.byteLength(said + mark)),
        authorization: "Bearer vb_nothing",
        origin: embedded.url,
        "sec-fetch-site": "same-origin",
        ...(id !== null && { "next-action": id }),
      };
      const answer = await ask(embedded.url, at, {
        method: "POST",
        headers,
        body: said + mark,
        from: "127.0.0.4",
      });
      expect(faultsOf(answer), `${at} ${contentType} ${id} ${said}`).toBe("");
    }),
    { numRuns, interruptAfterTimeLimit: longest, timeout: patient, endOnFailure: true },
  );
  expect((await rowsHolding([mark])).rows[mark]).toEqual([]);
});
