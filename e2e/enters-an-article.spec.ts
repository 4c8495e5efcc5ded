import { expect, type Page, test } from "@playwright/test";
import { signIn, sites } from "./support/accounts";
import { allAnswered, articleText, bar, enterArticle, isOpen, slowly } from "./support/articles";
import { expectNoFaultsDayAndNight } from "./support/axe";

test.use({ locale: "en-GB" });
test.setTimeout(180_000); // people are made, and texts read, in processes of their own

const focused = (page: Page) => page.locator(".number[aria-current]");
const card = (page: Page) => page.locator("form.card");

for (const [index, site] of sites.entries()) {
  const engine = index === 0 ? "the embedded database" : "PostgreSQL";
  const mark = (name: string) => `${name} ${index} ${Date.now()}`;

  test(`an editor makes drafts of an article by keys alone, on ${engine}`, async ({ page }) => {
    await signIn(page, "editor", { site });
    await enterArticle(page, site.url, mark("keys"));
    await expect(bar(page)).toHaveAttribute("data-left", "3");
    await expect(focused(page)).toHaveText("430");
    await expect(card(page)).toContainText("1 of 3");

    await page.keyboard.press("j");
    await expect(focused(page)).toHaveText("61");
    await page.keyboard.press("k");
    await page.keyboard.press("Enter");
    await expect(focused(page)).toHaveText("61");
    await page.keyboard.press("x");
    await page.keyboard.press("Enter");
    await allAnswered(page);
    await expect(bar(page)).toHaveAttribute("data-left", "0");
    await expect(bar(page)).toHaveAttribute("data-saved", "2");

    await page.keyboard.press("u");
    await allAnswered(page);
    await expect(bar(page)).toHaveAttribute("data-saved", "1");
    await page.reload();
    await expect(bar(page), "what the server took is there").toHaveAttribute("data-saved", "1");
    await expect(focused(page)).toHaveText("410");
  });

  test(`an unsaved card survives a reload, on ${engine}`, async ({ page }) => {
    await signIn(page, "editor", { site });
    await enterArticle(page, site.url, mark("edits"));
    await page.keyboard.press("e");
    await expect(page.getByLabel("Value")).toBeFocused();
    await page.getByLabel("Value").fill("431");
    await expect(card(page), "the number printed is another").toContainText("Must be put right");
    await page.reload();
    await isOpen(page);
    await expect(page.getByLabel("Value")).toHaveValue("431");
  });

  test(`while the server does not answer decisions wait, and a reload forgets none, on ${engine}`, async ({
    page,
  }) => {
    await signIn(page, "editor", { site });
    await enterArticle(page, site.url, mark("line"));
    await page.route("**/admin/sources/**", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.keyboard.press("Enter");
    await page.keyboard.press("x");
    await expect(bar(page)).toContainText("the server does not answer");
    await expect(bar(page)).toHaveAttribute("data-saved", "0");
    page.on("dialog", (dialog) => dialog.accept());
    await page.unroute("**/admin/sources/**");
    await page.reload();
    await isOpen(page); // as sent by the server nothing is asked yet: what was kept is only then asked again
    await allAnswered(page);
    await expect(bar(page)).toHaveAttribute("data-saved", "1");
    await expect(bar(page)).toHaveAttribute("data-left", "1");
  });

  test(`the same text is not taken twice: it opens where it is, on ${engine}`, async ({ page }) => {
    await signIn(page, "editor", { site });
    const name = mark("twice");
    await enterArticle(page, site.url, name);
    const first = new URL(page.url()).pathname;
    await enterArticle(page, site.url, name);
    await expect(page).toHaveURL(`${site.url}${first}?known`);
    await expect(page.locator(".notice")).toContainText("here already");
  });
}

const [site] = sites;

test("a number the reader did not propose is chosen with the arrows", async ({ page }) => {
  await signIn(page, "editor");
  await enterArticle(page, site!.url, `choice ${Date.now()}`);
  await page.keyboard.press("n");
  await expect(page.locator(".article-text mark")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Escape");
  await expect(page.locator(".article-text mark")).toHaveCount(0);
  await expect(focused(page)).toHaveText("430");
});

test("words the reader passed over become a draft of their own, and are taken back", async ({ page }) => {
  await signIn(page, "editor");
  await enterArticle(page, site!.url, `own ${Date.now()}`);
  await page.keyboard.press("n");
  const chosen = page.locator(".article-text mark");
  while ((await chosen.textContent()) !== "pleuvait") await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(focused(page)).toHaveText("pleuvait");
  await page.locator("#card-metric").selectOption({ label: "Troops massed" });
  await page.locator("#card-unit").selectOption("soldier");
  await page.locator("#card-attribution-0").selectOption({ label: "The text names nobody" });
  await page.locator("#card-value").press("Enter");
  await allAnswered(page);
  await expect(bar(page)).toHaveAttribute("data-saved", "1");
  await page.keyboard.press("u");
  await allAnswered(page);
  await expect(bar(page)).toHaveAttribute("data-saved", "0");
});

test("letters typed into a box are no commands", async ({ page }) => {
  await signIn(page, "editor");
  await enterArticle(page, site!.url, `letters ${Date.now()}`);
  await page.getByLabel("Words that bound it").fill("");
  await page.getByLabel("Words that bound it").pressSequentially("xju");
  await expect(focused(page)).toHaveText("430");
  await expect(bar(page)).toHaveAttribute("data-left", "3");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(focused(page)).toHaveText("61");
});

test("pasted rich text is read with its title, and never shown as such", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: site!.url });
  await signIn(page, "editor");
  await page.goto(`${site!.url}/admin/sources/new`);
  const box = page.getByLabel("Text of the article");
  await expect(box).toBeFocused();
  const body = articleText(`rich ${Date.now()}`);
  await page.evaluate(async (text) => {
    const html = `<h1>Le carnet</h1><p>${text}</p><img src="/nowhere.png" onerror="document.title='run'">`;
    const item = {
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([text], { type: "text/plain" }),
    };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  }, body);
  await box.press("Control+v");
  await slowly(page.locator("#source-title")).toHaveValue("Le carnet");
  await expect(page).not.toHaveTitle("run");
  await expect(page.locator(".source-card img")).toHaveCount(0);
});

