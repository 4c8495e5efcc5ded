import { expect, test } from "@playwright/test";

test("hears a chart only when asked, and stops it by Escape", async ({ page }) => {
  await page.addInitScript(() => {
    const counts = { contexts: 0, started: 0, closed: 0 };
    Object.assign(window, { heard: counts });
    const Real = window.AudioContext;
    window.AudioContext = class extends Real {
      constructor() {
        super();
        counts.contexts++;
      }
      override close() {
        counts.closed++;
        return super.close();
      }
    };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      counts.started++;
      start.call(this, when);
    };
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: Record<string, number> }).heard);
  await page.goto("/en/metrics/drones-intercepted");
  await page.locator(".listen summary").click();
  await expect(page.locator(".listen li")).toHaveText([/soft tone: \p{L}+/u, /flute-like tone: \p{L}+/u]);
  expect(await heard(), "nothing by itself").toEqual({ contexts: 0, started: 0, closed: 0 });
  const button = page.locator(".listen button");
  await button.press("Enter");
  await expect(button).toHaveText("Stop");
  const points = await page.locator(".chart-svg:visible a[data-figure]").count();
  expect(await heard()).toEqual({ contexts: 1, started: points, closed: 0 });
  await page.keyboard.press("Escape");
  await expect(button).toHaveText("Listen to the chart");
  expect(await heard()).toMatchObject({ closed: 1 });
});
