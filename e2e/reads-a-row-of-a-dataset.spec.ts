import { type Browser, expect, type Page, test } from "@playwright/test";
import { deskSites, type Site, signIn } from "./support/accounts";
import { expectNoFaults } from "./support/axe";
import { aDataset, aHeldDraft, type PlantedDataset } from "./support/datasets";

test.use({ locale: "en-GB" });
test.setTimeout(120_000); // datasets and people are made

const mark = () => `m${Date.now().toString(36)}${Math.floor(Math.random() * 1e6).toString(36)}`;
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

/** Reads the receipt of a row: what it is, its number, its other cells, and where it comes from. */
async function readsTheRow(page: Page, title: string): Promise<void> {
  const receipt = page.locator("#receipt");
  const row = receipt.locator("figure.dataset-row");
  await expect(row.locator("figcaption")).toContainText(`Row 2 of the dataset ${title}`);
  await expect(row.getByRole("link", { name: "storks.example" })).toHaveAttribute(
    "href",
    "https://storks.example/table.csv",
  );
  await expect(row.locator("mark"), "one number is marked, under the name of its column").toHaveText(["700"]);
  const first = row.locator("dl > div").first();
  await expect(first.locator("dt")).toHaveText("km2 held");
  await expect(first.locator("dd")).toHaveText("700");
  await expect(row).not.toContainText("remark"); // empty there
  await expect(receipt.locator("blockquote"), "nobody is quoted").toHaveCount(0);
  await expect(row.locator("dl").first()).not.toContainText("extra 40");
  await row.getByText(/^The other \d+ columns$/).click();
  await expect(row.getByText("extra 42", { exact: true })).toBeVisible();
  await expect(row.locator("[lang]"), "only the title has a language").toHaveCount(1);
}

for (const [index, site] of deskSites.entries()) {
  test.describe(index === 0 ? "on the embedded database" : "on PostgreSQL", () => {
    test.describe.configure({ mode: "default" }); // one turns the setting that another relies on

    test("a receipt shows the row of the dataset, not a quotation", async ({ page }) => {
      const name = mark();
      const { figures } = await aDataset(site, name);
      await page.goto(`${site.url}/en/figures/${figures[0]}`);
      await readsTheRow(page, `Territory day by day ${name}`);
      await expect(page.locator(".citation")).toContainText("row 2: km2 held: 700; day: 2025-04-01");
      await expectNoFaults(page);
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await fits(page)).toBe(true);
    });

    test("and so it does without JavaScript, with the rows of the dataset a link away", async ({
      browser,
    }) => {
      const name = mark();
      const { dataset, figures } = await aDataset(site, name);
      await without(browser, site, async (page) => {
        await page.goto(`/en/figures/${figures[0]}`);
        await readsTheRow(page, `Territory day by day ${name}`);
        await page.locator("#receipt figcaption").getByRole("link", { name: "Row 2" }).click();
        await expect(page).toHaveURL(new RegExp(`/en/sources/${dataset}\\?version=1&row=2$`));
        await readsTheDataset(page, { dataset, figures }, name);
      });
    });

    test("a search finds the row by words of its cells, and marks them there", async ({ browser }) => {
      const name = mark();
      const { figures } = await aDataset(site, name);
      await without(browser, site, async (page) => {
        await page.goto("/en/search?q=twice+701");
        const hit = page.locator(".search-hits > li", { hasText: `Territory day by day ${name}` });
        await expect(hit.locator("dd b")).toHaveText(["701", "twice"]);
        await expect(hit.locator("blockquote, mark"), "no quotation").toHaveCount(0);
        expect(await fits(page)).toBe(true);
        await hit.locator(".taken a").click();
        await expect(page).toHaveURL(new RegExp(figures[1]));
        await expect(page.locator("#receipt figcaption").first()).toContainText("Row 3 of the dataset");
      });
    });

    test("an editor gives a held draft its sentence, and it goes on its way", async ({ page }) => {
      const name = mark();
      const person = await signIn(page, "editor", { site });
      const planted = await aHeldDraft(site, name, person);
      await page.goto(`${site.url}/admin`);
      await expect(page.getByText(/needs? (its|their) sentence/).first()).toBeVisible();
      await expect(page.getByRole("button", { name: "Publish dataset rows" }), "an admin's").toHaveCount(0);
      await page.goto(`${site.url}/admin/figures/${planted.draft}`);
      await expect(page.locator("figure.dataset-row mark").first()).toHaveText("702");
      await expect(page.getByText(/^Needs its sentence: it stands in row 4/)).toBeVisible();
      await page.getByRole("button", { name: "Save and submit for review" }).click();
      await expect(page.locator(".said[role=alert]")).toContainText("Needs its sentence");
      await expectNoFaults(page);

      await page.getByLabel("Desk address or short name of the article").fill(planted.article);
      await page.getByLabel("The sentence, word for word").fill("Kiev ne tient rien.");
      await page.getByLabel("The number in it, as printed").fill("702");
      await page.getByRole("button", { name: "Save the draft" }).click();
      await expect(page.getByText("No recorded article of that name holds this sentence")).toBeVisible();

      await page.getByLabel("Desk address or short name of the article").fill(planted.article);
      await page.getByLabel("The sentence, word for word").fill(planted.sentence);
      await page.getByLabel("The number in it, as printed").fill("702");
      await page.getByRole("button", { name: "Save and submit for review" }).click();
      await expect(page).toHaveURL(/said=submitted/);
      await expect(page.locator("main blockquote").first()).toHaveText(planted.sentence);
      await expect(page.locator("figure.dataset-row").first(), "the row is kept after it").toBeVisible();
    });

    test("an admin turns the publishing of rows on and off, and the method says so", async ({ page }) => {
      await signIn(page, "admin", { site });
      await page.goto(`${site.url}/admin`);
      await page.getByRole("button", { name: "Publish dataset rows" }).click();
      await expect(page.getByRole("button", { name: "Hold dataset rows back" })).toBeVisible();
      await expectNoFaults(page);
      await page.goto(`${site.url}/en/method`);
      await expect(page.getByRole("heading", { name: "Rows of datasets" })).toBeVisible();
      await page.goto(`${site.url}/admin`);
      await page.getByRole("button", { name: "Hold dataset rows back" }).click();
      await expect(page.getByRole("button", { name: "Publish dataset rows" })).toBeVisible();
      await page.goto(`${site.url}/en/method`);
      await expect(page.getByRole("heading", { name: "Rows of datasets" })).toHaveCount(0);
    });
  });
}

async function readsTheDataset(
  page: Page,
  { dataset, figures }: PlantedDataset,
  name: string,
): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Territory day by day ${name}`);
  await expect(page.locator("dl.facts")).toContainText("A table: each figure stands in one of its rows.");
  await expect(page.locator("dl.facts")).toContainText("2 rows");
  await expect(page.locator("dl.facts")).toContainText("storks.csv");
  const second = page.locator("section.dataset-row").nth(1);
  await expect(second.getByRole("heading")).toHaveText("Row 3");
  await second.locator("mark").click();
  await expect(page).toHaveURL(new RegExp(`/en/figures/${figures[1]}$`));
  await page.goto(`/en/sources/${dataset}?version=1&row=3`);
  await expect(page.locator("section.dataset-row")).toHaveCount(1);
  await page.getByRole("link", { name: "First page" }).click();
  await expect(page.locator("section.dataset-row")).toHaveCount(2);
}

async function without(browser: Browser, site: Site, read: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: site.url, locale: "en-GB" });
  await read(await context.newPage());
  await context.close();
}
