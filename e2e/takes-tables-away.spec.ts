import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";

const embedded = process.env.E2E_EMBEDDED!; // the configuration asks for it
const postgres = process.env.E2E_POSTGRES!;
const formats = ["csv", "tsv", "json", "ndjson", "xlsx", "parquet"] as const;

const linesOf = async (request: APIRequestContext, address: string) =>
  (await (await request.get(address)).text()).trim().split("\n");

test("the table in view is the table taken away", async ({ page, request }) => {
  await page.goto("/fr/figures?metric=territory-held");
  const shown = await page.locator(".figure-table tbody tr").count();
  const links = page.getByRole("navigation", { name: "Emporter" });
  const address = await links.getByRole("link", { name: "CSV", exact: true }).getAttribute("href");
  expect(address).toBe("/api/v1/figures.csv?metric=territory-held&lang=fr");
  const answer = await request.get(address!);
  expect(answer.headers()).toMatchObject({
    "x-row-count": String(shown),
    "x-revision": "1",
    "access-control-allow-origin": "*",
  });
  expect(answer.headers()["content-disposition"]).toMatch(
    /^attachment; filename="[a-z0-9-]+-territory-held-r1\.csv"$/,
  );
  const ndjson = await linesOf(request, address!.replace(".csv", ".ndjson"));
  expect(ndjson).toHaveLength(shown);
  for (const line of ndjson) expect(JSON.parse(line)).toMatchObject({ metric: "territory-held" });
});

test("every format is the same, byte for byte, on both engines", async ({ request }) => {
  for (const format of formats) {
    const [one, other] = await Promise.all(
      [embedded, postgres].map(async (site) =>
        (await request.get(`${site}/api/v1/figures.${format}?as_of=1`)).body(),
      ),
    );
    expect(one!.length, format).toBeGreaterThan(100);
    expect(one!.equals(other!), format).toBe(true);
  }
});

test("what a client has already is not sent again, and HEAD says what GET would", async ({ request }) => {
  const first = await request.get("/api/v1/figures.csv");
  const { etag, "last-modified": modified } = first.headers();
  expect((await request.get("/api/v1/figures.csv", { headers: { "If-None-Match": etag! } })).status()).toBe(
    304,
  );
  expect(
    (await request.get("/api/v1/figures.csv", { headers: { "If-Modified-Since": modified! } })).status(),
  ).toBe(304);
  const other = await request.get("/api/v1/figures.csv?lang=fr", { headers: { "If-None-Match": etag! } });
  expect(other.status()).toBe(200);
  const head = await request.head("/api/v1/figures.csv");
  expect(head.headers()).toMatchObject({ etag, "x-row-count": "14" });
  expect((await head.body()).length).toBe(0);
});

test("what is answered from memory is what was made, told to each as it was asked for", async ({
  request,
}) => {
  const path = "/api/v1/figures.json?limit=5&lang=fr";
  const taking = (encoding: string, others = {}) =>
    request.get(path, { headers: { "Accept-Encoding": encoding, ...others } });
  const [made, kept, plain] = [await taking("gzip"), await taking("gzip"), await taking("identity")];
  expect(await kept.text()).toBe(await made.text());
  expect(await plain.text()).toBe(await made.text());
  expect(made.headers()["content-encoding"]).toBe("gzip");
  expect(plain.headers()["content-encoding"]).toBeUndefined();
  const ids = [made, kept, plain].map((answer) => answer.headers()["x-request-id"]);
  expect(new Set(ids).size).toBe(3);
  const tags = [made, kept, plain].map((answer) => answer.headers().etag!);
  expect([tags[0] === tags[1], tags[0] === tags[2]]).toEqual([true, false]);
  for (const etag of tags) expect((await taking("gzip", { "If-None-Match": etag })).status(), etag).toBe(304);
  expect((await taking("br", { "If-None-Match": tags[0]! })).status(), "made anew by the API").toBe(304);
  const head = await request.head(path, { headers: { "Accept-Encoding": "gzip" } });
  expect(head.headers()).toMatchObject({ etag: tags[0]!, link: made.headers().link! });
  expect((await taking("gzip", { Accept: "text/csv" })).status()).toBe(406);
  expect((await request.get(`${path}&storks=1`)).status()).toBe(400);
  expect((await taking("gzip", { Authorization: "Bearer vb_none" })).status(), "nobody's alone").toBe(200);
});

test("a request that cannot be understood is refused by the name of what is wrong", async ({ request }) => {
  for (const [address, name] of [
    ["figures.csv?metrc=x", "metrc"],
    ["figures.json?limit=0", "limit"],
    ["figures.csv?as_of=99", "as_of"],
    ["metrics.json?q=x", "q"],
    ["metrics/territory-held.svg?width=7", "width"],
  ] as const) {
    const answer = await request.get(`/api/v1/${address}`);
    expect(answer.status(), address).toBe(400);
    expect(answer.headers()["content-type"], address).toBe("application/problem+json");
    expect((await answer.json()).invalid, address).toMatchObject([{ name }]);
  }
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const answer = await request.fetch("/api/v1/figures.csv", { method });
    expect(answer.status(), method).toBe(405);
    expect(answer.headers().allow, method).toBe("GET, HEAD, OPTIONS");
    expect(await answer.json(), method).toMatchObject({ status: 405, title: "Method Not Allowed" });
  }
  const unwanted = await request.get("/api/v1/figures.csv", { headers: { Accept: "image/png" } });
  expect(unwanted.status()).toBe(406);
  expect(unwanted.headers()["content-type"]).toBe("application/problem+json");
  for (const nothing of ["figures.doc", "figures/zzzzzzzz.json", "metrics/nothing.svg", "citations/nothing"])
    expect((await request.get(`/api/v1/${nothing}`)).status(), nothing).toBe(404);
});

