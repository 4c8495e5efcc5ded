import { expect, type Page, test } from "@playwright/test";
import { pointsInSight } from "./support/points";

const slider = (page: Page) => page.getByRole("slider", { name: "Jour du rapport" });
const said = (page: Page) => page.locator(".known-on-said");
const ready = (page: Page) => expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");

const idsInSight = (page: Page) =>
  pointsInSight(page).evaluateAll((points) => points.map((point) => point.getAttribute("data-figure")));

test("the dashboard says how much had been reported, and moving the slider takes it back", async ({
  page,
}) => {
  await page.goto("/fr");
  await ready(page);
  const all = await idsInSight(page);
  await expect(said(page)).toHaveText(/^Au .*, (\d+) affirmations sur \1 avaient été rapportées\.$/);
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/known_on=\d{4}-\d\d-\d\d/);
  await expect(said(page)).toHaveText(/^Au .*, 1 affirmation sur \d+ avait été rapportée\.$/);
  const early = await idsInSight(page);
  await expect(page.locator("[data-known=counts]"), "sources of that day are not counted").not.toContainText(
    "source",
  );
  expect(early.length).toBeGreaterThan(0);
  expect(early.length).toBeLessThan(all.length);
  for (const id of early) expect(all).toContain(id);
  await page.reload();
  expect(await idsInSight(page), "the address shows the same to whoever opens it").toEqual(early);
  await slider(page).focus();
  await page.keyboard.press("End");
  await expect(page).not.toHaveURL(/known_on/);
  await expect.poll(() => idsInSight(page)).toEqual(all);
});

test("arrows step from report to report, and the day is said in words", async ({ page }) => {
  await page.goto("/fr");
  await ready(page);
  await slider(page).focus();
  await page.keyboard.press("Home");
  const first = await slider(page).getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowRight");
  const second = await slider(page).getAttribute("aria-valuetext");
  expect(second).toMatch(/^Au \d.* avaient été rapportées\.$/);
  expect(second).not.toBe(first);
  await expect(said(page)).toHaveText(second!);
  await expect(page.locator(".known-on").getByRole("status")).toHaveText(second!);
});

test("how a chart is looked at, and what is heard of it, follow the slider", async ({ page }) => {
  await page.goto("/fr/metrics/territory-share-occupied");
  await ready(page);
  const tones = () =>
    page
      .locator(".listen")
      .evaluate((part: HTMLElement) => (part.dataset.sound ?? "").split(",").slice(1).length);
  const all = await tones();
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/known_on=/);
  const day = new URL(page.url()).searchParams.get("known_on")!;
  await expect(page.locator(".view-form input[name=known_on]")).toHaveValue(day);
  await expect.poll(tones).toBeLessThan(all);
  await page.locator(".view-form summary").click();
  await page.getByLabel("Échelle logarithmique").check();
  await page.locator(".view-form").getByRole("button").click();
  await expect(page).toHaveURL(new RegExp(`known_on=${day}`));
});

test("space plays the reports to the end, and pauses them", async ({ page }) => {
  await page.goto("/fr");
  await ready(page);
  await slider(page).focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await expect(page, "the first step is shown").toHaveURL(/known_on/);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Lire" })).toBeVisible();
  const stopped = page.url();
  await page.waitForTimeout(1500); // longer than a step lasts: nothing moves any more
  expect(page.url()).toBe(stopped);
  await expect(slider(page)).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Lire" })).toBeVisible({ timeout: 20_000 });
  await expect(page, "at the end everything is shown").not.toHaveURL(/known_on/);
});

test("what is taken away and shared follows the slider", async ({ page }) => {
  await page.goto("/fr?as_of=1");
  await ready(page);
  const downloads = page.getByRole("navigation", { name: "Emporter" });
  const rows = downloads.locator("[data-follows=text]");
  const all = await rows.textContent();
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(page).toHaveURL(/as_of=1.*known_on=/);
  const day = new URL(page.url()).searchParams.get("known_on");
  await expect(rows).not.toHaveText(all!);
  const taken = `known_on=${day}`;
  await expect(downloads.getByRole("link", { name: "CSV", exact: true })).toHaveAttribute(
    "href",
    new RegExp(taken),
  );
  await page.getByText("Partager", { exact: true }).click();
  await expect(page.locator("#share-link")).toHaveValue(new RegExp(taken));
  for (const link of await page.locator("svg[data-chart] a[data-figure]").all())
    expect(await link.getAttribute("href")).toContain("as_of=1");
  await page.reload();
  await expect(rows, "the page of that day says the same").not.toHaveText(all!);
});

test("a day that cannot be fetched is said, and the chart stays", async ({ page }) => {
  await page.goto("/fr");
  await ready(page);
  const before = await idsInSight(page);
  await page.route("**/fr?known_on=*", (route) => route.abort());
  await slider(page).focus();
  await page.keyboard.press("Home");
  await expect(page.locator(".known-on")).toContainText("n’a pas pu être chargé");
  expect(await idsInSight(page)).toEqual(before);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the slider is a form that leads to the day it stands on", async ({ page }) => {
    await page.goto("/fr");
    const all = await idsInSight(page);
    await page.goto("/fr?report=1");
    await expect(page, "the address names the day, not the count").toHaveURL(
      /\/fr\?known_on=\d{4}-\d\d-\d\d$/,
    );
    expect((await idsInSight(page)).length).toBeLessThan(all.length);
    await page.locator(".known-on-range").getByRole("button", { name: "Montrer" }).click();
    await expect(page).toHaveURL(/known_on=/);
  });

  test("the date box takes any day, and the way back is a link", async ({ page }) => {
    await page.goto("/fr?known_on=2025-01-15");
    await expect(said(page)).toContainText("Au 15 janv. 2025");
    await page.getByRole("link", { name: "Montrer tout ce qui est rapporté à ce jour" }).click();
    await expect(page).toHaveURL(/\/fr$/);
  });

  test("what became of claims is marked on demand, by the address", async ({ page }) => {
    await page.goto("/fr");
    await page.getByRole("link", { name: "Marquer ce qui a été remplacé ou retiré depuis" }).click();
    await expect(page).toHaveURL(/ghosts=1/);
    await expect(page.getByRole("link", { name: /sans la suite/ })).toHaveAttribute("aria-current", "true");
    const picture = page.locator(".card-downloads").getByRole("link", { name: "SVG" }).first();
    await expect(picture, "and in the pictures of its cards").toHaveAttribute("href", /ghosts=1/);
  });
});
