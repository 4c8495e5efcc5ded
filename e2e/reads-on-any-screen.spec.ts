import { expect, type Page, test } from "@playwright/test";
import { kinds, locales, metrics } from "./support/pages";
import { readPoints } from "./support/points";

const widths = [320, 390, 768, 1440] as const;
const sizeOf = (width: number) => ({ width, height: width < 600 ? 720 : 900 });

for (const [kind, path] of kinds) {
  test(`the ${kind} stands still while it loads, its fonts late, and never scrolls sideways`, async ({
    page,
  }) => {
    await watchShifts(page);
    for (const [locale, first] of [
      ["fr", 1440],
      ["en", 320],
    ] as const) {
      await page.setViewportSize(sizeOf(first));
      await page.unrouteAll();
      const arrive = await holdFonts(page);
      await page.goto(`/${locale}${path}`, { waitUntil: "domcontentloaded" });
      await painted(page);
      arrive();
      await page.waitForLoadState();
      expect(await shiftOf(page), `shift in ${locale} at ${first} px`).toBe(0);
      for (const width of widths) {
        await page.setViewportSize(sizeOf(width));
        expect(await widthOf(page), `width in ${locale} at ${width} px`).toBeLessThanOrEqual(width);
      }
    }
  });
}

test("each font has a fallback of its own size, which browsers understand", async ({ page }) => {
  await page.goto("/fr");
  const families = await page.evaluate(() =>
    [...document.fonts].map(({ family }) => family.replace(/"/g, "")),
  );
  expect(families.sort()).toEqual(["sansFont", "sansFont Fallback", "serifFont", "serifFont Fallback"]);
});

for (const locale of locales) {
  test.describe(locale, () => {
    test("each chart shows one drawing, its words apart and inside, its points large enough for a finger", async ({
      page,
    }) => {
      await page.goto(`/${locale}`); // fetches the fonts: one that is late is used from the next page on
      const faults: string[] = [];
      for (const path of ["", "/figures/936vk6e1", ...metrics.map((metric) => `/metrics/${metric}`)]) {
        await page.goto(`/${locale}${path}`);
        for (const width of widths) {
          await page.setViewportSize(sizeOf(width));
          const found = (await readCharts(page)).flatMap(({ name, faults }) =>
            faults.map((one) => `${name}: ${one}`),
          );
          const missed = (await readPoints(page))
            .filter(({ hit }) => !hit)
            .map(({ id }) => `a finger misses ${id}`);
          faults.push(...[...found, ...missed].map((one) => `${path || "dashboard"} at ${width} px: ${one}`));
        }
      }
      expect(faults).toEqual([]);
    });

    test("what stands together has air, and the number of an event stands beside its name", async ({
      page,
    }) => {
      for (const width of widths) {
        await page.setViewportSize(sizeOf(width));
        await page.goto(`/${locale}/metrics/territory-held`);
        expect(await underneath(page, ".wordmark", ".search-box input"), `${width} px`).not.toBeLessThan(4);
        expect(await underneath(page, ".listen", ".chart-figure .quote"), `${width} px`).not.toBeLessThan(8);
        // A number alone on its line would make the item higher than its name.
        const alone = await page.locator(".chart-event-list li").evaluateAll((items) =>
          items
            .filter((item) => item.checkVisibility())
            .filter((item) => {
              const [whole, name] = [item, item.firstElementChild!].map((one) => one.getBoundingClientRect());
              return whole!.height - name!.height > 6;
            })
            .map((item) => item.textContent),
        );
        expect(alone, `${width} px`).toEqual([]);
      }
    });

    test("the table under a chart is read whole on a phone", async ({ page }) => {
      await page.setViewportSize(sizeOf(390));
      for (const path of ["/metrics/territory-held", "/metrics/territory-share-occupied"]) {
        await page.goto(`/${locale}${path}`);
        const table = page.locator(".chart-table-scroll");
        expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth), path).toBe(0);
      }
    });

    test("the panel of a receipt fits a phone and comes from its bottom", async ({ page }) => {
      await page.setViewportSize(sizeOf(320));
      await page.goto(`/${locale}`);
      await expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");
      await page.locator("a[data-figure]:visible").first().press("Enter");
      const panel = page.getByRole("dialog");
      await expect(panel.locator("blockquote mark").first()).toBeInViewport();
      const box = (await panel.boundingBox())!;
      expect([box.x, box.width, box.y + box.height]).toEqual([0, 320, 720]);
      expect(await panel.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
      expect(await widthOf(page)).toBeLessThanOrEqual(320);
    });
  });
}

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });

  test("every kind of page is dark, and nothing on it glares but the highlighter", async ({ page }) => {
    for (const [kind, path] of kinds) {
      await page.goto(`/fr${path}`);
      const { paper, ink, glaring } = await readColours(page);
      expect.soft(paper, kind).toBeLessThan(0.02);
      expect.soft(ink, kind).toBeGreaterThan(0.6);
      expect.soft(glaring, kind).toEqual([]);
    }
  });
});

