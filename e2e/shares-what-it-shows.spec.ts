import { expect, type Page, test } from "@playwright/test";

const metric = "/en/metrics/territory-held?claimant=ukraine";
const share = (page: Page) => page.locator("details.share");

async function openShare(page: Page, path: string) {
  await page.goto(path);
  await share(page).locator("summary").click();
}

test.use({ locale: "en-GB" });

test("a reader without script finds a link, live and frozen, and texts to select", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  await openShare(page, metric);
  await expect(share(page)).toContainText("This link is live");
  await expect(page.getByLabel("Link")).toHaveValue(/\/en\/metrics\/territory-held\?claimant=ukraine$/);
  await expect(page.getByLabel("As a sentence")).toHaveValue(
    /^Ukraine: 500.km², according to Ukraine, 13\u00a0Feb 2025\. Source: “/,
  );
  await expect(page.getByLabel("As a citation")).toHaveValue(/claimant=ukraine&as_of=1/);
  await expect(page.getByLabel("To embed in a page")).toHaveValue(
    /^<iframe src="[^"]*\/embed\/territory-held\?claimant=ukraine&amp;lang=en"/,
  );
  await expect(share(page).getByRole("button")).toHaveCount(0);
  await share(page).getByRole("link", { name: "Freeze it as of revision 1" }).click();
  await expect(page).toHaveURL(/claimant=ukraine&as_of=1$/);
  await share(page).locator("summary").click();
  await expect(share(page)).toContainText(
    "This link is frozen: it shows the data as of revision 1 for ever.",
  );
  await expect(page.getByLabel("To embed in a page")).toHaveValue(/as_of=1/);
  await share(page).getByRole("link", { name: "Use the live link" }).click();
  await expect(page).toHaveURL(/territory-held\?claimant=ukraine$/);
  await context.close();
});

test("a reader copies the sentence with whole addresses in it", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openShare(page, "/en/figures/936vk6e1");
  await share(page)
    .locator(".share-field", { hasText: "As a sentence" })
    .getByRole("button", { name: "Copy" })
    .click();
  await expect(share(page).getByText("Copied", { exact: true })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(`${baseURL}/en/figures/936vk6e1`);
  expect(text).toMatch(/500.km²/);
});

test("a point is shared on its chart: marked, with its sentence, in the picture too", async ({
  page,
  request,
}) => {
  await openShare(page, "/en/figures/936vk6e1");
  await share(page).getByRole("link", { name: "This point on its chart" }).click();
  await expect(page).toHaveURL(/\/en\/metrics\/territory-held\?point=936vk6e1$/);
  await expect(page.locator("a[data-figure='936vk6e1'][aria-current='true']:visible")).toHaveCount(1);
  await expect(page.locator(".shared-point")).toContainText("The point shared");
  await expect(page.getByLabel("Part of the address was not used")).toHaveCount(0);
  const picture = (query: string) => request.get(`/api/v1/cards/metrics/territory-held.png?lang=en${query}`);
  const [plain, marked] = await Promise.all([picture(""), picture("&point=936vk6e1")]);
  expect((await plain.body()).equals(await marked.body())).toBe(false);
  await page.goto("/en/metrics/territory-held?point=zzzzzzzz");
  await expect(page.getByText("The point shared is not among the figures shown here.")).toBeVisible();
});

test("the picture and the embed show the chart as it is looked at, and say what is out of sight", async ({
  page,
  request,
}) => {
  await page.goto("/fr/metrics/drones-intercepted?hide=claimant:ukraine&events=0&facets=1");
  const drawn = await page.locator("svg[data-chart]:visible a[data-figure]").count();
  expect(drawn).toBe(1);
  const svg = page.getByRole("navigation", { name: "Emporter" }).getByRole("link", { name: "SVG" });
  const code = await page.locator("#share-embed").inputValue();
  const src = /src="([^"]+)"/.exec(code)![1]!.replaceAll("&amp;", "&");
  for (const address of [(await svg.getAttribute("href"))!, src]) {
    const text = await (await request.get(address)).text();
    expect(text, address).toContain("Sans les affirmations de\u00a0: Ukraine.");
    expect(text, address).toContain("126");
    expect(text, address).not.toContain(">130<");
  }
  const card = page.getByRole("link", { name: "Vignette pour les messageries (PNG)", includeHidden: true });
  expect(await card.getAttribute("href")).toContain("hide=claimant%3Aukraine");
  expect((await request.get((await card.getAttribute("href"))!)).status()).toBe(200);
});

