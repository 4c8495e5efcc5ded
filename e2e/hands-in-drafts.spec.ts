import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { embedded, signIn } from "./support/accounts";
import { rowsHolding } from "./support/ask-site";

test.use({ locale: "en-GB" });
test.setTimeout(120_000); // people are made, and tables are read, in processes of their own

const address = `${embedded.url}/api/v1/drafts`;

/** A token that somebody makes on the page of their account. */
async function aToken(page: Page, name = "nightly script"): Promise<string> {
  await page.goto("/admin/account");
  await page.getByLabel("What it is for").fill(name);
  await page.getByRole("button", { name: "Make a token" }).click();
  return page.getByRole("textbox", { name: "Token" }).inputValue();
}

let made = 0;
/** Rows of a dataset of its own, of what the collection measures. */
async function rowsToSend(request: APIRequestContext) {
  const [figure] = (await (await request.get("/api/v1/figures.json?limit=1&claimant=ukraine")).json())
    .figures;
  const row = { metric: figure.metric, claimant: "ukraine", value: "501", period_start: "2025-01-31" };
  const slug = `script-${Date.now()}-${process.pid}-${++made}`;
  const facts = { title: `Rows of ${slug}`, publisher: "ukraine", url: null, lang: "en", published: null };
  return { dataset: { slug, ...facts }, rows: [row, { ...row, value: "502", period_start: "2025-02-01" }] };
}

const withToken = (token: string, more = {}) => ({ Authorization: `Bearer ${token}`, ...more });

test("an editor's script hands in rows as drafts, which no reader sees, and the same again is the same", async ({
  page,
  request,
}) => {
  await signIn(page, "editor");
  const token = await aToken(page);
  const data = await rowsToSend(request);
  const before = await (await request.get("/api/v1/figures.json")).json();

  const dry = await request.post(`${address}?dry_run=1`, { headers: withToken(token), data });
  expect(dry.status(), await dry.text()).toBe(200);
  expect(await dry.json()).toMatchObject({
    import: null,
    dry_run: true,
    counts: { rows: 2, new: 2, refused: 0 },
    sums: { value: "1003" },
  });
  expect((await rowsHolding([data.dataset.slug])).rows[data.dataset.slug]).toEqual([]);

  const headers = withToken(token, { "Idempotency-Key": data.dataset.slug });
  const first = await request.post(address, { headers, data });
  expect(first.status(), await first.text()).toBe(201);
  const answer = await first.json();
  expect(answer).toMatchObject({ counts: { new: 2, refused: 0, needs_anchor: 2 }, refused: [] });
  expect(first.headers()).not.toHaveProperty("access-control-allow-origin");
  const again = await request.post(address, { headers, data });
  expect([again.status(), await again.json()]).toEqual([201, answer]);
  const plain = await (await request.post(address, { headers: withToken(token), data })).json();
  expect(plain).toMatchObject({ import: null, counts: { new: 0, changed: 0, unchanged: 2 } });
  const other = await request.post(address, { headers, data: { ...data, rows: data.rows.slice(0, 1) } });
  expect(other.status()).toBe(409);

  expect(await (await request.get("/api/v1/figures.json")).json(), "readers see what they saw").toEqual(
    before,
  );
  const desk = await page.goto(answer.page);
  expect(desk?.status()).toBe(200);
  await expect(page.locator("main")).toContainText(data.dataset.slug);
  await page.goto("/admin/account");
  await expect(page.getByText(/nightly script.*last used/s)).toBeVisible();
});

