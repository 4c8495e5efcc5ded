import { expect, test } from "@playwright/test";

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("finds a sentence from any page, by another form of its words, and sees them marked", async ({
    page,
  }) => {
    await page.goto("/fr/method");
    await page.getByRole("searchbox").fill("villages contrôlées");
    await page.getByRole("searchbox").press("Enter");
    await expect(page).toHaveURL(/\/fr\/search\?q=villages\+contr/);
    const hits = page.locator(".search-hits > li");
    await expect(hits.first().locator("blockquote b").first()).toBeVisible();
    const marked = await hits.locator("blockquote b").allTextContents();
    expect(
      marked.some((words) => /village/i.test(words)),
      marked.join(),
    ).toBe(true);
    await expect(page.locator(".search-page mark"), "the highlighter is for numbers").toHaveCount(0);
    await hits.first().locator(".taken a").first().click();
    await expect(page.locator("#receipt")).toBeVisible();
  });

  test("is told how many figures were found, two in one sentence being two", async ({ page }) => {
    await page.goto("/en/search?q=drones");
    const linked = await page.locator(".search-hits .taken a").count();
    expect(linked).toBeGreaterThan(await page.locator(".search-hits > li").count());
    await expect(page.getByRole("status")).toHaveText(`${linked} figures, the newest reported first`);
  });

  test("finds the same in the other language, keeping the words", async ({ page }) => {
    await page.goto("/fr/search?q=village");
    const count = await page.locator(".search-hits > li").count();
    expect(count).toBeGreaterThan(0);
    await page.locator("a.language").click();
    await expect(page.getByRole("searchbox")).toHaveValue("village");
    await expect(page.locator(".search-hits > li")).toHaveCount(count);
  });

  test("is told what to try where nothing was found, or nothing asked", async ({ page }) => {
    await page.goto("/en/search?q=flamingo");
    await expect(page.getByText("Nothing was found for “flamingo”.")).toBeVisible();
    await expect(page.getByRole("link", { name: /these letters/ })).toHaveAttribute(
      "href",
      "/en/figures?q=flamingo",
    );
    await page.goto(`/en/search?q=${encodeURIComponent('"<script>alert(1)</script>')}`);
    await expect(page.locator("main")).toContainText("<script>alert(1)</script>");
    await page.goto("/en/search?q=village&metric=villages-held&after=nowhere");
    await expect(page.getByRole("note")).toContainText("metric");
  });
});

test("a frozen search stays frozen", async ({ page }) => {
  await page.goto("/en/search?q=village&as_of=1");
  for (const link of await page.locator(".search-hits a").all())
    expect(await link.getAttribute("href")).toContain("as_of=1");
});
