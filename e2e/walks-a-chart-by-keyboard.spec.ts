import { expect, type Locator, type Page, test } from "@playwright/test";
import { clickPoint, pointsInSight } from "./support/points";

const rivals = "/fr/metrics/drones-intercepted";
const inTime = "/fr/metrics/territory-held";
const ready = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");

/** Presses Tab until the first point of a chart has the focus. */
async function tabToFirstPoint(page: Page): Promise<Locator> {
  const focused = page.locator(":focus");
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("Tab");
    if (await focused.evaluate((element) => element.matches("a[data-figure]"))) return focused;
  }
  throw new Error("Thirty presses of Tab reach no point");
}

test.describe("with the keyboard alone", () => {
  test("Tab reaches the first point in time, and then each of the others", async ({ page }) => {
    await page.goto(inTime);
    await ready(page);
    const focused = await tabToFirstPoint(page);
    const ids = await pointsInSight(page).evaluateAll((all) =>
      all.map((one) => one.getAttribute("data-figure")),
    );
    expect(ids.length).toBeGreaterThan(2);
    for (const id of ids) {
      await expect(focused).toHaveAttribute("data-figure", id!);
      await page.keyboard.press("Tab");
    }
    await expect(focused).not.toHaveAttribute("data-figure");
  });

  test("left and right move through time, and stop at its ends", async ({ page }) => {
    await page.goto(inTime);
    await ready(page);
    const focused = await tabToFirstPoint(page);
    const count = await pointsInSight(page).count();
    const seen = [await placeOf(focused)];
    for (;;) {
      await page.keyboard.press("ArrowRight");
      const next = await placeOf(focused);
      if (next.id === seen.at(-1)!.id) break;
      seen.push(next);
    }
    const points = seen.filter(({ id }) => !id!.startsWith("event "));
    expect(points, "each point once").toHaveLength(count);
    expect(seen.length, "and events on the way").toBeGreaterThan(count);
    expect(seen.map(({ x }) => x)).toEqual(seen.map(({ x }) => x).sort((a, b) => a - b));
    for (const _ of seen) await page.keyboard.press("ArrowLeft");
    const first = await placeOf(focused);
    expect(first.x, "back to the earliest, an event or a point").toBeLessThanOrEqual(seen[0]!.x);
    await page.keyboard.press("ArrowLeft");
    expect(await placeOf(focused)).toEqual(first);
  });

  test("an event on the way leads to its sentence", async ({ page }) => {
    await page.goto(inTime);
    await ready(page);
    const focused = await tabToFirstPoint(page);
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press("ArrowRight");
      if (await focused.evaluate((element) => element.matches("a[data-event]"))) break;
    }
    const slug = await focused.getAttribute("data-event");
    await expect(focused).toHaveAccessibleName(/\d{4}/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`#${slug}$`));
    await expect(page.locator(`#${slug} blockquote, #${slug} q`).first()).toBeInViewport();
  });

  test("up and down move to another claimant", async ({ page }) => {
    await page.goto(rivals);
    await ready(page);
    const focused = await tabToFirstPoint(page);
    const first = await claimantOf(focused);
    await page.keyboard.press("ArrowUp");
    const way = (await claimantOf(focused)) === first ? "Down" : "Up";
    if (way === "Down") await page.keyboard.press("ArrowDown");
    const second = await claimantOf(focused);
    expect(new Set([first, second])).toEqual(new Set(["l’Ukraine", "la Russie"]));
    await page.keyboard.press(way === "Up" ? "ArrowDown" : "ArrowUp");
    expect(await claimantOf(focused)).toBe(first);
  });

  test("Home and End lead to the first and the last point", async ({ page }) => {
    await page.goto(inTime);
    await ready(page);
    const focused = await tabToFirstPoint(page);
    await page.keyboard.press("End");
    await expect(pointsInSight(page).last()).toBeFocused();
    await page.keyboard.press("Home");
    await expect(pointsInSight(page).first()).toBeFocused();
    await expect(focused).toHaveAttribute("data-figure");
  });

  test("Enter opens the receipt, which holds the sentence; Escape gives the focus back", async ({ page }) => {
    await page.goto(inTime);
    await ready(page);
    const focused = await tabToFirstPoint(page);
    do await page.keyboard.press("ArrowRight");
    while (await focused.evaluate((element) => element.matches("a[data-event]")));
    const id = (await focused.getAttribute("data-figure"))!;
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog");
    await expect(panel).toBeVisible();
    await expect(panel.locator("article#receipt")).toHaveAttribute("data-figure-id", id);
    await expect(panel.locator("blockquote mark").first()).toHaveText("500");
    await expect(panel).toHaveAccessibleName(/500/);
    await expect(panel.locator(":focus"), "the focus is in the panel").toHaveCount(1);
    expect(new URL(page.url()).pathname, "the page stays").toBe(inTime);
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await expect(pointsInSight(page).and(page.locator(`[data-figure="${id}"]`))).toBeFocused();
  });

  test("while the receipt is open, Tab stays in it, and its button closes it", async ({ page }) => {
    await page.goto(inTime);
    await ready(page);
    await tabToFirstPoint(page);
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog");
    await expect(panel).toBeVisible();
    const links = await panel.locator("a, button").count();
    for (let presses = 0; presses < links + 2; presses++) {
      await page.keyboard.press("Tab");
      const outside = await page.evaluate(() => {
        const at = document.activeElement;
        return at !== null && at !== document.body && at.closest("dialog") === null;
      });
      expect(outside, "nothing behind the panel has the focus").toBe(false);
    }
    const close = panel.getByRole("button", { name: "Fermer" });
    await close.focus();
    await page.keyboard.press("Enter");
    await expect(panel).toBeHidden();
    await expect(pointsInSight(page).first()).toBeFocused();
  });

  test("the skip link is the first stop, is seen, and leads past the navigation", async ({ page }) => {
    await page.goto("/fr");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Aller au contenu" });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#content$/);
    await page.keyboard.press("Tab");
    await expect(page.locator("main :focus")).toHaveCount(1);
  });

  for (const [name, path] of Object.entries({
    dashboard: "/fr",
    metric: inTime,
    explorer: "/fr/figures?metric=territory-held",
  })) {
    test(`every stop on the way through the ${name} shows where the focus is`, async ({ page }) => {
      await page.goto(path);
      const stops = new Set<string>();
      for (;;) {
        await page.keyboard.press("Tab");
        const { stop, ring, inView } = await focusRing(page);
        // The day, the month and the year of a date box are stops of their own within it.
        if (stop === null || (stops.has(stop) && !stop.startsWith("input "))) break;
        stops.add(stop);
        expect.soft(ring, `a ring around ${stop}`).toBe(true);
        expect.soft(inView, `${stop} is in view`).toBe(true);
      }
      expect(stops.size).toBeGreaterThan(15);
    });
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("Enter on a point follows its link", async ({ page }) => {
    await page.goto(inTime);
    const focused = await tabToFirstPoint(page);
    const href = (await focused.getAttribute("href"))!;
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(href);
    await expect(page.locator("article#receipt blockquote mark").first()).toBeVisible();
  });
});

