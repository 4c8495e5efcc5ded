import { expect, type Page, test } from "@playwright/test";

/** What the page asks of a browser that may write to files, kept where the test can look. */
type Kept = { name: string; pieces: number[]; closed: boolean; aborted: boolean };

/** Lets the page write to a "file" that the test can read, as a reader who has chosen one would. */
const letWrite = (page: Page) =>
  page.addInitScript(() => {
    const kept: Kept = { name: "", pieces: [], closed: false, aborted: false };
    Object.assign(window, {
      kept,
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => {
        kept.name = suggestedName;
        return {
          createWritable: async () => ({
            write: async (piece: Uint8Array) => void kept.pieces.push(...piece),
            close: async () => {
              kept.closed = true;
            },
            abort: async () => {
              kept.aborted = true;
            },
          }),
        };
      },
    });
  });
const keptOn = (page: Page) => page.evaluate(() => (window as unknown as { kept: Kept }).kept);

/** The table of the tests is small: its links are told that it is large. */
async function openLarge(page: Page, path: string) {
  await page.goto(path);
  const links = page.locator(".downloads a[data-rows]");
  await links.evaluateAll((all) => {
    for (const link of all) (link as HTMLElement).dataset.rows = "1000000";
  });
  await expect(page.locator("html")).toHaveAttribute("data-downloads", "ready");
  return page.getByRole("navigation", { name: "Take this away" });
}

test("a large table is written to the file that was chosen, and the page says how much", async ({
  page,
  request,
}) => {
  await letWrite(page);
  const downloads = await openLarge(page, "/en/figures");
  await downloads.getByRole("link", { name: "CSV", exact: true }).click();
  await expect(downloads.getByText(/^Saved: 14 rows, [\d.]+ MB\.$/)).toBeVisible();
  const kept = await keptOn(page);
  expect(kept).toMatchObject({ name: "figures.csv", closed: true, aborted: false });
  const whole = await (await request.get("/api/v1/figures.csv?lang=en&sort=-period")).body();
  const plain = await (await request.get("/api/v1/figures.csv?lang=en")).body();
  expect([whole.length, plain.length]).toContain(kept.pieces.length);
});

test("a large table can be broken off, and nothing is kept of it", async ({ page }) => {
  await letWrite(page);
  const downloads = await openLarge(page, "/en/figures");
  await page.route("**/api/v1/figures.ndjson*", () => {}); // never answered
  await downloads.getByRole("link", { name: "NDJSON" }).click();
  await downloads.getByRole("button", { name: "Cancel" }).click();
  await expect(downloads.getByText("Broken off. Nothing was kept.")).toBeVisible();
  expect((await keptOn(page)).closed).toBe(false);
});

test("when too many download at once, the page says when to try again", async ({ page }) => {
  await letWrite(page);
  const downloads = await openLarge(page, "/en/figures");
  await page.route("**/api/v1/figures.parquet*", (route) =>
    route.fulfill({ status: 503, headers: { "Retry-After": "10" }, body: "{}" }),
  );
  await downloads.getByRole("link", { name: "Parquet" }).click();
  await expect(downloads.getByText("Too many downloads at once. Try again in 10 seconds.")).toBeVisible();
});

test("where a page may not write to files, the browser downloads by itself", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
  const downloads = await openLarge(page, "/en/figures");
  const begun = page.waitForEvent("download");
  await downloads.getByRole("link", { name: "CSV", exact: true }).click();
  expect((await begun).suggestedFilename()).toMatch(/-figures-r1\.csv$/);
  await expect(downloads.getByText("Your browser is fetching 14 rows.")).toBeVisible();
});

test("a citation is chosen, read and copied on the page", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/en/metrics/territory-held");
  await expect(page.locator("html")).toHaveAttribute("data-downloads", "ready");
  const downloads = page.getByRole("navigation", { name: "Take this away" });
  for (const [style, begins] of [
    ["APA", /^The fighting .*\[Chart\]/],
    ["BibTeX", /^@misc\{/],
    ["RIS", /^TY {2}- DATA/],
    ["CSL-JSON", /^\[\s*\{/],
  ] as const) {
    await downloads.getByRole("link", { name: style }).click();
    await expect(downloads.locator("pre")).toHaveText(begins);
    await expect(downloads.locator("pre")).toContainText("as_of=1");
    await downloads.getByRole("button", { name: "Copy" }).click();
    await expect(downloads.getByText("Copied")).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.replace(/\r/g, "")).toBe(
      (await downloads.locator("pre").textContent())?.replace(/\r/g, ""),
    );
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const [path, rows, address] of [
    ["/fr", "14 lignes", "/api/v1/figures.csv?lang=fr"],
    ["/fr/figures?claimant=ukraine", null, "/api/v1/figures.csv?claimant=ukraine&lang=fr"],
    ["/fr/metrics/territory-held", "3 lignes", "/api/v1/figures.csv?metric=territory-held&lang=fr"],
    ["/fr/sources", "5 lignes", "/api/v1/sources.csv"],
    [
      "/fr/sources/zone-de-securite-500-km2",
      null,
      "/api/v1/figures.csv?source=zone-de-securite-500-km2&lang=fr",
    ],
  ] as const)
    test(`${path} says how many rows there are and gives as many, in every format`, async ({
      page,
      request,
    }) => {
      await page.goto(path);
      const downloads = page.getByRole("navigation", { name: "Emporter" });
      if (rows !== null) await expect(downloads).toContainText(rows);
      const [, count] = /\((\d+) lignes?\)/.exec(await downloads.innerText()) ?? [];
      const csv = downloads.getByRole("link", { name: "CSV", exact: true });
      expect(await csv.getAttribute("href")).toBe(address);
      const links = downloads.locator("a[data-rows]");
      expect(await links.count()).toBeGreaterThanOrEqual(7);
      for (const link of await links.all()) {
        const answer = await request.get((await link.getAttribute("href")) ?? "");
        expect.soft(answer.status(), answer.url()).toBe(200);
        expect.soft(answer.headers()["x-row-count"], answer.url()).toBe(count);
      }
      const excel = downloads.getByRole("link", { name: "CSV pour l’Excel français" });
      const table = await (await request.get((await excel.getAttribute("href")) ?? "")).body();
      expect([...table.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    });

  test("a figure and each card of the dashboard have theirs", async ({ page, request }) => {
    await page.goto("/en/figures/936vk6e1");
    for (const link of await page.locator(".downloads a").all())
      expect((await request.get((await link.getAttribute("href")) ?? "")).status()).toBe(200);
    await page.goto("/en");
    const cards = page.locator(".card");
    expect(await page.locator(".card-downloads").count()).toBe(await cards.count());
    for (const link of await page.locator(".card").first().locator(".card-downloads a").all())
      expect((await request.get((await link.getAttribute("href")) ?? "")).status()).toBe(200);
  });
});
