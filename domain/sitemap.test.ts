import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { robots, sitemap, sitemapIndex } from "./sitemap";

const site = "https://storks.example";

async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true });
  return text;
}

/** The elements of a document by name, with their attributes and text. @throws where it is not well-formed */
function parse(xml: string) {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => found.push({ name, attributes, text: "" }));
  parser.on("text", (text) => {
    const last = found.at(-1); // a line break may stand before the root
    if (last) last.text += text.trim();
  });
  parser.write(xml).close();
  return (name: string) => found.filter((one) => one.name === name);
}

describe("a sitemap", () => {
  test("tells each page in both languages, each naming the other", async () => {
    const pages = [
      { path: "", changed: new Date("2031-05-01T10:00:00Z") },
      { path: "/figures?q=<&\"'", changed: null },
    ];
    const all = parse(await textOf(sitemap(pages, site)));
    expect(all("loc").map(({ text }) => text)).toEqual([
      `${site}/fr`,
      `${site}/en`,
      `${site}/fr/figures?q=<&"'`,
      `${site}/en/figures?q=<&"'`,
    ]);
    expect(all("lastmod").map(({ text }) => text)).toEqual(Array(2).fill("2031-05-01T10:00:00.000Z"));
    expect(
      all("xhtml:link")
        .slice(0, 2)
        .map(({ attributes }) => attributes),
    ).toEqual([
      { rel: "alternate", hreflang: "fr", href: `${site}/fr` },
      { rel: "alternate", hreflang: "en", href: `${site}/en` },
    ]);
  });

  test("is listed with the others", () => {
    const all = parse(sitemapIndex([{ path: "/sitemaps/pages.xml", changed: null }], site));
    expect(all("loc").map(({ text }) => text)).toEqual([`${site}/sitemaps/pages.xml`]);
  });
});

describe("robots", () => {
  test("may read everything but the desk and what stands in other pages", () => {
    expect(robots(site)).toMatch(/^Allow: \/$/m);
    for (const path of ["/embed/", "/admin", "/sign-in"])
      expect(robots(site)).toContain(`\nDisallow: ${path}\n`);
    expect(robots(site)).not.toMatch(/^Disallow: \/(fr|en|api\/v1)?$/m);
  });

  test("are told of the sitemap only where the address of the site is known", () => {
    expect(robots(site)).toContain(`\nSitemap: ${site}/sitemap.xml\n`);
    expect(robots("")).not.toContain("Sitemap");
  });
});
