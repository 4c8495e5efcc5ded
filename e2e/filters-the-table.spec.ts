import { expect, type Page, test } from "@playwright/test";

const rows = (page: Page) => page.locator(".figure-table tbody tr");
const cells = (page: Page, column: string) => rows(page).locator(`.column-${column}`);
const apply = (page: Page) => page.getByRole("button", { name: "Appliquer" }).last();
const asked = (page: Page) => new URL(page.url()).searchParams;

async function openFilters(page: Page, path = "/fr/figures"): Promise<void> {
  await page.goto(path);
  const details = page.locator(".filters details");
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await expect(apply(page)).toBeVisible();
}

/** Shows two columns more, so that a filter can be held against what the rows say. */
const everything =
  "/fr/figures?columns=period,value,claimant,metric,subject,place,sentence,source,reported,modality";

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("the table shows every figure and says how many", async ({ page }) => {
      await page.goto("/fr/figures");
      await expect(rows(page)).toHaveCount(14);
      await expect(page.locator("p[role=status]")).toHaveText("14 chiffres");
    });

    test("words are found in the sentences, and Back undoes the search", async ({ page }) => {
      await page.goto("/fr/figures");
      const box = page.getByRole("searchbox", { name: "Mots de la phrase" });
      await box.fill("drones");
      await box.press("Enter");
      await expect(page).toHaveURL(/[?&]q=drones(&|$)/);
      await expect(rows(page)).toHaveCount(6);
      for (const sentence of await cells(page, "sentence").allTextContents())
        expect(sentence).toMatch(/drones/i);
      await expect(box, "the box remembers").toHaveValue("drones");
      await page.goBack();
      await expect(rows(page)).toHaveCount(14);
      await expect(page).toHaveURL("/fr/figures");
    });

    test("a search minds neither capitals nor their accents; one in vain leads back to all", async ({
      page,
    }) => {
      await page.goto("/fr/figures?q=ÉVOQUÉ+MARDI");
      await expect(rows(page)).toHaveCount(1);
      await page.goto("/fr/figures?q=licorne");
      const empty = page.locator("main p").filter({ hasText: "Aucun chiffre ne répond à ces filtres" });
      await empty.getByRole("link").click();
      await expect(page).toHaveURL("/fr/figures");
      await expect(rows(page)).toHaveCount(14);
    });

    test("choosing from a list keeps the rows that have what was chosen, and Back undoes it", async ({
      page,
    }) => {
      for (const column of ["metric", "claimant", "subject", "place", "modality"]) {
        await openFilters(page, everything);
        const select = page.locator(`select#${column}`);
        const option = select.locator("option:not([value=''])").first();
        const [value, text] = [(await option.getAttribute("value"))!, (await option.textContent())!];
        await select.selectOption(value);
        await apply(page).click();
        await expect(page).toHaveURL(new RegExp(`[?&]${column}=${value}(&|$)`));
        await expect(select, "the box remembers").toHaveValue(value);
        const found = await cells(page, column).allTextContents();
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThan(14);
        for (const cell of found) expect(cell.split(",")[0]).toBe(text);
      }
      await page.goBack();
      await expect(rows(page)).toHaveCount(14);
    });

    test("choosing anyone in the chain keeps what went through them, whoever claims it", async ({ page }) => {
      await openFilters(page);
      await page.locator("select#via").selectOption({ label: "Facebook" });
      await apply(page).click();
      expect(asked(page).get("via")).toBe("facebook");
      await expect(rows(page)).toHaveCount(1);
      await expect(cells(page, "claimant")).toHaveText(/Ukraine/);
    });

    test("choosing a bound keeps the rows hedged so", async ({ page }) => {
      await openFilters(page);
      await page.locator("select#comparator").selectOption("~");
      await apply(page).click();
      expect(asked(page).get("comparator")).toBe("~");
      await expect(rows(page)).toHaveCount(3);
      for (const value of await cells(page, "value").allTextContents()) expect(value).toMatch(/^environ /);
    });

    test("dates keep the rows whose period or report falls between them", async ({ page }) => {
      await openFilters(page, everything);
      await page.locator("input#from").fill("2024-10-01");
      await page.locator("input#to").fill("2024-12-31");
      await apply(page).click();
      expect([asked(page).get("from"), asked(page).get("to")]).toEqual(["2024-10-01", "2024-12-31"]);
      await expect(rows(page)).toHaveCount(2);
      await expect(cells(page, "period").first()).toContainText("10 novembre 2024");
      await expect(cells(page, "period").last()).toContainText("octobre 2024");
      await openFilters(page, everything);
      await page.locator("input#known_on").fill("2025-01-06");
      await apply(page).click();
      await expect(rows(page), "reported by then").toHaveCount(4);
    });

    test("a heading sorts by its column, a second press turns it round, and Back undoes it", async ({
      page,
    }) => {
      await page.goto("/fr/figures");
      const heading = page.locator("th.column-value");
      await heading.getByRole("link").click();
      await expect(heading).toHaveAttribute("aria-sort", "descending");
      await expect(rows(page).first()).toContainText("50\u202f000");
      expect(asked(page).get("sort")).toBe("-value");
      const falling = await idsOf(page);
      await heading.getByRole("link").click();
      await expect(heading).toHaveAttribute("aria-sort", "ascending");
      expect(asked(page).get("sort")).toBe("value");
      expect(await idsOf(page)).toEqual(falling.toReversed());
      await page.goBack();
      await expect(heading).toHaveAttribute("aria-sort", "descending");
      expect(await idsOf(page)).toEqual(falling);
    });

    test("columns are chosen by name; the sentence always stays; other filters keep them", async ({
      page,
    }) => {
      await openFilters(page);
      await page.getByRole("checkbox", { name: "Source" }).uncheck();
      await page.getByRole("checkbox", { name: "Mentions" }).check();
      await apply(page).click();
      const headings = page.locator(".figure-table thead th");
      const chosen = ["Date", "Valeur", "Qui l’affirme", "Mesure", "Phrase", "Mentions"];
      await expect(headings).toHaveText(chosen.map((name) => new RegExp(`^${name}`)));
      await page.locator("th.column-value a").click();
      await expect(headings, "sorting keeps the columns").toHaveText(
        chosen.map((name) => new RegExp(`^${name}`)),
      );
      await expect(rows(page)).toHaveCount(14);
      await page.goto("/fr/figures?columns=value");
      await expect(headings).toHaveText([/^Valeur/, /^Phrase/]);
    });

    test("filters add up, the address says it all, and one link clears them", async ({ page }) => {
      await openFilters(page);
      await page.locator("select#metric").selectOption("territory-held");
      await page.locator("select#claimant").selectOption("ukraine");
      await page.locator("select#sort").selectOption("value");
      await apply(page).click();
      await expect(rows(page)).toHaveCount(2);
      const filters = Object.fromEntries([...asked(page)].filter(([, value]) => value !== ""));
      expect(filters).toMatchObject({ metric: "territory-held", claimant: "ukraine", sort: "value" });
      const ids = await idsOf(page);
      await page.goto(page.url());
      expect(await idsOf(page), "the same address, the same table").toEqual(ids);
      await expect(page.locator(".filters details"), "the filters in use are seen").toHaveAttribute("open");
      await page.locator(".filters").getByRole("link", { name: "Tout effacer" }).click();
      await expect(page).toHaveURL("/fr/figures");
      await expect(rows(page)).toHaveCount(14);
    });

    test("figures nobody is named for can be asked for", async ({ page }) => {
      await openFilters(page);
      await page.locator("select#claimant").selectOption({ label: "Sans attribution" });
      await apply(page).click();
      await page.waitForURL(/claimant=unattributed/);
      const claimants = await cells(page, "claimant").allTextContents();
      expect(claimants.length).toBeGreaterThan(0);
      expect(new Set(claimants)).toEqual(new Set(["Sans attribution"]));
    });

    test("a page that is the only one offers no other", async ({ page }) => {
      await page.goto("/fr/figures");
      await expect(rows(page)).toHaveCount(14);
      await expect(page.locator("a[rel=next], a[rel=prev]")).toHaveCount(0);
      await expect(
        page.getByRole("navigation", { name: "Pages" }),
        "an empty landmark is only in the way",
      ).toHaveCount(0);
    });
  });
}

