import { gzipSync } from "node:zlib";
import { type Browser, expect, test } from "@playwright/test";
import { readPage } from "./support/documents";
import { kinds, locales } from "./support/pages";

const kB = 1000;

for (const [kind, path] of kinds)
  test(`the ${kind} is light, and its script little more than what Next itself needs`, async ({
    browser,
  }) => {
    const floor = (await weigh(browser, "/fr/method")).script;
    expect(floor).toBeGreaterThan(0);
    const { document, script, font } = await weigh(browser, `/fr${path}`);
    expect.soft(script - floor, `script above the floor of ${floor}`).toBeLessThanOrEqual(15 * kB);
    expect.soft(font, "fonts").toBeLessThanOrEqual(120 * kB);
    // As sent: pieces that are compressed as they are made weigh a tenth more than the page compressed as a whole.
    const limit = kind === "dashboard" ? 60 : kind === "permalink" ? 16.5 : 32;
    expect.soft(document, "HTML").toBeLessThanOrEqual(limit * kB);
  });

test("even the heaviest permanent page of a figure is light", async ({ page, request }) => {
  for (const locale of locales) {
    const { document } = await readPage(page, `/${locale}/figures`);
    const addresses = await document.evaluate((html) =>
      [...html.querySelectorAll(".column-sentence a")].map((link) => link.getAttribute("href") ?? ""),
    );
    expect(addresses.length).toBeGreaterThanOrEqual(14);
    for (const address of addresses) {
      const html = await (await request.get(address)).body();
      expect.soft(gzipSync(html).length, address).toBeLessThanOrEqual(15 * kB);
    }
  }
});

/** What a browser that has been nowhere before fetches for a page before anybody touches it, in bytes as sent. */
async function weigh(
  browser: Browser,
  path: string,
): Promise<{ document: number; script: number; font: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const weight = { document: 0, script: 0, font: 0 };
  const weighing: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    const type = request.resourceType();
    if (type !== "document" && type !== "script" && type !== "font") return;
    const weighed = request.sizes().then(({ responseBodySize }) => {
      weight[type] += responseBodySize;
    });
    weighing.push(weighed);
  });
  await page.goto(path, { waitUntil: "networkidle" });
  await Promise.all(weighing);
  await context.close();
  return weight;
}
