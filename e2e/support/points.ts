import { expect, type Locator, type Page } from "@playwright/test";

/** The drawings that are seen: each chart is drawn at several widths, and one of them is shown. */
export const chartsInSight = (within: Page | Locator): Locator =>
  within.locator("svg[data-chart]").filter({ visible: true });

/** The points of the drawings that are seen, in the order of the page. */
export const pointsInSight = (within: Page | Locator): Locator =>
  chartsInSight(within).locator("a[data-figure]");

export type Point = {
  readonly id: string;
  readonly href: string;
  /** Whether the middle of its hit area belongs to it: nothing lies above it. */
  readonly hit: boolean;
};

/** Every point in sight: its figure, where its link leads, and whether a pointer can hit it. */
export const readPoints = (within: Page | Locator): Promise<Point[]> =>
  pointsInSight(within).evaluateAll((links) =>
    links.map((link) => {
      link.scrollIntoView({ block: "center", behavior: "instant" });
      const box = link.querySelector(".chart-hit")?.getBoundingClientRect();
      const above = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return {
        id: link.getAttribute("data-figure") ?? "",
        href: link.getAttribute("href") ?? "",
        hit: above?.closest("a") === link,
      };
    }),
  );

/** Presses the mouse in the middle of a point's hit area, wherever that is on the screen. */
export async function clickPoint(point: Locator): Promise<void> {
  const { x, y } = await middleOf(point);
  await point.page().mouse.click(x, y);
}

/** Where the middle of a point's hit area stands once it has been scrolled into view. */
export async function middleOf(point: Locator): Promise<{ x: number; y: number }> {
  await point.scrollIntoViewIfNeeded();
  const box = await point.locator(".chart-hit").boundingBox();
  expect(box, "the point is drawn").not.toBeNull();
  return { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 };
}

/** Waits until the explorer has drawn what was asked of it last: it draws a piece at each frame. */
export const explorerAtRest = (page: Page): Promise<void> =>
  expect(page.locator(".chart-canvas")).toHaveAttribute("aria-busy", "false");