test("a file with its map is taken in too, and rows that cannot be are told by cell", async ({
  page,
  request,
}) => {
  await signIn(page, "editor");
  const token = await aToken(page);
  const { dataset, rows } = await rowsToSend(request);
  const csv = `what;value;day\n${rows[0]!.metric};1.500,5;31/01/2025\nstorks on the moon;7;01/02/2025\n`;
  const fields = { metric: "what", value: "value", period_start: { column: "day", order: "DMY" } };
  const map = { dataset, fields: { ...fields, claimant: { is: "ukraine" } } };
  const multipart = {
    file: { name: "storks.csv", mimeType: "text/csv", buffer: Buffer.from(csv) },
    map: JSON.stringify(map),
  };
  const all = await request.post(`${address}?only=all`, { headers: withToken(token), multipart });
  expect(all.status(), await all.text()).toBe(422);
  expect((await all.json()).refused).toMatchObject([{ row: 3, column: "what", rule: "unknown_name" }]);
  const valid = await request.post(address, { headers: withToken(token), multipart });
  expect(valid.status(), await valid.text()).toBe(201);
  expect(await valid.json()).toMatchObject({
    counts: { new: 1, refused: 1 },
    refused: [
      { row: 3, column: "what", cell: "storks on the moon", reason: "No entry of the lists has this name." },
    ],
    sums: { value: "1500.5" },
  });
});

test("who has no good token is refused in plain words, whatever cookie they bring", async ({
  page,
  request,
}) => {
  const { cookie } = await signIn(page, "admin");
  const data = await rowsToSend(request);
  for (const [headers, said] of [
    [{}, /needs a token/],
    [{ cookie, origin: embedded.url }, /needs a token/],
    [{ Authorization: "Basic YTpi" }, /opens nothing/],
    [withToken("vb_000000000000000000000000000000000000000"), /opens nothing/],
  ] as const) {
    const answer = await request.post(address, { headers, data });
    expect(answer.status()).toBe(401);
    expect(answer.headers()["www-authenticate"]).toMatch(/^Bearer realm="verbatim"/);
    expect((await answer.json()).detail).toMatch(said);
  }
  const token = await aToken(page, "soon gone");
  const headers = withToken(token);
  for (const [sent, status] of [
    [{ data: Buffer.from("{"), headers: { ...headers, "Content-Type": "application/json" } }, 400],
    [{ data: { rows: [] }, headers }, 422],
    [{ data: { ...data, rows: [{ ...data.rows[0], colour: "white" }] }, headers }, 422],
    [{ data: Buffer.from("a,b\n"), headers: { ...headers, "Content-Type": "text/csv" } }, 415],
    [
      { data: Buffer.alloc(8_100_000, " "), headers: { ...headers, "Content-Type": "application/json" } },
      413,
    ],
    [{ data, headers: { ...headers, "Idempotency-Key": "with space" } }, 400],
  ] as const) {
    const answer = await request.post(address, sent);
    expect(answer.status(), `${status}: ${await answer.text()}`).toBe(status);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
  }
  expect((await request.post(`${address}?dry=1`, { headers, data })).status()).toBe(400);
  expect((await request.get(address)).status()).toBe(405);
  const asked = await request.fetch(address, {
    method: "OPTIONS",
    headers: { Origin: "https://elsewhere.example" },
  });
  expect(asked.headers().allow).toBe("POST, OPTIONS");
  expect(asked.headers()).not.toHaveProperty("access-control-allow-origin");

  await page.goto("/admin/account");
  await page.getByRole("button", { name: "Revoke soon gone" }).click();
  await expect(page.getByText("soon gone")).toHaveCount(0);
  expect((await request.post(address, { headers, data })).status()).toBe(401);
  expect((await rowsHolding([data.dataset.slug])).rows[data.dataset.slug]).toEqual([]);
});

test("what the page about the API says to send is taken", async ({ page, request }) => {
  await signIn(page, "editor");
  const token = await aToken(page);
  await page.goto("/en/api#write");
  const line = (await page.locator("pre[data-sends]").textContent()) ?? "";
  const [, url = "", body = ""] = /^curl '([^']+)'.* -d '(.*)'$/s.exec(line) ?? [];
  const answer = await request.post(url, { headers: withToken(token), data: JSON.parse(body) });
  expect(answer.status(), await answer.text()).toBe(200);
  expect(await answer.json()).toMatchObject({ dry_run: true, counts: { new: 1 } });
});
