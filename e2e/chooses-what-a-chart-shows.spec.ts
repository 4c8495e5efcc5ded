import { expect, type Page, test } from "@playwright/test";
import { explorerAtRest, pointsInSight } from "./support/points";

const rivals = "/fr/metrics/drones-intercepted";
const inTime = "/fr/metrics/territory-held";
const explored = (page: Page) => page.locator(".chart-canvas a[data-figure]");
const ids = (page: Page) =>
  explored(page).evaluateAll((points) => points.map((point) => point.getAttribute("data-figure")));

async function explore(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Explorer ce graphique" }).click();
  await expect(explored(page).first()).toBeVisible();
}

test("who is hidden stands in the address; Back shows them again, and a reload keeps what was chosen", async ({
  page,
}) => {
  await explore(page, rivals);
  await page.getByRole("checkbox", { name: "Ukraine" }).first().uncheck();
  await expect(explored(page)).toHaveCount(1);
  await expect(page).toHaveURL(/hide=claimant%3A/);
  const alone = await ids(page);
  await page.reload();
  await expect(explored(page)).toHaveCount(1);
  expect(await ids(page)).toEqual(alone);
  await page.goBack();
  await expect(explored(page)).toHaveCount(2);
  await expect(page).not.toHaveURL(/hide=/);
});

test("a stretch of time stands in the address, and the table keeps step", async ({ page }) => {
  await explore(page, inTime);
  const rows = page.locator(".chart-figure tr[data-figure]");
  await expect(rows.filter({ visible: true })).toHaveCount(3);
  await page.locator(".chart-explore").getByRole("button", { name: "Plus près" }).click();
  await page.locator(".chart-explore").getByRole("button", { name: "Plus près" }).click();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d.*to=\d{4}-\d\d-\d\d/);
  await explorerAtRest(page);
  const seen = await ids(page);
  expect(seen.length).toBeLessThan(3);
  const shown = () =>
    rows
      .filter({ visible: true })
      .evaluateAll((all) => all.map((row) => row.getAttribute("data-figure")).sort());
  await expect.poll(shown).toEqual([...seen].sort());
  await page.goBack();
  await page.goBack();
  await expect(rows.filter({ visible: true })).toHaveCount(3);
});

test("a logarithmic scale is drawn where values allow it, and refused with a reason where bars stand on zero", async ({
  page,
}) => {
  await explore(page, inTime);
  await page.getByRole("checkbox", { name: "Échelle logarithmique" }).last().check();
  await expect(page.locator(".chart-explore")).toContainText("des hauteurs égales sont des rapports égaux");
  await explore(page, rivals);
  await page.getByRole("checkbox", { name: "Échelle logarithmique" }).last().check();
  await expect(page.locator(".chart-explore")).toContainText("Pas d’échelle logarithmique ici : une barre");
});

test("what is said of the scale is said once, and of the chart that is seen", async ({ page }) => {
  await page.goto(`${inTime}?explore=1&log=1`);
  await expect(explored(page).first()).toBeVisible();
  const said = page.getByText("des hauteurs égales sont des rapports égaux").filter({ visible: true });
  await expect(said).toHaveCount(1);
  await page.locator(".chart-explore").getByRole("checkbox", { name: "Échelle logarithmique" }).uncheck();
  await expect(said).toHaveCount(0);
});

test("leaving the explorer leaves a plain address", async ({ page }) => {
  await explore(page, rivals);
  await page.getByRole("checkbox", { name: "Ukraine" }).first().uncheck();
  await page.getByRole("button", { name: "Quitter l’exploration" }).click();
  expect(new URL(page.url()).search).toBe("");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form hides a claimant, in the drawing and in the table", async ({ page }) => {
    await page.goto(rivals);
    const both = await pointsInSight(page).count();
    await page.getByText("Choisir ce que montre le graphique").click();
    await page.getByRole("group", { name: "Sans les affirmations de" }).getByRole("checkbox").first().check();
    await page.getByRole("button", { name: "Appliquer" }).click();
    await expect(page).toHaveURL(/hide=claimant/);
    await expect(pointsInSight(page)).toHaveCount(both - 1);
    await expect(page.locator(".chart-table tbody tr")).toHaveCount(both - 1);
  });

  test("the address alone draws a logarithmic axis, a plot each, and leaves out events", async ({ page }) => {
    await page.goto(`${inTime}?log=1&events=0`);
    await expect(page.locator(".chart-figure")).toContainText("des hauteurs égales sont des rapports égaux");
    await expect(page.locator("svg[data-chart] a[data-event]")).toHaveCount(0);
    await page.goto(`${rivals}?facets=1`);
    await expect(page.locator("svg[data-chart]:visible .chart-title")).toHaveCount(2);
  });
});
