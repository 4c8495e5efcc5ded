import { expect, type Locator, type Page, test } from "@playwright/test";
import { metrics } from "./support/pages";
import { clickPoint, explorerAtRest, middleOf, pointsInSight } from "./support/points";

const rivals = "/fr/metrics/drones-intercepted";
const inTime = "/fr/metrics/territory-held";

const startButton = (page: Page) => page.getByRole("button", { name: "Explorer ce graphique" });
const canvas = (page: Page) => page.locator(".chart-canvas");
const explored = (page: Page) => canvas(page).locator("a[data-figure]");
const button = (page: Page, name: string) =>
  page.locator(".chart-explore").getByRole("button", { name, exact: true });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");
}

async function explore(page: Page, path: string): Promise<void> {
  await open(page, path);
  await startButton(page).click();
  await expect(explored(page).first()).toBeVisible();
}

test("nothing of Recharts is fetched before the button is pressed", async ({ page }) => {
  const scripts: string[] = [];
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script") scripts.push(await response.text());
  });
  await open(page, rivals);
  await page.waitForLoadState("networkidle");
  const before = scripts.length;
  expect(before).toBeGreaterThan(0);
  expect(scripts.filter((text) => text.includes("recharts-"))).toEqual([]);
  await startButton(page).click();
  await expect(page.locator(".recharts-wrapper")).toBeVisible();
  // A script may be run before its text has come here.
  await expect.poll(() => scripts.slice(before).some((text) => text.includes("recharts-"))).toBe(true);
});

