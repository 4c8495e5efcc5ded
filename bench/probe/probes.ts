import { type Answer, ask, askInBytes, withCanary } from "./ask";

/** What is probed: a site, a page anybody may read, and one that is closed to strangers. */
export type Target = { readonly site: string; readonly open: string; readonly closed: string };

/** Tries something that once worked on a framework, or might; a sentence where it works here too. */
export type Probe = { readonly name: string; readonly tries: (target: Target) => Promise<string[]> };

const named = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join(", ");

const five = (word: string) => Array(5).fill(word).join(":");
const subrequests = ["middleware", "src/middleware", "pages/_middleware", "proxy", "src/proxy"].flatMap(
  (word) => [word, five(word)],
);
const flight = { rsc: "1" };
const prefetch = { ...flight, "next-router-prefetch": "1" };
const segment = { ...prefetch, "next-router-segment-prefetch": "/_tree" };

/** Ways round whoever stands before a closed page. */
const waysIn = (closed: string): readonly (readonly [string, Readonly<Record<string, string>>])[] => [
  ...subrequests.map((value) => [closed, { "x-middleware-subrequest": value }] as const),
  ...[flight, prefetch, segment].map((headers) => [closed, headers] as const),
  [closed, { "x-middleware-prefetch": "1", purpose: "prefetch" }],
  [closed, { "x-nextjs-data": "1" }],
  [closed, { "x-middleware-next": "1", "x-middleware-skip": "1" }],
  ...[".rsc", ".txt", ".segments/_tree.segment.rsc", "/", "//", "/.", "%2f", "?_rsc=1", ";x", "%00"].map(
    (end) => [closed + end, {}] as const,
  ),
  [`/${closed}`, {}],
  [closed.replace(/^\/(.)/, (_, letter) => `/%${letter.charCodeAt(0).toString(16)}`), {}],
  [closed.toUpperCase(), {}],
  [`/_next/data/x${closed}.json`, { "x-nextjs-data": "1" }],
  [`/_next/../..${closed}`, {}],
];

/** Whether an answer is a page: not a redirect, a refusal or an empty word for a prefetch. */
const isPage = ({ status, text }: Answer) => status === 200 && text.length > 2;

const closedPages: Probe = {
  name: "a closed page stays closed (CVE-2025-29927 and its kin)",
  async tries({ site, closed }) {
    const plain = await ask(site, closed);
    if (isPage(plain)) return [`${closed} is open anyway: nothing can be told`];
    const found: string[] = [];
    for (const [path, headers] of waysIn(closed)) {
      const answer = await ask(site, path, { headers });
      if (isPage(answer))
        found.push(`${path} is given to a stranger who says ${named(headers) || "nothing"}`);
      if (answer.status >= 500) found.push(`${path} breaks: ${named(headers)}`);
    }
    return found;
  },
};

/** What only a framework's own machinery should say to itself. */
const innerHeaders = [
  ...["x-invoke-path", "x-matched-path", "x-middleware-rewrite", "x-original-url", "x-rewrite-url"].flatMap(
    (name) => ["closed", "/_error"].map((value) => [name, value] as const),
  ),
  ...["404", "500"].map((value) => ["x-invoke-status", value] as const),
  ["x-invoke-error", '{"message":"x"}'],
  ["x-now-route-matches", "1=x"],
  ["x-middleware-prefetch", "1"],
  ["x-nextjs-data", "1"],
  ["rsc", "1"],
  ["next-router-prefetch", "1"],
  ["x-prerender-revalidate", "1"],
  ["x-middleware-override-headers", "x-nonce"],
  ["x-middleware-request-x-nonce", "heron'"],
  ["x-middleware-set-cookie", "heron=1"],
  ["x-action-rewrite", "/"],
  ["x-nonce", "heron'"],
  ["content-security-policy", "heron"],
  ["accept-encoding", "heron"],
  ["x-http-method-override", "DELETE"],
] as const;