test("a place further down leads back to the first page", async ({ page }) => {
  await page.goto("/fr/figures");
  const all = await idsOf(page);
  const fifth = all[4]!;
  const key = "2025-02-13";
  const after = Buffer.from(JSON.stringify([key, fifth])).toString("base64url");
  await page.goto(`/fr/figures?after=${after}`);
  await expect(page.locator("a[rel=next]"), "the rest fits").toHaveCount(0);
  const back = page.locator("a[rel=prev]");
  await expect(back).toHaveText(/Page précédente/);
  await back.click();
  await expect(rows(page).first()).toHaveAttribute("data-figure-id", all[0]!);
});

test("every column that sorts does so, both ways, numbers as numbers and dates as dates", async ({
  page,
}) => {
  await page.goto("/fr/figures");
  const links = page.locator(".figure-table th a");
  const columns = await links.evaluateAll((all) => all.map((link) => link.closest("th")!.className));
  expect(columns).toEqual(["column-period", "column-value", "column-claimant", "column-metric"]);
  for (const key of ["period", "reported", "value", "metric", "claimant"]) {
    await page.goto(`/fr/figures?sort=${key}`);
    const rising = await idsOf(page);
    expect(rising).toHaveLength(14);
    await page.goto(`/fr/figures?sort=-${key}`);
    expect(await idsOf(page), key).toEqual(rising.toReversed());
  }
  await page.goto("/fr/figures?sort=value");
  const data = await rows(page).locator("data").all();
  const values = await Promise.all(data.map(async (one) => Number(await one.getAttribute("value"))));
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  await page.goto("/fr/figures?sort=period");
  const days = await cells(page, "period")
    .locator("time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  expect(days.map((day) => day.slice(0, 7))).toEqual(days.map((day) => day.slice(0, 7)).toSorted());
});

const idsOf = (page: Page) =>
  rows(page).evaluateAll((all) => all.map((row) => row.getAttribute("data-figure-id")));