test("what cannot be read says why and loses nothing", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto(`${site!.url}/admin/sources/new`);
  await page.getByRole("button", { name: "Read it" }).click();
  await expect(page.locator(".notice")).toContainText("There is no text in it");
  const long = "Il pleut sur le quai. ".repeat(14_000);
  await page.getByLabel("Text of the article").fill(long);
  await page.getByRole("button", { name: "Read it" }).click();
  await slowly(page.locator(".notice")).toContainText("300,000");
  await expect(page.getByLabel("Text of the article")).toHaveValue(long);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an article is entered and a proposal accepted", async ({ page }) => {
    await signIn(page, "editor");
    await page.goto(`${site!.url}/admin/sources/new`);
    await page.getByLabel("Text of the article").fill(articleText(`plain ${Date.now()}`));
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByLabel("Published by").selectOption({ label: "outlet not named" });
    await page.getByRole("radio", { name: "5 March 2025" }).check();
    await page.getByRole("button", { name: "Start reading" }).click();
    await page.locator(".suggestion-list summary").click();
    await page.getByRole("button", { name: "Accept as draft 430" }).click();
    await expect(page.locator(".number-accepted")).toHaveText("430");
  });
});

test("axe finds nothing wrong with entering an article, by day and by night", async ({ page }) => {
  await signIn(page, "editor");
  await page.goto(`${site!.url}/admin/sources/new`);
  await expectNoFaultsDayAndNight(page, "the box");
  await page.getByLabel("Text of the article").fill(articleText(`axe ${Date.now()}`));
  await page.getByRole("button", { name: "Read it" }).click();
  await slowly(page.locator("#source-title")).toBeVisible();
  await expectNoFaultsDayAndNight(page, "the card");
  await page.getByLabel("Published by").selectOption({ label: "outlet not named" });
  await page.getByRole("radio", { name: "5 March 2025" }).check();
  await page.getByRole("button", { name: "Start reading" }).click();
  await isOpen(page);
  await page.locator(".suggestion-list summary").click();
  await expectNoFaultsDayAndNight(page, "the reading view");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expectNoFaultsDayAndNight(page, "the keys");
});
