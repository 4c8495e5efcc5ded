import { expect, type Page, test } from "@playwright/test";
import { kinds } from "./support/pages";
import { chartsInSight } from "./support/points";

const onScreenOnly = [
  ".masthead nav",
  ".language",
  ".skip",
  ".filters",
  ".contents",
  ".pages",
  "dialog",
  "button",
];

for (const [kind, path] of kinds) {
  test(`the ${kind} prints black on white, without what only a screen can use`, async ({ page }) => {
    await page.goto(`/fr${path}`);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ media: "print", colorScheme });
      const seen = await page
        .locator(onScreenOnly.join(", "))
        .filter({ visible: true })
        .evaluateAll((all) => all.map((element) => element.outerHTML.slice(0, 80)));
      expect(seen, colorScheme).toEqual([]);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await readInk(page), colorScheme).toEqual({
        paper: "rgb(255, 255, 255)",
        ink: "rgb(0, 0, 0)",
        pale: [],
      });
    }
  });
}

test("charts and their sentences are printed, each chart once", async ({ page }) => {
  for (const path of [
    "/fr",
    "/fr/metrics/territory-held",
    "/fr/figures/936vk6e1",
    "/fr/sources/zone-de-securite-500-km2",
  ]) {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 720, height: 1000 }); // A4 with margins
    const figures = page.locator(".chart-figure");
    for (const figure of await figures.all()) await expect(chartsInSight(figure)).toHaveCount(1);
    await expect(page.locator("blockquote").filter({ visible: true }).first()).toBeVisible();
    for (const mark of await page.locator("blockquote mark").all()) {
      await expect(mark).toBeVisible();
      await expect(mark, "without colour, the number is still marked").toHaveCSS("font-weight", "700");
      await expect(mark).toHaveCSS("border-bottom-style", "solid");
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(720);
  }
});

test("a printed receipt says where to find it again", async ({ page }) => {
  await page.goto("/fr/figures/936vk6e1");
  await page.emulateMedia({ media: "print" });
  const link = page.locator(".citation a");
  await expect(link).toHaveAttribute("href", /\/fr\/figures\/936vk6e1\?as_of=1$/);
  expect(await link.evaluate((a) => getComputedStyle(a, "::after").content)).toContain("936vk6e1");
});

/** The colours of the page, and every text too pale to be read on white paper (contrast below 4.5). */
const readInk = (page: Page) =>
  page.evaluate(() => {
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((channel) => {
        const share = Number(channel) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    const pale = [...document.querySelectorAll("body *")]
      .filter((element) => {
        const text = [...element.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
        );
        const style = getComputedStyle(element);
        const ink = element instanceof SVGElement ? style.fill : style.color;
        return text && element.checkVisibility() && 1.05 / (luminance(ink) + 0.05) < 4.5;
      })
      .map((element) => element.outerHTML.slice(0, 100));
    return { paper: backgroundColor, ink: color, pale };
  });
