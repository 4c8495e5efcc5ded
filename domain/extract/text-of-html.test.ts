import { array, constantFrom, nat, oneof, property, string, assert as thatFor } from "fast-check";
import { describe, expect, test } from "vitest";
import { readHtml } from "./text-of-html";

const textOf = (html: string) => {
  const read = readHtml(html);
  return read.ok ? read.value.text : read.refusal.kind;
};

const paragraph = (words: string) => `<p>${words}</p>`;
const filler =
  "La préfecture de Valbrune a fait le point jeudi, comme chaque semaine, devant la presse réunie.";

const page = `<!doctype html><html lang="fr-FR"><head>
<title>47 drones abattus | La Gazette de l&#39;Orme</title>
<meta property="og:site_name" content="La Gazette de l’Orme">
<meta property="article:published_time" content="2025-02-13T23:30:00+01:00">
<link rel="canonical" href="https://gazette.example/orme/drones">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":"NewsArticle","headline":"47 drones abattus","author":[{"@type":"Person","name":"Ada Brun"}],
"inLanguage":"fr"}]}</script>
<style>p { color: red }</style><script>var lost = "900 drones";</script></head><body>
<nav><ul><li><a href="/a">Accueil</a></li><li><a href="/b">Météo</a></li></ul></nav>
<div class="cookie-banner" role="dialog">Nous et nos 812 partenaires utilisons des cookies.</div>
<article><h1>47 drones abattus</h1>
${paragraph(filler)}${paragraph("Elle tient 1&nbsp;500&nbsp;km<sup>2</sup> au nord<sup><a href='#n1'>1</a></sup>, dit-elle.<br>Rien d’autre.")}
<ul><li>Lundi : 12 chars</li><li>Mardi : 14 chars</li></ul>
<table><tr><th>Jour</th><th>Drones</th></tr><tr><td>12</td><td>500</td></tr></table>
${paragraph(filler)}${paragraph(filler)}</article>
<aside class="related"><h3>À lire aussi</h3><a href="/c">77 idées de sorties</a></aside>
<footer>© 2025 La Gazette</footer></body></html>`;

describe("a page", () => {
  const read = readHtml(page);
  const { text, ...metadata } = read.ok ? read.value : { text: "" };

  test("says of itself what it prints", () => {
    expect(metadata).toEqual({
      title: "47 drones abattus",
      publisher: "La Gazette de l’Orme",
      author: "Ada Brun",
      publishedOn: "2025-02-13",
      language: "fr",
      url: "https://gazette.example/orme/drones",
    });
  });

  test("gives its article and nothing around it", () => {
    expect(text).toContain("Elle tient 1\u00a0500\u00a0km² au nord, dit-elle.\nRien d’autre.");
    expect(text).not.toMatch(/cookies|77 idées|Météo|900 drones|color|812/);
  });

  test("keeps items and cells apart", () => {
    expect(text).toMatch(/^Lundi : 12 chars$/m);
    expect(text).toMatch(/^Mardi : 14 chars$/m);
    expect(text).toContain("Jour\tDrones\n12\t500");
  });
});

describe("raised text", () => {
  test.each([
    ["500 km<sup>2</sup>", "500 km²"],
    ["30 m<sup>3</sup> d’eau", "30 m³ d’eau"],
    ["km<sup> 2 </sup>", "km²"],
    ["500<sup>3</sup> drones", "500 drones"],
    ["500 drones<sup>[12]</sup>.", "500 drones."],
    ["500<sup class=ref><a href='#x'>[3]</a></sup> drones", "500 drones"],
    ["la 47<sup>e</sup> brigade", "la 47e brigade"],
    ["the 5<sup>th</sup> day", "the 5th day"],
    ["500<sup>*</sup> drones", "500 drones"],
    ["500<sup>environ</sup>", "500 environ"],
    ["500<sup>3", "500 3"],
    ["2 × 10<sup>6</sup>", "2 × 10^6"],
    ["CO<sub>2</sub>", "CO2"],
  ])("%s", (html, text) => {
    expect(textOf(html)).toBe(text);
  });
});

