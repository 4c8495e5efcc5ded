import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { embedded } from "./support/accounts";
import { expectNoFaultsDayAndNight } from "./support/axe";

/** Another site: one page, with a policy of its own, that holds an embed. */
async function otherSite(html: string, policy: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const strict = `default-src 'none'; frame-src ${embedded.url}; script-src 'nonce-x'`;
const listening = `<script nonce="x">
addEventListener("message", ({ data, source }) => {
  if (data?.type === "verbatim:height" && source === document.querySelector("iframe").contentWindow)
    document.querySelector("iframe").height = data.height;
});</script>`;
const frame = (path: string, attributes = "") =>
  `<!doctype html><html lang="en"><title>Elsewhere</title>${listening}<iframe title="A chart" src="${embedded.url}${path}" width="320" height="200" ${attributes}></iframe></html>`;

test("a chart stands in a page with a strict policy and tells its height", async ({ page }) => {
  const { url, server } = await otherSite(frame("/embed/territory-held?lang=en"), strict);
  const failures: string[] = [];
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  await page.goto(url);
  const inside = page.frameLocator("iframe");
  await expect(inside.getByRole("heading", { level: 1 })).toHaveText("Territory held");
  await expect(inside.locator("svg[data-chart]:visible a[data-figure]").first()).toBeVisible();
  await expect(inside.locator("mark").first()).toBeVisible();
  await expect(inside.locator(".tight").first(), "a line never ends after «").toHaveCSS(
    "white-space",
    "nowrap",
  );
  await expect(inside.locator("footer")).toContainText("Source: ");
  await expect
    .poll(async () => Number(await page.locator("iframe").getAttribute("height")))
    .toBeGreaterThan(400);
  const width = await inside.locator("html").evaluate((html) => html.scrollWidth);
  expect(width, "nothing is cut at 320 px").toBeLessThanOrEqual(320);
  expect(failures.filter((text) => !text.includes("favicon"))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  const link = inside.getByRole("link", { name: "Open this on Verbatim" });
  const [opened] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await expect(opened).toHaveURL(`${embedded.url}/en/metrics/territory-held`);
  server.close();
});

test("a chart and a figure are read in a sandbox that allows nothing", async ({ page }) => {
  for (const [path, words] of [
    ["/embed/drones-intercepted?lang=fr&as_of=1", "À la révision 1"],
    ["/embed/figures/936vk6e1?lang=fr", "Ouvrir sur Verbatim"],
  ] as const) {
    const { url, server } = await otherSite(frame(path, 'sandbox=""'), strict);
    await page.goto(url);
    const inside = page.frameLocator("iframe");
    await expect(inside.locator("footer")).toContainText(words);
    await expect(inside.locator("blockquote mark").first()).toBeVisible();
    const font = await inside.locator("h1").evaluate((h1) => getComputedStyle(h1).margin);
    expect(font, "its style sheet is there").toBe("0px");
    server.close();
  }
});

test("an embed follows the reader's theme unless it is told one, and axe finds nothing wrong with it", async ({
  page,
}) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [day, night] = ["rgb(251, 248, 241)", "rgb(20, 19, 18)"];
  for (const path of ["/embed/territory-held?lang=en", "/embed/figures/936vk6e1?lang=en"]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      for (const [theme, wanted] of [
        ["", colorScheme === "light" ? day : night],
        ["&theme=light", day],
        ["&theme=dark", night],
      ] as const) {
        await page.goto(path + theme);
        expect(await paper(), `${path}${theme} by ${colorScheme}`).toBe(wanted);
      }
    }
    await page.goto(path);
    await expectNoFaultsDayAndNight(page, path);
  }
});

test("only embeds may be framed, they set no cookie, and what is not there says so", async ({ request }) => {
  const embed = await request.get("/embed/territory-held");
  expect(embed.headers()["x-frame-options"]).toBeUndefined();
  expect(embed.headers()["set-cookie"]).toBeUndefined();
  expect(embed.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(embed.headers()["cross-origin-resource-policy"]).toBe("cross-origin");
  for (const page of ["/fr", "/fr/metrics/territory-held", "/fr/embed/territory-held", "/sign-in"]) {
    const { "x-frame-options": framing, "content-security-policy": policy } = (
      await request.get(page, { maxRedirects: 0 })
    ).headers();
    expect(framing, page).toBe("DENY");
    expect(policy, page).toContain("frame-ancestors 'none'");
  }
  for (const [path, status] of [
    ["/embed/nothing", 404],
    ["/embed/figures/zzzzzzzz", 404],
    ["/embed/territory-held?as_of=99", 400],
    ["/embed/territory-held?theme=pink", 400],
    ["/embed/territory-held?utm_source=x", 200],
  ] as const)
    expect((await request.get(path)).status(), path).toBe(status);
});

test("an embed frozen at a revision is the same bytes each time", async ({ request }) => {
  const path = "/embed/territory-held?as_of=1&lang=fr";
  const [one, other] = await Promise.all([request.get(path), request.get(path)]);
  expect(await one.text()).toBe(await other.text());
  const again = await request.get(path, { headers: { "If-None-Match": one.headers().etag! } });
  expect(again.status()).toBe(304);
});

test("oEmbed says how to embed a page, within the size asked for, in both formats", async ({ request }) => {
  const url = encodeURIComponent(`${embedded.url}/en/metrics/territory-held?claimant=ukraine`);
  const json = await (await request.get(`/oembed?url=${url}&maxwidth=400&maxheight=300`)).json();
  expect(json).toMatchObject({
    type: "rich",
    version: "1.0",
    width: 400,
    height: 300,
    provider_name: "Verbatim",
  });
  expect(json.html).toContain(`src="${embedded.url}/embed/territory-held?claimant=ukraine&amp;lang=en"`);
  expect(json).not.toHaveProperty("thumbnail_url");
  const xml = await request.get(`/oembed?url=${url}&format=xml`);
  expect(xml.headers()["content-type"]).toBe("text/xml; charset=utf-8");
  expect(await xml.text()).toMatch(/^<\?xml .*\n<oembed><type>rich<\/type>/);
  for (const [query, status] of [
    [`url=${url}&format=yaml`, 501],
    ["url=https%3A%2F%2Felsewhere.example%2Fen%2Fmetrics%2Fterritory-held", 404],
    [`url=${encodeURIComponent(`${embedded.url}/en/metrics/nothing`)}`, 404],
    [`url=${encodeURIComponent(`${embedded.url}/en/method`)}`, 404],
    ["format=json", 400],
  ] as const)
    expect((await request.get(`/oembed?${query}`)).status(), query).toBe(status);
});
