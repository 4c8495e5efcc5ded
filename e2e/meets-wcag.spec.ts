import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { kinds, locales } from "./support/pages";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const themes = ["light", "dark"] as const;

test.setTimeout(120_000); // the page about the API is long, and is looked at twice

for (const locale of locales) {
  test.describe(locale, () => {
    for (const [kind, path] of kinds) {
      test(`axe finds nothing wrong with the ${kind}, by day and by night`, async ({ page }) => {
        await page.goto(`/${locale}${path}`);
        await checkThemes(page);
      });
    }

    test("axe finds nothing wrong with an open receipt", async ({ page }) => {
      await page.goto(`/${locale}/metrics/territory-held`);
      await expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");
      await page.locator("a[data-figure]:visible").first().press("Enter");
      await expect(page.getByRole("dialog").locator("article#receipt")).toBeVisible();
      await checkThemes(page);
    });

    test("axe finds nothing wrong while a chart is explored", async ({ page }) => {
      await page.goto(`/${locale}/metrics/drones-intercepted`);
      await expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");
      await page.locator(".chart-explore-start button").click();
      await expect(page.locator(".chart-canvas a[data-figure]").first()).toBeVisible();
      await checkThemes(page);
    });
  });
}

/** Looks at everything, what is folded away included. */
async function checkThemes(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      rule: `${id}: ${help}`,
      where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
    expect(found, colorScheme).toEqual([]);
    expect(passes.length, "rules that were applied").toBeGreaterThan(15);
  }
}
