import { type Browser, expect, test } from "@playwright/test";
import { deskSites, type Site, signIn, somePeople, takeOver } from "./support/accounts";
import { expectNoFaults } from "./support/axe";

test.use({ locale: "en-GB" });
test.setTimeout(120_000); // people are made, with their passwords

for (const [index, site] of deskSites.entries()) {
  test.describe(index === 0 ? "on the embedded database" : "on PostgreSQL", () => {
    test("an agent is added, changed, retired and merged, and readers read the other's name", async ({
      page,
    }) => {
      const name = `Heron Bureau ${Date.now()}`;
      await signIn(page, "reviewer", { site });
      await page.goto(`${site.url}/admin/lists/agents`);
      await page.getByRole("link", { name: "New agent" }).click();
      await page.getByLabel("French name").fill(name);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByLabel("English name", { exact: true }), "the browser asks for it").toBeFocused();
      await page.getByLabel("English name", { exact: true }).fill(name);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Added.")).toBeVisible();

      await page.getByRole("link", { name, exact: true }).click();
      await page.getByLabel("Other names, one a line").fill("the herons\nthe bureau");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
      await page.getByRole("link", { name, exact: true }).click();
      await expect(page.getByLabel("Other names, one a line")).toHaveValue("the bureau\nthe herons");

      await page.getByText("Retire", { exact: true }).click();
      await page.getByRole("button", { name: "Yes, retire" }).click();
      await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("retired");
      await page.getByRole("link", { name, exact: true }).click();
      await page.getByText("Merge", { exact: true }).click();
      await page.getByLabel("It is in fact").selectOption("ukraine");
      await page.getByRole("button", { name: "Yes, merge" }).click();
      await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("merged into Ukraine");
    });

    test("nothing in use can be deleted, and a refusal says why beside its box", async ({ page }) => {
      await signIn(page, "editor", { site });
      await page.goto(`${site.url}/admin/lists/metrics?edit=territory-held`);
      await expect(page.getByRole("button", { name: /delete/i })).toHaveCount(0);
      await expect(page.getByText(/^Named by \d+ figures/)).toBeVisible();
      const kind = page.getByLabel("Kind", { exact: true });
      await kind.selectOption("flow");
      await page.getByLabel(/^Longest silence/).fill("");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.locator(".box .said")).toContainText("Figures were entered as the other kind");
      await expect(kind, "what was chosen is kept").toHaveValue("flow");
      await page.goto(`${site.url}/admin/lists/agents?edit=ukraine`);
      await expect(page.getByText("A reviewer may merge.")).toBeVisible();
    });

    test("two editors of one entry: the later is shown what stands, and loses nothing", async ({
      page,
      browser,
    }) => {
      const theirs = await (await browser.newContext({ locale: "en-GB" })).newPage();
      await signIn(page, "editor", { site });
      await signIn(theirs, "editor", { site });
      const words = `kilometres squared ${Date.now()}`;
      for (const one of [page, theirs]) await one.goto(`${site.url}/admin/lists/units?edit=km2`);
      await page.getByLabel("English name", { exact: true }).fill(words);
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
      await theirs.getByLabel("English name", { exact: true }).fill("square kilometres");
      await theirs.getByRole("button", { name: "Save" }).click();
      await expect(theirs.getByText(`Saved now: ${words}`)).toBeVisible();
      await expect(theirs.getByLabel("English name", { exact: true })).toHaveValue("square kilometres");
      await theirs.getByRole("button", { name: "Save" }).click();
      await expect(theirs.getByText("Saved.", { exact: true })).toBeVisible();
      await theirs.context().close();
    });

    test("an admin reads who wrote what, filters it, takes it away and checks the chain", async ({
      page,
    }) => {
      await signIn(page, "admin", { site, name: "Ada Stork" });
      await page.goto(`${site.url}/admin/audit`);
      await page.locator("select[name=verb]").selectOption("record_metrics");
      await page.locator(".audit-filter button").click();
      await expect(page).toHaveURL(/verb=record_metrics/);
      for (const verb of await page.locator(".audit-table tbody td:nth-child(4)").allTextContents())
        expect(verb).toBe("record_metrics");
      const href = await page.getByRole("link", { name: /CSV/ }).getAttribute("href");
      const csv = await page.request.get(`${site.url}${href}`);
      expect(csv.headers()["content-type"]).toContain("text/csv");
      expect(await csv.text()).toMatch(
        /^seq,at,editor,name,verb,entity,before,after,hash\r\n\d+,[^\r]*record_metrics/,
      );
      expect((await page.request.get(`${site.url}/admin/audit/export.csv?colour=red`)).status()).toBe(400);
      await page.getByRole("button", { name: "Check the chain" }).click();
      await expect(page.getByText(/^The chain is sound: /)).toBeVisible();
      await expectNoFaults(page);
      await page.goto(`${site.url}/admin/lists/metrics?edit=territory-held`);
      await expectNoFaults(page);
      for (const list of ["metrics", "agents", "places", "units", "events"]) {
        await page.goto(`${site.url}/admin/lists/${list}`);
        await expectNoFaults(page, list);
      }
    });

    test("each page of the desk is shown to those who may, and to nobody else", async ({ browser }) => {
      await eachRole(browser, site);
    });
  });
}

const doors: readonly [path: string, ...statuses: [editor: number, reviewer: number, admin: number]][] = [
  ["/admin", 200, 200, 200],
  ["/admin/review", 403, 200, 200],
  ["/admin/figures/936vk6e1", 200, 200, 200],
  ["/admin/figures/zzzzzzzz", 404, 404, 404],
  ["/admin/lists/agents", 200, 200, 200],
  ["/admin/lists/nothing", 404, 404, 404],
  ["/admin/audit", 403, 403, 200],
  ["/admin/audit/export.csv", 403, 403, 200],
];

async function eachRole(browser: Browser, site: Site): Promise<void> {
  const people = await somePeople([{ role: "editor" }, { role: "reviewer" }, { role: "admin" }], site);
  const nobody = await browser.newContext();
  for (const [path] of doors) {
    const answer = await nobody.request.get(`${site.url}${path}`, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(303);
    expect(answer.headers().location, path).toContain("/sign-in");
  }
  for (const [at, person] of people.entries()) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await takeOver(page, person, site);
    for (const [path, ...statuses] of doors) {
      const answer = await page.request.get(`${site.url}${path}`, { maxRedirects: 0 });
      expect(answer.status(), `${path} for ${person.role}`).toBe(statuses[at]);
      const crossSite = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
      const posted = await page.request.post(`${site.url}${path}`, {
        headers: crossSite,
        form: { figure: "936vk6e1@1" },
      });
      expect(posted.status(), `${path} posted by another site`).toBe(403);
    }
    await context.close();
  }
}
