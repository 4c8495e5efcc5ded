import { expect, test } from "@playwright/test";
import { type Described, openDocument } from "./support/open-document";
import { locales } from "./support/pages";

test.setTimeout(120_000); // charts are drawn, and every table is written

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of locales) {
    test(`every example on the page about the API runs and gives what is said: ${locale}`, async ({
      page,
      request,
    }) => {
      await page.goto(`/${locale}`);
      await page
        .locator("footer")
        .getByRole("link", { name: /formats/ })
        .click();
      await expect(page).toHaveURL(new RegExp(`/${locale}/api$`));
      const document = await openDocument(request);
      const links = await page
        .locator('main a[href^="/api/"]')
        .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      const typed = (await page.locator("main pre:not([data-sends])").allTextContents()).map(
        (line) => /^curl (?:-OJ )?'([^']+)'$/.exec(line)?.[1] ?? `not a command: ${line}`,
      );
      expect(links.length).toBeGreaterThan(30);
      expect(typed.length).toBeGreaterThan(10);
      for (const address of new Set([...links, ...typed])) {
        const answer = await request.get(address);
        expect.soft(answer.status(), address).toBe(200);
        const type = answer.headers()["content-type"]?.split(";")[0];
        expect.soft(typesAt(document, new URL(address, page.url()).pathname), address).toContain(type);
        expect.soft((await answer.body()).length, address).toBeGreaterThan(20);
      }
    });
  }

  test("the page says in French what the description says in French", async ({ page, request }) => {
    const document = await openDocument(request, "fr");
    await page.goto("/fr/api");
    const words = (await page.locator("main").innerText()).replace(/\s+/g, " ");
    for (const promise of document.info["x-promises"])
      expect.soft(words).toContain(promise.replace(/\s+/g, " "));
    for (const { name, description } of Object.values(document.components.parameters)) {
      const told = page
        .locator("#parameters .facts > div")
        .filter({ has: page.getByText(name, { exact: true }) });
      await expect.soft(told.first()).toContainText(description);
    }
    const told = await page.locator(".api-addresses code").allTextContents();
    expect(told.map((line) => line.split(" ")[1]).sort()).toEqual(Object.keys(document.paths).sort());
  });

  test("the columns of a figure are all there, each with what it means", async ({ page, request }) => {
    const { components } = await openDocument(request);
    await page.goto("/en/api#figures");
    await page.getByText("Columns of Figure").click();
    const columns = page.locator("#figures details", { hasText: "Columns of Figure" }).locator("dt");
    expect(await columns.allTextContents()).toEqual(Object.keys(components.schemas.Figure!.properties));
    const [first] = Object.values(components.schemas.Figure!.properties);
    await expect(page.locator("#figures")).toContainText(first!.description);
  });
});

/** The media types that the description gives an address. */
function typesAt(document: Described, pathname: string): string[] {
  for (const [template, { get }] of Object.entries(document.paths)) {
    const form = template.replaceAll(".", "\\.").replace(/\{\w+\}/g, "[a-z0-9-]+");
    if (get && new RegExp(`^${form}$`).test(pathname)) return Object.keys(get.responses["200"].content);
  }
  return [];
}