const titleIn = ({ text }: Answer) => /<title[^>]*>([^<]*)/.exec(text)?.[1];
const mayBeShared = ({ headers }: Answer) => /public|s-maxage/.test(headers["cache-control"] ?? "");
const varies = ({ headers }: Answer, name: string) => (headers.vary ?? "").toLowerCase().includes(name);

const poisoned: Probe = {
  name: "no header makes a cache keep another page for the next reader (CVE-2024-46982, CVE-2025-49005)",
  async tries({ site, open, closed }) {
    const plain = await ask(site, open);
    const found: string[] = [];
    for (const [name, word] of innerHeaders) {
      const value = word === "closed" ? closed : word;
      const answer = await ask(site, open, { headers: { [name]: value } });
      const said = `${name}: ${value}`;
      if (answer.status >= 500) found.push(`${open} breaks: ${said}`);
      if (answer.text.includes("heron'") || JSON.stringify(answer.headers).includes("heron"))
        found.push(`${said} is written back`);
      if (answer.status === 200 && titleIn(answer) !== titleIn(plain) && !varies(answer, name))
        found.push(`${said} gives another page under the same address, and Vary does not say so`);
      if (mayBeShared(answer) && !mayBeShared(plain)) found.push(`${said} makes it be kept for others`);
    }
    return found;
  },
};

const hosts: Probe = {
  name: "no host a visitor makes up is written into an answer",
  async tries({ site, open, closed }) {
    const found: string[] = [];
    for (const path of ["/", open, `${open}/`, closed, "/nowhere", "/robots.txt", "/sitemap.xml"])
      for (const name of ["host", "x-forwarded-host", "x-forwarded-server", "forwarded", "x-host"]) {
        const value = name === "forwarded" ? "host=heron.example" : "heron.example";
        const answer = await ask(site, path, { headers: { [name]: value } });
        if (JSON.stringify(answer.headers).includes("heron.") || answer.text.includes("heron."))
          found.push(`${path} repeats ${name}`);
      }
    return found;
  },
};

