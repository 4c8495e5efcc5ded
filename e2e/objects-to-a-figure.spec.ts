import { expect, test } from "@playwright/test";
import { deskSites, signIn } from "./support/accounts";

const hostile = `<img src=x onerror="document.title='run'"> It says 1,300.`;

for (const site of deskSites) {
  test(`a reader objects without script, and a reviewer answers (${site.url})`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${site.url}/en/figures/936vk6e1`);
    await page.getByRole("link", { name: "I read it differently" }).click();
    await page.getByLabel("the value").check();
    await page.getByLabel("What it should say").fill("1,300");
    await page.getByLabel("Why, in your words").fill(hostile);
    await page.getByLabel(/Your email/).fill("nobody");
    await page.locator("form.objection-form").evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
    await page.getByRole("button", { name: "Send to the editors" }).click();
    await expect(page.getByText("This does not look like an email")).toBeVisible();
    await expect(page.getByLabel("Why, in your words"), "nothing typed is lost").toHaveValue(hostile);
    await page.getByLabel(/Your email/).fill("reader@example.org");
    await page.getByRole("button", { name: "Send to the editors" }).click();
    await expect(page.getByText("Thank you. The editors have it.")).toBeVisible();
    await page.goto(`${site.url}/en/figures/936vk6e1`);
    await expect(page.locator("body")).not.toContainText("It says 1,300.");
    await context.close();

    const reviewer = await (await browser.newContext({ locale: "en-GB" })).newPage();
    await signIn(reviewer, "reviewer", { site });
    await reviewer.goto(`${site.url}/admin/objections`);
    const card = reviewer.locator(".objection-card").filter({ hasText: "It says 1,300." }).first();
    await expect(card).toContainText(hostile);
    await expect(card).toContainText("reader@example.org");
    await expect(card.locator("blockquote mark"), "the number in its sentence").toHaveText("500");
    expect(await reviewer.title()).not.toBe("run");
    await card.getByRole("button", { name: "Decline" }).click();
    await expect(card.getByText("Say why you decline.")).toBeVisible();
    await card.getByLabel("Your answer").fill("The sentence says otherwise.");
    await card.getByRole("button", { name: "Decline" }).click();
    await expect(reviewer.getByText("Declined.", { exact: true })).toBeVisible();
    await expect(reviewer.locator("body")).not.toContainText("reader@example.org");

    const editor = await (await browser.newContext()).newPage();
    await signIn(editor, "editor", { site });
    expect((await editor.goto(`${site.url}/admin/objections`))!.status()).toBe(403);
  });
}

test("a form of another site objects to nothing", async ({ request }) => {
  const answer = await request.post("/en/figures/936vk6e1/objection", {
    headers: { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" },
    multipart: { about: "value", words: "forged" },
  });
  expect(answer.status()).toBe(403);
});