for (const width of [320, 390, 768, 1440]) {
  test(`the explorer puts every mark and word on the pixels of the server's drawing at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const metric of width === 768 ? metrics : [metrics[0], "drones-intercepted"]) {
      await open(page, `/fr/metrics/${metric}`);
      const drawn = await readDrawing(page.locator("svg[data-chart]:visible"));
      await startButton(page).click();
      await expect(explored(page)).toHaveCount(drawn.points.length);
      const redrawn = await readExplored(page);
      expect(
        redrawn.points.map(({ name }) => name),
        `${metric}: the same figures in the same order`,
      ).toEqual(drawn.points.map(({ name }) => name));
      expect(farthest(drawn.points, redrawn.points), `${metric}: farthest mark`).toBeLessThanOrEqual(0.5);
      expect(
        redrawn.words.map(({ name }) => name),
        `${metric}: the same words`,
      ).toEqual(drawn.words.map(({ name }) => name));
      expect(farthest(drawn.words, redrawn.words), `${metric}: farthest word`).toBeLessThanOrEqual(0.5);
      await expect(page.locator("svg[data-chart]:visible"), "the server's drawing makes room").toHaveCount(0);
    }
  });
}

test("a claimant can be hidden and shown; the others keep their place in time", async ({ page }) => {
  await explore(page, rivals);
  const before = await readExplored(page);
  const claimants = page.getByRole("group", { name: "Auteurs" });
  const ukraine = claimants.getByRole("checkbox", { name: "Ukraine" });
  await ukraine.uncheck();
  await expect(explored(page)).toHaveCount(1);
  await expect(explored(page)).toHaveAccessibleName(/la Russie/);
  const [alone] = (await readExplored(page)).points;
  const same = before.points.find(({ name }) => name === alone!.name);
  expect(Math.abs(alone!.x - same!.x), "hiding one does not move time").toBeLessThan(15);
  await claimants.getByRole("checkbox", { name: "Russie" }).uncheck();
  await expect(explored(page)).toHaveCount(0);
  await expect(canvas(page)).toContainText("Aucun chiffre à dessiner");
  await ukraine.check();
  await claimants.getByRole("checkbox", { name: "Russie" }).check();
  await expect(explored(page)).toHaveCount(2);
  expect((await readExplored(page)).points).toEqual(before.points);
});

test("buttons zoom in, move through time and show all of it again", async ({ page }) => {
  await explore(page, inTime);
  const whole = await readExplored(page);
  const said = page.locator(".chart-explore").getByRole("status");
  await expect(button(page, "Tout voir")).toHaveAttribute("aria-disabled", "true");
  await button(page, "Plus près").click();
  await expect(said).toHaveText(/^De \d.* à \d/);
  const near = await said.innerText();
  expect((await readExplored(page)).points).not.toEqual(whole.points);
  await button(page, "Plus tard").click();
  await expect(said).not.toHaveText(near);
  await button(page, "Plus tôt").click();
  await expect(said).toHaveText(near);
  await button(page, "Plus large").click();
  await expect(said, "twice as wide is all of it").toBeEmpty();
  await expect(button(page, "Tout voir")).toHaveAttribute("aria-disabled", "true");
  await button(page, "Plus près").click();
  await button(page, "Tout voir").click();
  await expect(said).toBeEmpty();
  expect((await readExplored(page)).points).toEqual(whole.points);
});

test("the keyboard zooms, walks along the points and opens a receipt", async ({ page }) => {
  await open(page, inTime);
  await startButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(explored(page)).toHaveCount(3);
  const said = page.locator(".chart-explore").getByRole("status");
  await button(page, "Plus près").focus();
  await page.keyboard.press("Enter");
  await expect(said).toHaveText(/^De /);
  await button(page, "Tout voir").focus();
  await page.keyboard.press("Space");
  await expect(said).toBeEmpty();
  await expect(button(page, "Tout voir"), "the focus stays").toBeFocused();

  await explored(page).first().focus();
  await page.keyboard.press("ArrowRight");
  const event = page.locator(".chart-canvas a[data-event]:focus");
  while ((await event.count()) > 0) await page.keyboard.press("ArrowRight"); // what happened between the two
  await expect(explored(page).nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(explored(page).last()).toBeFocused();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("dialog");
  await expect(panel.locator("blockquote mark").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).toBeHidden();
  await expect(explored(page).last()).toBeFocused();
});

test("a point keeps the focus when it is drawn in another place", async ({ page }) => {
  await explore(page, inTime);
  await page.getByRole("checkbox", { name: "Échelle logarithmique" }).last().check();
  await explorerAtRest(page);
  const point = explored(page).last();
  const id = await point.getAttribute("data-figure");
  await point.focus();
  const near = await middleOf(point);
  await page.goBack();
  await explorerAtRest(page);
  expect(await middleOf(explored(page).last()), "it has moved").not.toEqual(near);
  await expect(page.locator(".chart-canvas a:focus")).toHaveAttribute("data-figure", id!);
});

test("dragging across the chart zooms in on that stretch", async ({ page }) => {
  await explore(page, inTime);
  const surface = (await page.locator(".chart-surface").boundingBox())!;
  const y = surface.y + surface.height * 0.7;
  await page.mouse.move(surface.x + surface.width * 0.05, y);
  await page.mouse.down();
  await page.mouse.move(surface.x + surface.width * 0.2, y, { steps: 3 });
  await expect(page.locator(".chart-drag")).toBeVisible();
  await page.mouse.move(surface.x + surface.width * 0.4, y, { steps: 3 });
  await page.mouse.up();
  await expect(page.locator(".chart-explore").getByRole("status")).toHaveText(/^De \d+\s.*2024 à /);
  await expect(page.locator(".chart-drag")).toHaveCount(0);
});

test("the pointer over a point shows its claim and its sentence", async ({ page }) => {
  await explore(page, inTime);
  const last = explored(page).last();
  const { x, y } = await middleOf(last);
  await page.mouse.move(x, y);
  const preview = page.locator(".chart-preview");
  await expect(preview.locator("mark")).toHaveText("500");
  await expect(preview).toContainText((await last.getAttribute("aria-label"))!);
});

test("points are links that open the receipt", async ({ page }) => {
  await explore(page, inTime);
  for (const point of await explored(page).all()) {
    const id = await point.getAttribute("data-figure");
    expect(await point.getAttribute("href")).toBe(`/fr/figures/${id}`);
  }
  const id = await explored(page).first().getAttribute("data-figure");
  await clickPoint(explored(page).first());
  await expect(page.getByRole("dialog").locator("article#receipt")).toHaveAttribute("data-figure-id", id!);
});

test.describe("with a finger", () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 720 } });

  test("one tap on a point opens its receipt", async ({ page }) => {
    await explore(page, inTime);
    const { x, y } = await middleOf(explored(page).first());
    await page.touchscreen.tap(x, y);
    await expect(page.getByRole("dialog").locator("article#receipt")).toBeVisible();
  });
});

test("leaving brings the drawing back and the focus to the button", async ({ page }) => {
  await explore(page, inTime);
  await expect(button(page, "Quitter l’exploration")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(canvas(page)).toHaveCount(0);
  await expect(pointsInSight(page)).toHaveCount(3);
  await expect(startButton(page)).toBeFocused();
});

test("an explorer that cannot be fetched says so and leaves the chart as it was", async ({ page }) => {
  await open(page, inTime);
  await page.waitForLoadState("networkidle");
  await page.route("**/_next/static/**", (route) => route.abort());
  await startButton(page).click();
  await expect(page.locator(".chart-explore-start").getByRole("status")).toContainText(
    "n’a pas pu être chargé",
  );
  await expect(pointsInSight(page)).toHaveCount(3);
  await expect(startButton(page)).toBeFocused();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("there is no button that would do nothing", async ({ page }) => {
    await page.goto(inTime);
    await expect(page.locator(".chart-explore-start button")).toBeHidden();
  });
});

type Place = { readonly name: string; readonly x: number; readonly y: number };

async function readExplored(page: Page) {
  await explorerAtRest(page);
  return readDrawing(canvas(page));
}

/** Where the marks and the words of a drawing stand, measured from its corner, in pixels of the screen. */
const readDrawing = (drawing: Locator): Promise<{ points: Place[]; words: Place[] }> =>
  drawing.evaluate((element) => {
    const corner = (element.querySelector("svg") ?? element).getBoundingClientRect();
    const place = (name: string, box: DOMRect | undefined) => ({
      name,
      x: (box?.x ?? Number.NaN) + (box?.width ?? 0) / 2 - corner.x,
      y: (box?.y ?? Number.NaN) + (box?.height ?? 0) / 2 - corner.y,
    });
    const points = [...element.querySelectorAll("a[data-figure]")].map((point) =>
      place(
        point.getAttribute("data-figure") ?? "",
        point.querySelector(".chart-mark, .chart-open, .chart-caps")?.getBoundingClientRect(),
      ),
    );
    // The numbers at points are for paper: no screen shows them.
    const words = [...element.querySelectorAll("text:not(.chart-numbers text)")]
      .map((text) => place(text.textContent ?? "", text.getBoundingClientRect()))
      .sort((a, b) => a.name.localeCompare(b.name) || a.x - b.x || a.y - b.y);
    return { points, words };
  });

/** The greatest distance between two things of the same name. */
const farthest = (one: readonly Place[], other: readonly Place[]): number =>
  Math.max(...one.map(({ x, y }, index) => Math.hypot(x - other[index]!.x, y - other[index]!.y)));
