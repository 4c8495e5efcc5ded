import { expect, type Page, test } from "@playwright/test";
import { signIn, sites } from "./support/accounts";
import { allAnswered, articleText, bar, enterArticle, isOpen, slowly } from "./support/articles";
import { expectNoFaults } from "./support/axe";

test.use({ locale: "en-GB" });
test.setTimeout(180_000); // people are made, and texts read, in processes of their own

const lines = (page: Page) => page.locator("[data-change]");
const isListed = (page: Page) => slowly(page.locator("html")).toHaveAttribute("data-ready", "changes");

/** The article with another number in its first claim, and without its second. */
const changedText = (name: string) =>
  articleText(name)
    .replace("430 km²", "435 km²")
    .replace(/Moscou a affirmé.*\n\n/, "");

async function pasteNewText(page: Page, text: string): Promise<void> {
  await page.getByLabel("The text as it reads now").fill(text);
  await page.getByRole("button", { name: "Record as the next version" }).click();
}

for (const [index, site] of sites.entries()) {
  const engine = index === 0 ? "the embedded database" : "PostgreSQL";

  test(`what a new text changed is looked through by keys alone, on ${engine}`, async ({ page }) => {
    await signIn(page, "editor", { site });
    const name = `changes ${index} ${Date.now()}`;
    await enterArticle(page, site.url, name);
    for (const key of ["Enter", "Enter", "Enter"]) await page.keyboard.press(key);
    await allAnswered(page);
    await expect(bar(page)).toHaveAttribute("data-saved", "3");
    await page.getByRole("link", { name: "The text changed" }).click();
    await isListed(page);
    await expect(page.locator("main")).toContainText("This is the first text of the source");

    await pasteNewText(page, articleText(name));
    await slowly(page.getByRole("alert").filter({ hasText: "the text that is here already" })).toBeVisible();
    await pasteNewText(page, changedText(name));
    await slowly(lines(page)).toHaveCount(2);
    await expect(page.locator("main")).toContainText("Same: 1. Changed: 1. Gone: 1. Already seen: 0.");
    await expect(lines(page).first().locator("mark")).toHaveText(["430", "435"]);
    await expect(lines(page).first().locator("del")).toHaveText("430");
    await expect(lines(page).first().locator("ins")).toHaveText("435");
    await expect(lines(page).last()).toContainText("The sentence is gone.");
    await expectNoFaults(page);

    await lines(page).first().focus();
    await page.keyboard.press("j");
    await expect(lines(page).last()).toBeFocused();
    await page.keyboard.press("k");
    await page.keyboard.press("v");
    await expect(lines(page)).toHaveCount(1);
    await expect(lines(page).first(), "the next one takes its place").toBeFocused();
    await page.keyboard.press("v");
    await expect(page.locator("main")).toContainText("Nothing waits for a look");
    await page.reload();
    await expect(page.locator("main")).toContainText("Already seen: 2.");
  });

  test(`another text at a known address is offered as its new version, on ${engine}`, async ({ page }) => {
    await signIn(page, "editor", { site });
    const name = `address ${index} ${Date.now()}`;
    const address = `https://carnet.example/${name.replaceAll(" ", "-")}`;
    await enterAt(page, `${site.url}/admin/sources/new`, articleText(name), address);
    await isOpen(page);
    const first = new URL(page.url()).pathname;
    await enterAt(page, `${site.url}/admin/sources/new`, changedText(name), `${address}?utm_source=x`);
    await slowly(page.locator(".notice")).toContainText("is at this address already, with another text");
    await page.getByRole("button", { name: "Record as a new version of it" }).click();
    await slowly(page).toHaveURL(new RegExp(`${first}/changes`));
    await expect(page.locator("main")).toContainText("Version 2 is the newest text");
  });
}

async function enterAt(page: Page, box: string, text: string, address: string): Promise<void> {
  await page.goto(box);
  await page.getByLabel("Text of the article").fill(text);
  await page.getByRole("button", { name: "Read it" }).click();
  await slowly(page.getByLabel("Published by")).toBeVisible();
  await page.getByLabel("Published by").selectOption({ label: "outlet not named" });
  await page.getByRole("radio", { name: "5 March 2025" }).check();
  await page.locator("#source-url").fill(address);
  await page.getByRole("button", { name: "Start reading" }).click();
}

test("without script a changed text is recorded, and a sentence marked as seen", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const page = await context.newPage();
  const [site] = sites;
  await signIn(page, "editor");
  const name = `plain ${Date.now()}`;
  await enterAt(page, `${site!.url}/admin/sources/new`, articleText(name), "");
  await slowly(page.locator(".suggestion-list summary")).toBeVisible();
  await page.locator(".suggestion-list summary").click();
  await page.getByRole("button", { name: "Accept as draft 430" }).click();
  await page.getByRole("link", { name: "The text changed" }).click();
  await pasteNewText(page, changedText(name));
  await slowly(lines(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Seen" }).click();
  await expect(page.locator("main")).toContainText("Already seen: 1.");
  await context.close();
});