test.describe("opening receipts", () => {
  test("a click that asks for a new tab gets one", async ({ page, context }) => {
    await page.goto(inTime);
    await ready(page);
    const point = pointsInSight(page).first();
    const href = (await point.getAttribute("href"))!;
    // What the tab was sent is all that is asked: a Chromium without windows may never finish one that nobody looks at.
    const opened = context.waitForEvent("page");
    const sent = context.waitForEvent("response", (answer) => answer.request().isNavigationRequest());
    await page.keyboard.down("ControlOrMeta");
    await clickPoint(point);
    await page.keyboard.up("ControlOrMeta");
    expect(await opened).not.toBe(page);
    expect(new URL((await sent).url()).pathname).toBe(href);
    expect((await sent).status()).toBe(200);
    await expect(page).toHaveURL(inTime);
    await expect(page.getByRole("dialog")).toBeHidden();
  });

  test("where the receipt cannot be fetched, the link is followed", async ({ page }) => {
    await page.goto(inTime);
    await ready(page);
    await page.route("**/figures/*", (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort(),
    );
    const href = (await pointsInSight(page).first().getAttribute("href"))!;
    await clickPoint(pointsInSight(page).first());
    await expect(page).toHaveURL(href);
    await expect(page.locator("article#receipt")).toBeVisible();
  });

  test("of two points pressed in haste the last one is shown, whichever answers first", async ({ page }) => {
    await page.goto(inTime);
    await ready(page);
    const [first, last] = [pointsInSight(page).first(), pointsInSight(page).last()];
    const slow = `**${await first.getAttribute("href")}`;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(slow, async (route) => {
      await held;
      await route.continue();
    });
    await clickPoint(first);
    await clickPoint(last);
    const receipt = page.getByRole("dialog").locator("article#receipt");
    const id = (await last.getAttribute("data-figure"))!;
    await expect(receipt).toHaveAttribute("data-figure-id", id);
    const late = page.waitForResponse(slow);
    release();
    await (await late).finished();
    await expect(page.locator("html")).not.toHaveAttribute("data-busy");
    await expect(receipt).toHaveAttribute("data-figure-id", id);
  });
});

/** The figure of a point, and where it stands. */
const placeOf = (point: Locator) =>
  point.evaluate((link) => {
    const middle = (mark: Element | null) => {
      const box = mark?.getBoundingClientRect();
      return box ? box.x + box.width / 2 : Number.NaN;
    };
    return {
      id: link.getAttribute("data-figure") ?? `event ${link.getAttribute("data-event")}`,
      x: Math.round(middle(link.querySelector(".chart-mark, .chart-open, .chart-event-line"))),
    };
  });

/** Whom the label of a point names. */
const claimantOf = async (point: Locator) =>
  /affirmé par (.+)$/.exec((await point.getAttribute("aria-label")) ?? "")?.[1];

/** Whether what has the focus shows it, and can be seen. */
const focusRing = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return { stop: null, ring: false, inView: false };
    const hit = at.querySelector(".chart-halo") ?? at.querySelector(".chart-hit, .chart-event-spot");
    const box = (hit ?? at).getBoundingClientRect();
    const style = getComputedStyle(at);
    const stroke = hit && getComputedStyle(hit);
    return {
      stop: `${at.localName} ${(at.getAttribute("aria-label") ?? at.textContent ?? "").trim().slice(0, 40)} at ${Math.round(box.x + scrollX)},${Math.round(box.y + scrollY)}`,
      ring:
        (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2) ||
        (stroke !== null && stroke.stroke !== "none" && Number.parseFloat(stroke.strokeWidth) >= 2),
      inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  });
