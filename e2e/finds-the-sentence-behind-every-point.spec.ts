import { expect, type Page, test } from "@playwright/test";
import { readPage } from "./support/documents";
import { type Locale, locales, metrics } from "./support/pages";
import { clickPoint, pointsInSight, readPoints } from "./support/points";

test.use({ javaScriptEnabled: false });

const allColumns =
  "period,value,claimant,metric,subject,place,sentence,source,reported,cue,modality,basis,mentions";

/** How the receipts word what these tests look for. */
const words = {
  fr: {
    claimant: /^(affirmé|estimé) par \S/,
    nobody: /^Sans attribution/,
    headline: / selon \S| d’après \S| annonce par \S|sans auteur nommé/,
    basis: /indiquée par la source|calculée d’après la source|déduite par nous|inconnue/,
    guess: "déduite par nous",
  },
  en: {
    claimant: /^(claimed|estimated) by \S/,
    nobody: /^Unattributed/,
    headline: / by \S|according to \S|source not named/,
    basis: /stated by the source|computed from what the source says|inferred by us|not known/,
    guess: "inferred by us",
  },
} as const;

for (const locale of locales) {
  test.describe(locale, () => {
    test("every point of the dashboard is a link to the receipt of its figure", async ({ page }) => {
      test.setTimeout(120_000); // fourteen pages there and back
      const ids = (await readRows(page, locale)).map(({ id }) => id);
      expect(ids.length).toBeGreaterThanOrEqual(14);
      await page.goto(`/${locale}`);
      const points = await readPoints(page);
      expect(points.map(({ id }) => id).sort(), "each figure has one point").toEqual(ids.sort());
      for (const [index, { id, href }] of points.entries()) {
        expect(href).toBe(`/${locale}/figures/${id}`);
        const answer = page.waitForResponse((response) => response.request().isNavigationRequest());
        await clickPoint(pointsInSight(page).nth(index));
        expect((await answer).status(), href).toBe(200);
        await expect(page.locator("article#receipt")).toHaveAttribute("data-figure-id", id);
        await page.goto(`/${locale}`);
        await expect(pointsInSight(page)).toHaveCount(points.length);
      }
    });

    test("every point of every metric's page is a link to the receipt of its figure", async ({ page }) => {
      for (const metric of metrics) {
        await page.goto(`/${locale}/metrics/${metric}`);
        const rows = page.locator(".chart-table tr[data-figure]");
        const twins = await rows.evaluateAll((all) => all.map((row) => row.getAttribute("data-figure")));
        const points = await readPoints(page);
        expect(points.length, metric).toBeGreaterThan(0);
        expect(points.map(({ id }) => id).sort(), `${metric}: its table`).toEqual(twins.sort());
        for (const { id, href, hit } of points) {
          expect(href).toBe(`/${locale}/figures/${id}`);
          expect(hit, `${metric}: nothing lies above the point of ${id}`).toBe(true);
          expect((await readReceipt(page, href)).status).toBe(200);
        }
      }
    });

    test("every receipt holds its sentences, each with one number marked, which is the value", async ({
      page,
    }) => {
      const receipts = await readReceipts(page, locale);
      expect(receipts.length).toBeGreaterThanOrEqual(14);
      const mentions = receipts.flatMap((receipt) => receipt.mentions);
      expect(mentions.length).toBeGreaterThanOrEqual(21);
      for (const { id, status, ...receipt } of receipts) {
        expect(status, id).toBe(200);
        expect(receipt.mentions.length, `${id} has a sentence`).toBeGreaterThan(0);
      }
      for (const { sentence, lang, marks, value } of mentions) {
        expect(sentence).toMatch(/^(\p{Lu}|\d).*[.…]$/u);
        expect(lang, sentence).toBe("fr");
        expect(marks, `one mark in “${sentence}”`).toHaveLength(1);
        expect(readNumber(marks[0]!.text), `“${marks[0]!.text}” in “${sentence}”`).toBe(Number(value));
      }
    });

    test("every sentence stands on its source's page with the same mark, which leads back", async ({
      page,
    }) => {
      const receipts = await readReceipts(page, locale);
      const mentions = receipts.flatMap(({ id, mentions }) => mentions.map((one) => ({ id, ...one })));
      for (const source of new Set(mentions.map((mention) => mention.source))) {
        const stated = mentions.filter((mention) => mention.source === source);
        const { status, marks } = await readMarks(page, source);
        expect(status, source).toBe(200);
        expect(marks.length, `${source} has as many marks as the receipts say`).toBe(stated.length);
        for (const {
          id,
          sentence,
          marks: [mark],
        } of stated) {
          const same = marks.find(
            (one) =>
              one.id === id &&
              one.text === mark!.text &&
              one.passage.startsWith(sentence, one.start - mark!.start),
          );
          expect(same, `“${sentence}” on ${source}`).toMatchObject({
            lang: "fr",
            href: `/${locale}/figures/${id}`,
          });
        }
      }
    });

    test("every row of the table, all columns shown, holds the sentence of its receipt", async ({ page }) => {
      const rows = await readRows(page, locale);
      const receipts = new Map((await readReceipts(page, locale)).map((one) => [one.id, one]));
      expect(rows.length).toBeGreaterThanOrEqual(14);
      for (const { id, cells, href, marks, says } of rows) {
        expect(cells, id).toHaveLength(13);
        expect(
          cells.filter((cell) => cell === ""),
          `${id}: no cell is blank`,
        ).toEqual([]);
        expect(marks, says.sentence).toHaveLength(1);
        expect(readNumber(marks[0]!), says.sentence).toBe(Number(says.value));
        expect(href).toBe(`/${locale}/figures/${id}`);
        const { mentions } = receipts.get(id)!;
        const { sentence, lang, value, source } = mentions[0]!;
        expect(says).toEqual({ sentence, lang, value, source, mentions: mentions.length });
      }
    });

    test("every receipt names a claimant or says that there is none", async ({ page }) => {
      for (const { id, headline, mentions } of await readReceipts(page, locale)) {
        expect(headline, id).toMatch(words[locale].headline);
        for (const { first, unattributed } of mentions) {
          expect(first, id).toMatch(unattributed ? words[locale].nobody : words[locale].claimant);
        }
      }
    });

    test("every date says how it is known, and a guess says that it is one, and why", async ({ page }) => {
      const { basis, guess } = words[locale];
      const receipts = await readReceipts(page, locale);
      for (const { id, dates } of receipts) {
        expect(dates, `${id}: its period and the day of its report`).toHaveLength(2);
        for (const date of dates) {
          expect(date.basis, id).toMatch(basis);
          expect(date.basis.includes(guess), id).toBe(date.inferred);
          if (date.inferred) expect(date.reasoning, `${id} says why`).toMatch(/\S.*\./);
        }
      }
      const guessed = receipts.filter(({ dates: [period] }) => period!.inferred).map(({ id }) => id);
      expect(guessed.length, "the seeds hold such dates").toBeGreaterThan(0);
      const rows = await readRows(page, locale);
      const inTable = rows.filter((row) => row.inferred).map(({ id }) => id);
      expect(inTable.sort(), "the table says so, too").toEqual(guessed.sort());
    });
  });
}