test("any page may read, and none may write", async ({ request }) => {
  for (const address of [
    "figures.csv",
    "sources.parquet",
    "metrics/territory-held.svg",
    "citations/collection",
  ]) {
    const asked = await request.fetch(`/api/v1/${address}`, {
      method: "OPTIONS",
      headers: { Origin: "https://elsewhere.example", "Access-Control-Request-Method": "GET" },
    });
    expect(asked.status(), address).toBe(204);
    expect(asked.headers(), address).toMatchObject({
      allow: "GET, HEAD, OPTIONS",
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
    });
    const head = await request.head(`/api/v1/${address}`);
    const got = await request.get(`/api/v1/${address}`);
    for (const name of ["content-type", "etag", "x-revision", "x-row-count", "content-disposition"])
      expect(head.headers()[name], `${name} of ${address}`).toBe(got.headers()[name]);
  }
});

test("lists are the same in every format, and those of a figure's source are its figures", async ({
  request,
}) => {
  for (const list of ["metrics", "agents", "sources"]) {
    const rows = (await (await request.get(`/api/v1/${list}.json`)).json())[list];
    const lines = await linesOf(request, `/api/v1/${list}.ndjson`);
    expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
    for (const format of ["csv", "tsv", "xlsx", "parquet"]) {
      const answer = await request.get(`/api/v1/${list}.${format}`);
      expect(answer.headers()["x-row-count"], `${list}.${format}`).toBe(String(rows.length));
    }
  }
  const all = (await (await request.get("/api/v1/figures.json")).json()).figures;
  const [{ source_id: source }] = all;
  const some = (await (await request.get(`/api/v1/figures.json?source=${source}`)).json()).figures;
  const ids = some.map((figure: { figure_id: string }) => figure.figure_id);
  for (const figure of all) if (figure.source_id === source) expect(ids).toContain(figure.figure_id);
  expect(ids.length).toBeLessThan(all.length);
});

test("pages by cursor are the whole", async ({ request }) => {
  const ids: string[] = [];
  for (let next: string | null = "/api/v1/figures.json?limit=5&sort=-value"; next !== null; ) {
    const answer: APIResponse = await request.get(next);
    ids.push(...(await answer.json()).figures.map((figure: { figure_id: string }) => figure.figure_id));
    next = /<([^>]+)>; rel="next"/.exec(answer.headers().link ?? "")?.[1] ?? null;
  }
  const whole = await (await request.get("/api/v1/figures.json?sort=-value")).json();
  expect(ids).toEqual(whole.figures.map((figure: { figure_id: string }) => figure.figure_id));
  expect(ids).toHaveLength(14);
});

test("a compressed answer is the same table", async ({ request }) => {
  const plain = await (
    await request.get("/api/v1/figures.csv", { headers: { "Accept-Encoding": "identity" } })
  ).text();
  for (const encoding of ["gzip", "br"]) {
    const packed = await request.get("/api/v1/figures.csv", { headers: { "Accept-Encoding": encoding } });
    expect(packed.headers()["content-encoding"]).toBe(encoding);
    expect(await packed.text()).toBe(plain);
  }
});

test("a picture names the address whose page draws the same, in lines that it holds", async ({
  page,
  request,
}) => {
  const look = "known_on=2025-03-01&as_of=1&ghosts=1&events=0&hide=claimant%3Arussia";
  const svg = await (
    await request.get(`/api/v1/metrics/territory-held.svg?${look}&lang=fr&width=340`)
  ).text();
  const said = [...svg.matchAll(/<text x="16"[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words).join("");
  expect(said.replaceAll("&amp;", "&")).toContain(`/fr/metrics/territory-held?${look}`);
  await page.setContent(svg);
  const wide = await page.$$eval("svg > text", (lines) =>
    lines.filter((line) => line.getBoundingClientRect().right > 8 + 372).map((line) => line.textContent),
  );
  expect(wide, "a margin of 8 around 340 and twice 16").toEqual([]);
});

test("a chart travels with its sources, and nothing in it can run", async ({ request }) => {
  const svg = await (await request.get("/api/v1/metrics/territory-held.svg?lang=fr")).text();
  expect(svg).toMatch(/>\[1\] \S/);
  expect(svg).not.toContain("<script");
  const png = await request.get("/api/v1/metrics/territory-held.png");
  expect((await png.body()).subarray(1, 4).toString()).toBe("PNG");
  expect(png.headers()["content-security-policy"]).toContain("sandbox");
});

test("no full text leaves the site", async ({ request }) => {
  const { sources } = await (await request.get("/api/v1/sources.json")).json();
  expect(sources.length).toBeGreaterThan(0);
  for (const source of sources) expect(Object.keys(source)).not.toContain("text");
});