test("a card is 1200 by 630, of the state asked for, and not sent twice", async ({ request }) => {
  for (const address of [
    "/api/v1/cards/collection.png?lang=fr",
    "/api/v1/cards/metrics/territory-held.png?lang=en&known_on=2025-01-31",
    "/api/v1/cards/figures/936vk6e1.png?as_of=1",
  ]) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    const png = await answer.body();
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], address).toEqual([1200, 630]);
    const { etag } = answer.headers();
    expect((await request.get(address, { headers: { "If-None-Match": etag! } })).status()).toBe(304);
  }
  for (const nothing of ["cards/figures/zzzzzzzz.png", "cards/metrics/nothing.png", "cards/other.png"])
    expect((await request.get(`/api/v1/${nothing}`)).status(), nothing).toBe(404);
  const wrong = await request.get("/api/v1/cards/collection.png?point=../x");
  expect(wrong.status()).toBe(400);
});

test("a phone's own sheet is offered where there is one, with the sentence and the link", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "share", {
      value: async (data: ShareData) => {
        document.documentElement.dataset.shared = JSON.stringify(data);
      },
    });
  });
  await openShare(page, "/en/figures/936vk6e1");
  await share(page).getByRole("button", { name: "Share with an app" }).click();
  const shared = JSON.parse((await page.locator("html").getAttribute("data-shared")) ?? "{}");
  expect(shared.url).toMatch(/\/en\/figures\/936vk6e1$/);
  expect(shared.text).toMatch(/500.km².*Source: “/);
});

test("on paper the numbers at the points lead to the sentences", async ({ page }) => {
  await page.goto("/en/metrics/territory-held");
  const quotes = page.locator(".print-quotes");
  await expect(quotes).toBeHidden();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 680, height: 1000 });
  await expect(quotes).toBeVisible();
  await expect(share(page)).toBeHidden();
  const numbers = await page.locator(".chart-numbers text:visible").allTextContents();
  expect(numbers.length).toBeGreaterThan(2);
  const listed = await quotes
    .locator("li")
    .evaluateAll((all) => all.map((item) => [String((item as HTMLLIElement).value), item.textContent ?? ""]));
  const meant = new Map(listed as [string, string][]);
  for (const number of numbers) expect(meant.get(number), number).toMatch(/\d/);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
});

test("the table and the rival claims are given away as they are seen, live and frozen", async ({ page }) => {
  for (const path of [
    "/en/figures?metric=territory-held&sort=value&columns=value,sentence",
    "/en/compare?metric=drones-intercepted&facets=1&a=ukraine",
    "/en/metrics/territory-held?log=1&events=0",
  ]) {
    await openShare(page, path);
    const parameters = (address: string) => [...new URL(address, "http://site").searchParams].sort().join();
    const link = await page.getByLabel("Link", { exact: true }).inputValue();
    expect(parameters(link), path).toBe(parameters(path));
    await share(page).getByRole("link", { name: "Freeze it as of revision 1" }).click();
    await expect(page).toHaveURL(/as_of=1/);
    await expect(page.getByLabel("Part of the address was not used")).toHaveCount(0);
    await share(page).locator("summary").click();
    await expect(page.getByLabel("As a citation")).toHaveValue(/as_of=1/);
    await share(page).getByRole("link", { name: "Use the live link" }).click();
    expect(parameters(page.url()), path).toBe(parameters(path));
    const card = await share(page).locator(".share-links a").first().getAttribute("href");
    expect((await page.request.get(card!)).status(), card!).toBe(200);
  }
});

test("what is given away follows what is explored", async ({ page }) => {
  await openShare(page, "/en/metrics/drones-intercepted?explore=1");
  const [picture, link] = [
    share(page).getByRole("link", { name: "Chart with its sources" }),
    page.getByLabel("Link", { exact: true }),
  ];
  await page.locator(".chart-explore").getByRole("checkbox", { name: "Ukraine" }).first().uncheck();
  await expect(picture).toHaveAttribute("href", /hide=claimant%3Aukraine/);
  await expect(link).toHaveValue(/hide=claimant%3Aukraine/);
  await page.goBack();
  await expect(picture).not.toHaveAttribute("href", /hide=/);
  await expect(link).not.toHaveValue(/hide=/);
});
