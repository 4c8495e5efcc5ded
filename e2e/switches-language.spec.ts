import { expect, type Page, test } from "@playwright/test";
import { readPage } from "./support/documents";
import { kinds, type Locale, locales } from "./support/pages";

test.use({ javaScriptEnabled: false });

const other = { fr: "en", en: "fr" } as const;
const invitation = { fr: "Read in English", en: "Lire en français" } as const;

/** Words of the interface, and those that stand for them in the other language. */
const pairs = [
  ["Graphiques", "Charts"],
  ["Tous les chiffres", "All figures"],
  ["Méthode", "Method"],
  ["Aller au contenu", "Skip to the content"],
  ["Qui l’affirme", "Who says so"],
  ["Valeur", "Value"],
  ["Phrase", "Sentence"],
  ["Mesure", "Metric"],
  ["Publié", "Published"],
  ["Rapporté", "Reported"],
  ["À propos de", "About"],
  ["affirmé par", "claimed by"],
  ["estimé par", "estimated by"],
  ["publié par", "published by"],
  ["relayé par", "relayed by"],
  ["sans attribution", "unattributed"],
  ["calculée", "computed"],
  ["déduite", "inferred"],
  ["selon", "according to"],
  ["Comment lire ce graphique", "How to read this chart"],
  ["Explorer", "Explore"],
  ["Appliquer", "Apply"],
  ["Tout effacer", "Clear all"],
  ["Droits", "Rights"],
  ["chiffres", "figures"],
  ["et", "and"],
  ["les", "the"],
] as const;

test("the language link leads to the same page, filters, columns and place included, and back", async ({
  page,
}) => {
  const paths = [
    ...kinds.filter(([kind]) => kind !== "page that does not exist").map(([, path]) => path),
    "/figures?q=drones&sort=-value",
    "/figures?metric=territory-held&as_of=1&columns=value%2Csentence",
    "/figures?after=WyIyMDI1LTAyLTEzIiwiOTM2dms2ZTEiXQ",
    "/metrics/territory-held?claimant=ukraine",
    "/figures/936vk6e1?as_of=1",
  ];
  for (const locale of locales) {
    for (const path of paths) {
      const { document } = await readPage(page, `/${locale}${path}`);
      const link = await document.evaluate((html) => {
        const { lang, hreflang, textContent: text } = html.querySelector<HTMLAnchorElement>("a.language")!;
        return { lang, hreflang, text, href: html.querySelector("a.language")!.getAttribute("href") };
      });
      const there = other[locale];
      expect(link, `/${locale}${path}`).toEqual({
        lang: there,
        hreflang: there,
        text: invitation[locale],
        href: `/${there}${path}`,
      });
    }
  }
});

test("following the link changes the language of everything but the quotations", async ({ page }) => {
  await page.goto("/fr/figures/936vk6e1");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  const quotes = await page.locator("#receipt blockquote").allTextContents();
  await page.getByRole("link", { name: "Read in English" }).click();
  await expect(page).toHaveURL("/en/figures/936vk6e1");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("#receipt blockquote")).toHaveText(quotes);
  await page.getByRole("link", { name: "Lire en français" }).click();
  await expect(page).toHaveURL("/fr/figures/936vk6e1");
});

for (const [kind, path] of kinds) {
  test(`the ${kind} speaks one language, marks what is of another, and has a twin`, async ({ page }) => {
    const heads: Record<string, { title: string; description: string }> = {};
    for (const locale of locales) {
      const { lang, text, unmarked, alternates, ...head } = await readWords(page, `/${locale}${path}`);
      expect(lang).toBe(locale);
      expect(unmarked, "every quotation says that it is French").toEqual([]);
      const strange = pairs
        .map((pair) => pair[locale === "fr" ? 1 : 0])
        .filter((word) => hasWord(text, word));
      // The page about the API names columns and filters in its sentences; messages/api-words.test.ts holds its French.
      if (kind !== "api") expect(strange, `words of the other language on /${locale}${path}`).toEqual([]);
      heads[locale] = head;
      if (kind === "page that does not exist") continue;
      const bare = path.split("?")[0];
      expect(alternates.map((href) => new URL(href, "http://x").pathname)).toEqual([
        `/fr${bare}`,
        `/en${bare}`,
      ]);
    }
    const { fr, en } = heads as Record<Locale, { title: string; description: string }>;
    // A source is called by its own title, and a figure is described by its own sentence, in any language.
    if (kind !== "source" && kind !== "sources") expect(fr.title).not.toBe(en.title);
    if (kind !== "permalink") expect(fr.description).not.toBe(en.description);
    for (const { title, description } of [fr, en]) {
      expect(title.length).toBeGreaterThan(5);
      expect(description.length).toBeGreaterThan(20);
    }
  });
}