/** The rows of the table, every column shown. */
async function readRows(page: Page, locale: Locale) {
  const { document } = await readPage(page, `/${locale}/figures?columns=${allColumns}`);
  return document.evaluate((html) =>
    [...html.querySelectorAll(".figure-table tr[data-figure-id]")].map((row) => {
      const sentence = row.querySelector(".column-sentence a");
      return {
        id: row.getAttribute("data-figure-id") ?? "",
        cells: [...row.querySelectorAll("td")].map((cell) => cell.textContent?.trim() ?? ""),
        href: sentence?.getAttribute("href") ?? "",
        marks: [...(sentence?.querySelectorAll("mark") ?? [])].map((mark) => mark.textContent ?? ""),
        inferred: row.querySelector(".column-period .basis-inferred") !== null,
        says: {
          sentence: sentence?.textContent ?? "",
          lang: sentence?.getAttribute("lang") ?? "",
          value: row.querySelector("data")?.getAttribute("value") ?? "",
          source: row.querySelector(".column-source a")?.getAttribute("href") ?? "",
          mentions: Number(row.querySelector(".column-mentions")?.textContent),
        },
      };
    }),
  );
}

/** The receipt of every figure of the table. */
const readReceipts = async (page: Page, locale: Locale) => {
  const receipts = [];
  for (const { id } of await readRows(page, locale)) {
    receipts.push({ id, ...(await readReceipt(page, `/${locale}/figures/${id}`)) });
  }
  return receipts;
};

/** What the page of a figure says: its sentences in order, who speaks in each, and its dates. */
async function readReceipt(page: Page, path: string) {
  const { status, document } = await readPage(page, path);
  const receipt = await document.evaluate((html) => {
    const mentions = [...html.querySelectorAll("#receipt [data-mention]")].map((mention) => {
      const quote = mention.querySelector("blockquote");
      const first = mention.querySelector(".chain li");
      let start = 0;
      const marks: { text: string; start: number }[] = [];
      for (const node of quote?.querySelector("p")?.childNodes ?? []) {
        if (node.nodeName === "MARK") marks.push({ text: node.textContent ?? "", start });
        start += node.textContent?.length ?? 0;
      }
      return {
        sentence: quote?.textContent ?? "",
        lang: quote?.lang ?? "",
        marks,
        value: mention.querySelector("data")?.getAttribute("value") ?? "",
        source: mention.querySelector("figcaption a")?.getAttribute("href") ?? "",
        first: first?.textContent ?? "",
        unattributed: first?.classList.contains("unattributed") ?? false,
      };
    });
    const dates = [...html.querySelectorAll("#receipt .facts dd .basis")].map((basis) => ({
      basis: basis.textContent ?? "",
      inferred: basis.classList.contains("basis-inferred"),
      reasoning: basis.closest("dd")?.querySelector(".reasoning")?.textContent ?? "",
    }));
    return { headline: html.querySelector("#receipt h1")?.textContent ?? "", mentions, dates };
  });
  return { status, ...receipt };
}

/** Every number marked on the page of a source: which figure it leads to and where in its passage it stands. */
async function readMarks(page: Page, source: string) {
  const { status, document } = await readPage(page, source);
  const marks = await document.evaluate((html) =>
    [...html.querySelectorAll("blockquote a[data-figure]")].map((link) => {
      const quote = link.closest("blockquote");
      const before = html.createRange();
      before.setStart(quote!, 0); // the selector asks for one
      before.setEndBefore(link);
      return {
        id: link.getAttribute("data-figure"),
        href: link.getAttribute("href"),
        text: link.querySelector("mark")?.textContent ?? "",
        start: before.toString().length,
        passage: quote?.textContent ?? "",
        lang: quote?.lang ?? "",
      };
    }),
  );
  return { status, marks };
}

/** Numbers the sources print in letters; a fraction is worth its share of a hundred. */
const inLetters: Readonly<Record<string, number>> = { deux: 2, "un cinquième": 20 };

/** Reads a number as French prints it: "50 000", "1 400" with any space between the thousands, "deux". */
function readNumber(printed: string): number {
  const digits = printed.replace(/\s/g, "").replace(",", ".");
  return /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : (inLetters[printed.toLowerCase()] ?? Number.NaN);
}
