import { expect, type Page, test } from "@playwright/test";
import { readPage } from "./support/documents";
import { kinds, locales } from "./support/pages";

/** What a page says in its head and in its data. */
async function readHead(page: Page, path: string) {
  const { document } = await readPage(page, path);
  return document.evaluate((html) => ({
    canonical: [...html.head.querySelectorAll('link[rel="canonical"]')].map((link) =>
      link.getAttribute("href"),
    ),
    languages: [...html.head.querySelectorAll("link[hreflang]")].map((link) => link.getAttribute("hreflang")),
    robots: html.head.querySelector('meta[name="robots"]')?.getAttribute("content") ?? null,
    title: html.head.querySelector('meta[property="og:title"]')?.getAttribute("content") ?? null,
    image: html.head.querySelector('meta[property="og:image"]')?.getAttribute("content") ?? null,
    data: [...html.querySelectorAll('script[type="application/ld+json"]')].map(
      (script) => JSON.parse(script.textContent ?? "") as Record<string, unknown>,
    ),
  }));
}

test("every page names its one address and its languages", async ({ page }) => {
  for (const locale of locales)
    for (const [kind, path] of kinds) {
      const { canonical, languages, robots } = await readHead(page, `/${locale}${path}`);
      if (kind === "page that does not exist") {
        expect(canonical, kind).toEqual([]);
        expect(robots, kind).toContain("noindex");
        continue;
      }
      expect(canonical, kind).toEqual([`/${locale}${path.split("?")[0]}`]);
      expect(languages.sort(), kind).toEqual(["en", "fr"]);
    }
});

test("a frozen, filtered or pointed page is the same page to a search engine", async ({ page }) => {
  for (const query of ["?as_of=1", "?claimant=ukraine", "?point=936vk6e1"]) {
    const { canonical, robots } = await readHead(page, `/en/metrics/territory-held${query}`);
    expect(canonical, query).toEqual(["/en/metrics/territory-held"]);
    expect(robots, query).toBeNull();
  }
});

test("a feed is called by what it keeps, in words, on the page and in itself", async ({ page, request }) => {
  const feeds = {
    "/en/metrics/territory-held": "Changes – Territory held",
    "/fr/metrics/territory-held": "Modifications – Territoire tenu",
    "/en/changes?kind=revision&claimant=ukraine": "Changes – Revision – Ukraine",
    "/en/changes?claimant=nobody": "Changes – nobody",
  };
  for (const [path, title] of Object.entries(feeds)) {
    const { document } = await readPage(page, path);
    const [own] = await document.evaluate((html) =>
      [...html.head.querySelectorAll('link[type="application/atom+xml"]')].map((link) => ({
        title: link.getAttribute("title"),
        href: link.getAttribute("href")!,
      })),
    );
    expect(own?.title, path).toBe(title);
    expect(await (await request.get(own!.href)).text(), path).toContain(` – ${title}</title>`);
  }
});

test("charts are data sets and figures are claims", async ({ page, request }) => {
  const { data: whole } = await readHead(page, "/en");
  expect(whole).toMatchObject([{ "@type": "Dataset", license: expect.stringContaining("creativecommons") }]);
  const { data } = await readHead(page, "/en/metrics/territory-held");
  expect(data).toMatchObject([
    { "@type": "Dataset", temporalCoverage: expect.stringMatching(/^2024-\d\d-\d\d\/2025-\d\d-\d\d$/) },
  ]);
  for (const { contentUrl } of data[0]!.distribution as { contentUrl: string }[])
    expect((await request.get(contentUrl)).status(), contentUrl).toBe(200);
  const { data: claim } = await readHead(page, "/en/figures/936vk6e1");
  expect(claim).toMatchObject([{ "@type": "Claim", identifier: "936vk6e1", author: { name: "Ukraine" } }]);
  expect(claim[0]!.appearance).toHaveLength(3);
  const { data: part } = await readHead(page, "/en/metrics/territory-held?claimant=ukraine");
  expect(part, "a part of a chart has no name").toEqual([]);
});

test("a site that was not told its address makes none up, whatever Host says", async ({ page, request }) => {
  const headers = { Host: "evil.example", "X-Forwarded-Host": "evil.example" };
  for (const path of [
    "/robots.txt",
    "/sitemap.xml",
    "/sitemaps/pages.xml",
    "/llms.txt",
    "/en",
    "/embed/territory-held",
  ]) {
    const answer = await request.get(path, { headers });
    expect(await answer.text(), path).not.toContain("evil.example");
  }
  expect(await (await request.get("/robots.txt")).text()).not.toContain("Sitemap:");
  const sitemap = await request.get("/sitemap.xml");
  expect(sitemap.status()).toBe(404);
  expect((await sitemap.json()).detail).toContain("SITE_URL");
  expect((await readHead(page, "/en")).image, "a picture needs a whole address").toBeNull();
  expect((await readHead(page, "/en/metrics/territory-held")).title).toBe("Territory held");
});

test("robots may read, and programs find their way", async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  for (const path of ["/embed/", "/admin"]) expect(robots).toContain(`Disallow: ${path}\n`);
  const index = await (await request.get("/llms.txt")).text();
  const paths = [...index.matchAll(/\]\(([^)]+)\)/g)]
    .map(([, path]) => path!)
    .filter((path) => !path.includes("{"));
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths.filter((one) => !one.endsWith(".zip")))
    expect((await request.get(path)).status(), path).toBe(200);
});
