import { expect, type Page } from "@playwright/test";

/** An article written for the tests; `mark` makes it one of its own, for the same text is only taken once. */
export const articleText = (mark: string) =>
  [
    `Au bord de la Seïm, carnet ${mark}`,
    "",
    `Kiev a affirmé le 4 mars 2025 contrôler 430 km² dans la région de Koursk, note le carnet ${mark}. Le 3 mars, il pleuvait.`,
    "",
    "Moscou a affirmé le 4 mars 2025 avoir abattu 61 drones ukrainiens au cours de la nuit.",
    "",
    "L’Ukraine a affirmé le 5 mars 2025 contrôler 410 km² dans la région de Koursk.",
  ].join("\n");

/** Pastes an article, fills its card in and waits for the reading view. */
export async function enterArticle(page: Page, site: string, mark: string): Promise<void> {
  await page.goto(`${site}/admin/sources/new`);
  await page.getByLabel("Text of the article").fill(articleText(mark));
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByLabel("Published by").selectOption({ label: "outlet not named" });
  await page.getByRole("radio", { name: "5 March 2025" }).check();
  await page.getByRole("button", { name: "Start reading" }).click();
  await isOpen(page);
}

/** A text is read in a process of its own, which a busy machine is slow to start. */
export const slowly = expect.configure({ timeout: 45_000 });

/** Waits until the reading view answers keys. */
export const isOpen = (page: Page) => slowly(page.locator("html")).toHaveAttribute("data-ready", "reading");

/** What the bar says is left, saved and on its way. */
export const bar = (page: Page) => page.locator(".reading-bar .left");

/** Waits until the server has answered everything that was asked. */
export const allAnswered = (page: Page) => slowly(bar(page)).toHaveAttribute("data-asked", "0");