describe("a selection", () => {
  test.each([
    ["without tags", "Kiev tient 500 km²", "Kiev tient 500 km²"],
    ["of a browser", "<meta charset='utf-8'><p>Un.</p><p>Deux.</p>", "Un.\n\nDeux."],
    [
      "marked in a page",
      "<html><body>x<!--StartFragment--><b>Un</b> mot<!--EndFragment-->y</body></html>",
      "Un mot",
    ],
    [
      "of a word processor",
      "<html xmlns:o='urn:x'><head><style>p{}</style></head><body><!--StartFragment--><p class=MsoNormal>12<o:p></o:p></p><![if !supportLists]>a<![endif]><!--EndFragment--></body></html>",
      "12\n\na",
    ],
    [
      "of a shared document",
      "<b id='docs-internal-guid-1'><p dir='ltr'><span style='x'>1 500</span></p><br><p>km²</p></b>",
      "1 500\n\n\nkm²".replace("\n\n\n", "\n\n"),
    ],
    ["with a list that numbers", "<ol><li>Un</li><li>Deux</li></ol>", "Un\nDeux"],
  ])("%s", (_, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  test("says nothing of itself", () => {
    expect(readHtml("<p>Rien.</p>")).toEqual({
      ok: true,
      value: {
        text: "Rien.",
        title: null,
        publisher: null,
        author: null,
        publishedOn: null,
        language: null,
        url: null,
      },
    });
  });
});

describe("dates and addresses that are none", () => {
  const head = (tags: string) => readHtml(`<html><head>${tags}</head><body>Un mot.</body></html>`);
  test.each([
    ["<meta name=date content='2025-02-30'>", { publishedOn: null }],
    ["<meta name=date content='hier'>", { publishedOn: null }],
    ["<meta name=date content='Thu, 13 Feb 2025 08:00:00 GMT'>", { publishedOn: "2025-02-13" }],
    ["<link rel=canonical href='/drones'>", { url: null }],
    ["<link rel=canonical href='javascript:alert(1)'>", { url: null }],
    ["<meta property='og:locale' content='uk_UA'>", { language: null }],
    ["<script type='application/ld+json'>{oops</script><title>T &amp; U</title>", { title: "T & U" }],
  ])("%s", (tags, expected) => {
    expect(head(tags)).toMatchObject({ ok: true, value: expected });
  });
});

describe("what a browser would choke on", () => {
  test.each([
    ["4 000 nested blocks", "<div>".repeat(4_000), /^Un mot\.$/],
    ["40 000 nested spans", "<span>".repeat(40_000), /^Un mot\.$/],
    ["nested tables", "<table><tr><td>".repeat(1_500), /^Un mot\.$/],
    ["closings of nothing", "<div></b>".repeat(2_000), /^Un mot\.$/],
    ["items in items", "<ul><li><p>".repeat(1_500), /^Un mot\.$/],
    ["null characters", "\u0000", /^Un mot\.$/],
    ["entities", "&nbsp;".repeat(30_000), /^Un mot\.$/],
    ["angles", "< ".repeat(4_000), /^[< ]+Un mot\.$/],
    ["raised text never closed", "5<sup>".repeat(15_000), /Un mot\.$/],
    ["quotes never closed", '<a href="'.repeat(15_000), /^(?:no_text|.*Un mot\.)$/s],
    ["a comment never closed", "x<!--".repeat(15_000), /^x$/],
  ])("%s, as a selection and as a page", (_, hostile, text) => {
    expect(textOf(`${hostile}Un mot.`)).toMatch(text);
    expect(textOf(`<html><body>${hostile}Un mot.</body></html>`)).toMatch(text);
  });

  test("nothing to read and too much are refused by name", () => {
    expect(readHtml("")).toEqual({ ok: false, refusal: { kind: "no_text" } });
    expect(readHtml("<script>alert(1)</script>")).toEqual({ ok: false, refusal: { kind: "no_text" } });
    expect(readHtml("x".repeat(5_000_001))).toEqual({
      ok: false,
      refusal: { kind: "too_long", limit: 5_000_000 },
    });
  });

  test("no input throws", () => {
    const bits = constantFrom(
      "<p>",
      "</p>",
      "<div>",
      "</div>",
      "<sup>",
      "</sup>",
      "<td>",
      "<br>",
      "<!--",
      "-->",
      "<html>",
      "<body>",
      "<script>",
      "</script>",
      "<svg>",
      '<a href="',
      "<meta content='",
      "'",
      ">",
      "<",
      "&",
      "&#x0;",
      "500",
      "km",
      "\u0000",
    );
    const html = array(
      oneof(bits, string({ unit: nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 4 })),
      { maxLength: 50 },
    );
    thatFor(
      property(html, (parts) => {
        const read = readHtml(parts.join(""));
        expect(read.ok ? read.value.text.trim().length > 0 : read.refusal.kind === "no_text").toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