test("numbers and dates are written as each language writes them", async ({ page }) => {
  const forms = {
    fr: {
      "5ef6srf2": /1\u202f400\u00a0km², .*août 2024$/,
      "936vk6e1": /13\u00a0févr\. 2025$/,
      v7v4he0z: /environ 20\u202f%/,
    },
    en: {
      "5ef6srf2": /1,400\u00a0km², .*August 2024$/,
      "936vk6e1": /13\u00a0Feb 2025$/,
      v7v4he0z: /about 20%/,
    },
  };
  for (const locale of locales) {
    for (const [id, form] of Object.entries(forms[locale])) {
      const { document } = await readPage(page, `/${locale}/figures/${id}`);
      expect(await document.evaluate((html) => html.querySelector("h1")?.textContent)).toMatch(form);
    }
  }
});

test("French elides before a vowel and parts its high punctuation from the word", async ({ page }) => {
  for (const path of ["/fr", "/fr/metrics/territory-held", "/fr/metrics/troops-massed", "/fr/method"]) {
    const { text } = await readWords(page, path);
    expect(
      text.match(/(?<![\p{L}’])(de|le|la|que|je|ne|se) (?!onze|oui|ouï|un\b)[aeiouéèêâîôû]\p{L}+/giu),
      path,
    ).toBeNull();
    expect(text.match(/[\p{L}\d][!?;:](?=\s)/giu), path).toBeNull();
  }
});

/** What a page says in its own language, labels that are heard included; and what it fails to mark as French. */
async function readWords(page: Page, path: string) {
  const { document } = await readPage(page, path);
  return document.evaluate((html) => {
    const { lang } = html.documentElement;
    const unmarked = [...html.querySelectorAll("blockquote, .citation span, .column-sentence a")]
      .filter((quote) => quote.closest("[lang]")?.getAttribute("lang") !== "fr")
      .map((quote) => quote.textContent);
    const alternates = [...html.querySelectorAll('link[rel="alternate"][hreflang]')].map(
      (link) => link.getAttribute("href") ?? "",
    );
    const title = html.title;
    const description = html.querySelector('meta[name="description"]')?.getAttribute("content") ?? "";
    // What stands in its own language is marked as such; the reasons we give quote a word of the text now and then;
    // names of outlets and the words of programs are the same in every language.
    const own = 'script, .reasoning, code, pre, select[name="via"] option';
    for (const strange of html.body.querySelectorAll(`[lang]:not([lang="${lang}"]), ${own}`))
      strange.remove();
    // An address in a text to copy is in no language.
    for (const copied of html.body.querySelectorAll("textarea"))
      copied.textContent = copied.textContent?.replace(/(https?:\/)?\/[a-z]\S+/g, "") ?? "";
    const heard = ["aria-label", "title", "placeholder", "alt"].flatMap((name) =>
      [...html.body.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name)),
    );
    const read: (string | null)[] = [];
    for (const walker = html.createTreeWalker(html.body, NodeFilter.SHOW_TEXT); walker.nextNode(); )
      read.push(walker.currentNode.textContent);
    return { lang, title, description, alternates, unmarked, text: [...read, ...heard].join(" | ") };
  });
}

/** Whether a text has a word as a word of its own, in this very form or with a capital. */
const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}’'])${word}(?![\\p{L}’'])`, "iu").test(text);