/** How far below one thing the other begins; 99 where it stands beside it. */
const underneath = (page: Page, one: string, other: string) =>
  page.evaluate(
    ([one, other]) => {
      const [a, b] = [one, other].map((path) => document.querySelector(path)!.getBoundingClientRect());
      return b!.left >= a!.right ? 99 : b!.top - a!.bottom;
    },
    [one, other] as const,
  );

/** Keeps the fonts back; the function returned lets them come. */
async function holdFonts(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/*.woff2", async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

const painted = (page: Page) =>
  page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);

/** Starts counting what moves by itself, before the page begins. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const seen = window as { shifts?: number };
    seen.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        seen.shifts! += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });

/** What has moved once the fonts are there and two more frames are drawn. */
const shiftOf = (page: Page) =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    return (window as { shifts?: number }).shifts;
  });

const widthOf = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** Every chart of the page, and what is wrong with how its words and its points lie. */
const readCharts = (page: Page) =>
  page.locator(".chart-figure").evaluateAll((figures) =>
    figures.map((figure) => {
      const drawings = [...figure.querySelectorAll<SVGSVGElement>("svg[data-chart]")].filter((svg) =>
        svg.checkVisibility(),
      );
      const [svg] = drawings;
      if (svg === undefined || drawings.length > 1)
        return { name: figure.id, faults: [`${drawings.length} drawings are seen`] };
      const within = svg.getBoundingClientRect();
      const scale = within.width / svg.viewBox.baseVal.width;
      // The numbers at points are for paper: no screen shows them.
      const texts = [...svg.querySelectorAll("text:not(.chart-numbers text)")].map((text) => ({
        words: [...text.childNodes].map((node) => node.textContent).join(" / "),
        direct: text.closest(".chart-labels") !== null,
        size: Number.parseFloat(getComputedStyle(text).fontSize) * scale,
        box: text.getBoundingClientRect(),
      }));
      // The box of a text reaches from ascent to descent, further than what is drawn.
      const [aside, above] = [1, 4];
      const outside = texts.filter(
        ({ box }) =>
          within.left - box.left > aside ||
          box.right - within.right > aside ||
          within.top - box.top > above ||
          box.bottom - within.bottom > above,
      );
      const overlap = (a: DOMRect, b: DOMRect) =>
        Math.min(a.right, b.right) - Math.max(a.left, b.left) > aside &&
        Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > above;
      const pairs = texts.flatMap((one, index) =>
        texts.slice(index + 1).map((other) => [one, other] as const),
      );
      const crossing = pairs.filter(([a, b]) => (a.direct || b.direct) && overlap(a.box, b.box));
      const points = [...svg.querySelectorAll("a[data-figure]")].map((point) => {
        const { width = 0, height = 0 } = point.querySelector(".chart-hit")?.getBoundingClientRect() ?? {};
        return { id: point.getAttribute("data-figure"), size: Math.min(width, height) };
      });
      return {
        name: svg.getAttribute("aria-label")?.split(".")[0],
        faults: [
          ...outside.map(({ words }) => `“${words}” is outside`),
          ...crossing.map(([a, b]) => `“${a.words}” lies on “${b.words}”`),
          ...texts
            .filter(({ size }) => size < 10)
            .map(({ words, size }) => `“${words}” has letters of ${size.toFixed(1)} px`),
          ...points
            .filter(({ size }) => size < 23.95)
            .map(({ id, size }) => `${id} is ${size.toFixed(1)} px wide`),
        ],
      };
    }),
  );

/** How light the page is (relative luminance), and what on it has a light ground. */
const readColours = (page: Page) =>
  page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const root = getComputedStyle(document.documentElement);
    // The button that submits and the skip link, hidden until it has the focus, are light with dark letters.
    const glaring = [...document.querySelectorAll("body *:not(mark, .skip, [type=submit], [type=checkbox])")]
      .filter((element) => {
        const ground = getComputedStyle(element).backgroundColor;
        return element.checkVisibility() && (channels(ground)[3] ?? 1) > 0.5 && luminance(ground) > 0.2;
      })
      .map((element) => element.outerHTML.slice(0, 80));
    return { paper: luminance(root.backgroundColor), ink: luminance(root.color), glaring };
  });
