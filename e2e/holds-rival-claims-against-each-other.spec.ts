import { expect, type Page, test } from "@playwright/test";
import { deskSites, type Site } from "./support/accounts";
import { expectNoFaultsDayAndNight } from "./support/axe";
import { plantRivals } from "./support/rivals";

const pairs = (page: Page) => page.locator("article.rival");
const compare = (page: Page) => page.getByRole("button", { name: "Compare" });

test.use({ locale: "en-GB" });

test.beforeAll(async () => {
  test.setTimeout(120_000); // claims are published first
  await Promise.all(deskSites.map((site) => plantRivals(site)));
});

for (const site of deskSites) {
  for (const javaScriptEnabled of [false, true]) {
    test.describe(`${site.env.DATABASE_URL ? "postgres" : "embedded"}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
      test.use({ javaScriptEnabled });

      test("a reader finds who contradicts whom, the widest first, and follows one to both sentences", async ({
        page,
      }) => {
        await page.goto(`${site.url}/en`);
        await page.getByRole("link", { name: "Rival claims" }).click();
        await expect(pairs(page).first()).toContainText("Villages held");
        await expect(pairs(page).first().locator(".rival-words")).toContainText("less than a fifth of that");
        const area = pairs(page).filter({ hasText: "at most 150" }).first();
        await expect(area.locator(".rival-gap")).toContainText("At least");
        await expect(area.locator(".rival-gap")).toContainText("going by hearsay");
        await area.getByRole("link", { name: "Both sentences, side by side" }).click();
        await expect(page).toHaveURL(/[?&]metric=territory-held&.*a=.*b=/);
        await expect(pairs(page).first().locator("blockquote")).toHaveCount(2);
        await expect(pairs(page).first().locator("blockquote mark")).toHaveCount(2);
        await expect(page.locator("figure svg[data-chart]:visible .chart-title")).toHaveCount(2);
      });

      test("a reader chooses two claimants and a metric, and Back undoes it", async ({ page }) => {
        await page.goto(`${site.url}/en/compare`);
        const all = await pairs(page).count();
        await page.getByLabel("Metric", { exact: true }).selectOption("villages-held");
        await page.getByLabel("One claimant").selectOption("ukraine");
        await page.getByLabel("The other claimant").selectOption("russian-ministry-of-defence");
        await compare(page).click();
        expect(new URL(page.url()).searchParams.get("a")).toBe("ukraine");
        await expect(pairs(page)).not.toHaveCount(0);
        for (const words of await pairs(page).locator(".rival-words").allTextContents())
          expect(words).toContain("according to the Russian Ministry of Defence");
        await expect(page.getByLabel("One claimant"), "the box remembers").toHaveValue("ukraine");
        await page.goBack();
        await expect(pairs(page)).toHaveCount(all);
      });

      test("a reader who asks for a pair that is not comparable is told why in one line", async ({
        page,
      }) => {
        await page.goto(`${site.url}/en/compare?metric=villages-held&a=ukraine&b=helsing`);
        await expect(pairs(page)).toHaveCount(0);
        await expect(
          page.getByText("an average, a total and a running count are not the same thing"),
        ).toBeVisible();
      });

      test("a metric's own page tells where the claims differ", async ({ page }) => {
        await page.goto(`${site.url}/en/metrics/territory-held`);
        const section = page.getByRole("region", { name: "Where the claims differ" });
        await expect(section.locator("article.rival").first().locator("blockquote mark")).toHaveCount(2);
        await section.getByRole("link", { name: "All rival claims about this" }).click();
        await expect(page).toHaveURL(/\/en\/compare\?metric=territory-held$/);
      });
    });
  }
}

test("a reader reaches both marks by keyboard, and Enter opens the sentence behind one", async ({ page }) => {
  await page.goto(`${first().url}/en/compare`);
  await expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");
  const marks = pairs(page).first().locator("svg a[data-figure]");
  await marks.first().focus();
  await page.keyboard.press("Tab");
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").locator("blockquote mark").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(marks.nth(1)).toBeFocused();
});

test("the pairs fit any screen, and axe finds nothing wrong with them by day and by night", async ({
  page,
}) => {
  for (const path of [
    "/en/compare",
    "/fr/compare?metric=territory-held&a=ukraine&b=russian-ministry-of-defence",
  ]) {
    await page.goto(first().url + path);
    for (const width of [320, 390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        width,
      );
    }
    await expectNoFaultsDayAndNight(page, path);
  }
});

test("whoever claims nothing is still named, and a filter that keeps nothing is still seen", async ({
  page,
}) => {
  await page.goto("/en/compare?metric=territory-held&a=ukraine&b=oleksandr-syrskyi");
  await expect(page.locator("#rivals")).toHaveText("Ukraine and Oleksandr Syrskyi, claim against claim");
  await expect(page.getByLabel("The other claimant")).toHaveValue("oleksandr-syrskyi");
  await page.goto("/en/figures?claimant=oleksandr-syrskyi&place=nowhere");
  await expect(page.getByRole("combobox", { name: "Who says so" })).toHaveValue("oleksandr-syrskyi");
  await expect(page.getByRole("combobox", { name: "Place" })).toHaveValue("nowhere");
});

test("where nobody contradicts anybody, a reader is told so", async ({ page }) => {
  await page.goto("/en/compare");
  await expect(page.getByText("Nobody contradicts anybody here yet.")).toBeVisible();
  await page.goto("/fr/compare");
  await expect(page.getByText("Personne ne contredit encore personne ici.")).toBeVisible();
});

/** The embedded one. */
function first(): Site {
  const [site] = deskSites;
  if (site === undefined) throw new Error("Run the browser tests with: npm test -- browser");
  return site;
}
