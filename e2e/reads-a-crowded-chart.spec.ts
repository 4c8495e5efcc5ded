import { expect, test } from "@playwright/test";
import { deskSites } from "./support/accounts";
import { plantCrowd } from "./support/crowd";
import { explorerAtRest, pointsInSight } from "./support/points";

const [site] = deskSites;
const crowd = `${site!.url}/en/metrics/birds-counted`;

test.use({ locale: "en-GB" });

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a claimant with no place on the chart is named, and a link leads to where it is drawn", async ({
    page,
  }) => {
    await plantCrowd(site!);
    await page.goto(crowd);
    const left = page.locator(".chart-left");
    await expect(left).toContainText("4 more claimants are not drawn");
    const links = left.getByRole("link");
    await expect(links).toHaveCount(4);
    const drawn = (await page.locator("svg[data-chart]:visible").allTextContents()).join();
    for (const name of await links.allInnerTexts()) {
      expect(drawn).not.toContain(name);
      await page.goto(crowd);
      await links.getByText(name, { exact: true }).click();
      await expect(page).toHaveURL(/claimant=watcher-\d\d/);
      await expect(pointsInSight(page)).toHaveCount(1);
      await expect(pointsInSight(page)).toHaveAccessibleName(new RegExp(`claimed by ${name}$`));
      await expect(page.locator(".chart-left")).toHaveCount(0);
    }
  });
});

test("a closer look that cannot be fetched shows the outline", async ({ page }) => {
  let asked = 0;
  // The metric is told to be dense, and whatever is asked for after that does not come.
  await page.route("**/api/marks/**", async (route) => {
    if (asked++ > 0) return route.abort();
    const response = await route.fetch();
    const [head = "", ...lines] = (await response.text()).split("\n");
    const { settings, names } = JSON.parse(head);
    const population = {
      ...{ total: 5000, current: 5000, unattributed: 0, superseded: 0, retracted: 0 },
      ...{ byClaimant: { ukraine: 5000 }, left: [] },
    };
    const body = [JSON.stringify({ settings: { ...settings, population }, names }), ...lines].join("\n");
    await route.fulfill({ response, body });
  });
  await page.goto("/en/metrics/territory-held");
  await page.getByRole("button", { name: "Explore this chart" }).click();
  const points = page.locator(".chart-canvas a[data-figure]");
  await expect(points).toHaveCount(3);
  await explorerAtRest(page);
  for (const name of ["Closer", "Later"])
    await page.locator(".chart-explore").getByRole("button", { name }).click();
  await expect(page.locator(".chart-explore [role=status]")).toHaveText(/^Showing \d/);
  await explorerAtRest(page);
  expect(asked, "closer figures were asked for").toBeGreaterThan(1);
  await expect(points).toHaveCount(2);
});