const led: Probe = {
  name: "nothing leads the server to ask elsewhere (image optimiser, CVE-2024-34351, CVE-2025-57822, upgrades)",
  tries: ({ site, open, closed }) =>
    withCanary(async (canary, asked) => {
      const { host } = new URL(canary);
      const image = `/_next/image?w=64&q=75&url=${encodeURIComponent(canary)}`;
      const upgrade = {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-key": "aGVyb25oZXJvbmhlcm9u",
      };
      const tries: readonly [string, Parameters<typeof ask>[2]?][] = [
        [image],
        [image.replace("http%3A", "")],
        [`/_next/image?w=64&q=75&url=${encodeURIComponent(`//${host}/a.png`)}`],
        ...[open, closed].flatMap((path): [string, Parameters<typeof ask>[2]][] => [
          [path, { headers: { location: canary } }],
          [path, { headers: { "x-middleware-rewrite": canary, "x-nextjs-rewrite": canary } }],
          [path, { headers: { host, "x-forwarded-host": host }, method: "POST" }],
          [
            path,
            { method: "POST", body: "[]", headers: { host, origin: canary, "next-action": "0".repeat(42) } },
          ],
        ]),
        [`${canary}/`, {}],
        [`${canary}/`, { headers: upgrade }],
        [`http:${canary.slice(5)}`, { headers: { ...upgrade, host } }],
      ];
      const found: string[] = [];
      for (const [path, asking] of tries) {
        const before = asked();
        await ask(site, path, asking);
        if (asked() > before) found.push(`${path} ${named(asking?.headers ?? {})} asks elsewhere`);
      }
      return found;
    }),
};

/** A form that asks for a property of nothing: where that breaks, the reader of such forms can be led astray. */
const flightForm = ["1", "0"]
  .map(
    (name) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${name === "1" ? "{}" : '["$1:a:a"]'}\r\n`,
  )
  .join("");

const forms: Probe = {
  name: "a forged form is not read into the server's insides (CVE-2025-55182)",
  async tries({ site, open }) {
    const headers = { "next-action": "x", "content-type": "multipart/form-data; boundary=x", origin: site };
    const answer = await ask(site, open, { method: "POST", headers, body: `${flightForm}--x--\r\n` });
    return answer.status >= 500 && answer.text.includes('E{"digest"')
      ? ["a forged form breaks it inside"]
      : [];
  },
};

const smuggled = (path: string, host: string) =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Heron: 1\r\n\r\n`;
const ambiguous: Readonly<Record<string, readonly string[]>> = {
  "both lengths": ["Content-Length: 4", "Transfer-Encoding: chunked"],
  "two lengths": ["Content-Length: 0", "Content-Length: 4"],
  "a coding that is none": ["Transfer-Encoding: xchunked", "Content-Length: 0"],
  "a blank before the colon": ["Transfer-Encoding : chunked", "Content-Length: 0"],
  "two codings": ["Transfer-Encoding: identity, chunked, identity"],
  "a length with a sign": ["Content-Length: +4"],
  "a folded line": ["Transfer-Encoding:", " chunked"],
  "a bare line feed": ["X: 1\nTransfer-Encoding: chunked"],
};

const smuggling: Probe = {
  name: "a request that can be read in two ways is read in none",
  async tries({ site, open, closed }) {
    const { host } = new URL(site);
    const found: string[] = [];
    for (const [what, lines] of Object.entries(ambiguous)) {
      const head = [`POST ${open} HTTP/1.1`, `Host: ${host}`, ...lines].join("\r\n");
      const said = await askInBytes(site, `${head}\r\n\r\n0\r\n\r\n${smuggled(closed, host)}`);
      const answers = said.match(/^HTTP\/1\.1 \d{3}/gm) ?? [];
      if (answers.length > 1) found.push(`${what}: ${answers.length} answers to one request`);
    }
    return found;
  },
};

const insides: Probe = {
  name: "nothing of the server's own files, and no echo",
  async tries({ site }) {
    const found: string[] = [];
    const up = ["/", "/_next/", "/_next/static/", "/_next/static/chunks/"].flatMap((start) =>
      ["../", "..%2f", "%2e%2e/", "..\\", "..%5c"].map((step) => start + step.repeat(3)),
    );
    const files = [".git/HEAD", ".env", "package.json", ".next/BUILD_ID", "proxy.ts", "etc/passwd"];
    for (const path of ["/", ...up].flatMap((start) => files.map((file) => start + file))) {
      const { status, text } = await ask(site, path);
      if (/^ref: |"dependencies"|root:x:|^import /.test(text) || (status === 200 && /BUILD_ID/.test(path)))
        found.push(`${path} is given away`);
      if (status >= 500) found.push(`${path} breaks`);
    }
    for (const method of ["TRACE", "TRACK"]) {
      const bytes = `${method} / HTTP/1.1\r\nHost: x\r\nX-Heron: heron\r\nConnection: close\r\n\r\n`;
      const said = await askInBytes(site, bytes);
      if (/heron/.test(said)) found.push(`${method} echoes`);
      if (/^HTTP\/1\.1 5/.test(said)) found.push(`${method} breaks it`);
    }
    return found;
  },
};

const undecodable: Probe = {
  name: "an address that is no text is answered like any other that leads nowhere",
  async tries({ site, open }) {
    const found: string[] = [];
    for (const word of ["%ff", "%E0%A4%A", "%", "%zz", "%00", "%c0%ae"])
      for (const path of [`/${word}`, `${open}/${word}`, `/api/v1/metrics/${word}.svg`, `/embed/${word}`])
        if ((await ask(site, path)).status >= 500) found.push(`${path} breaks`);
    return found;
  },
};

export const probes: readonly Probe[] = [
  closedPages,
  poisoned,
  hosts,
  led,
  forms,
  smuggling,
  insides,
  undecodable,
];
