import { expect, test } from "@playwright/test";
import { expectNoFaultsDayAndNight } from "./support/axe";
import { kinds, locales } from "./support/pages";

test.setTimeout(120_000); // the page about the API is long, and is looked at twice

for (const locale of locales) {
  test.describe(locale, () => {
    for (const [kind, path] of kinds) {
      test(`axe finds nothing wrong with the ${kind}, by day and by night`, async ({ page }) => {
        await page.goto(`/${locale}${path}`);
        await expectNoFaultsDayAndNight(page);
      });
    }

    test("axe finds nothing wrong with an open receipt", async ({ page }) => {
      await page.goto(`/${locale}/metrics/territory-held`);
      await expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");
      await page.locator("a[data-figure]:visible").first().press("Enter");
      await expect(page.getByRole("dialog").locator("article#receipt")).toBeVisible();
      await expectNoFaultsDayAndNight(page);
    });

    test("axe finds nothing wrong while a chart is explored", async ({ page }) => {
      await page.goto(`/${locale}/metrics/drones-intercepted`);
      await expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");
      await page.locator(".chart-explore-start button").click();
      await expect(page.locator(".chart-canvas a[data-figure]").first()).toBeVisible();
      await expectNoFaultsDayAndNight(page);
    });
  });
}
