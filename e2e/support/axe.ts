import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** What we hold ourselves to, in axe's words. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules among them that read colours: all of axe's "cat.color". Night changes nothing but colours. */
const ofColour = ["color-contrast", "link-in-text-block"];

/** Of what is as it should be axe need not say where it stands: that would take it as long as the looking. */
const axeOn = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });

/** That axe finds nothing wrong with a page as it stands; `what` names it. */
export const expectNoFaults = (page: Page, what?: string): Promise<void> =>
  expectNothing(axeOn(page).withTags(rules), 15, what);

/** That axe finds nothing wrong with a page by day and by night, what is folded away included. */
export async function expectNoFaultsDayAndNight(page: Page, what = ""): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const details of all as HTMLDetailsElement[]) details.open = true;
  });
  await page.emulateMedia({ colorScheme: "light" });
  await expectNothing(axeOn(page).withTags(rules), 15, `${what} by day`);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNothing(axeOn(page).withRules(ofColour), 0, `${what} by night`);
}

async function expectNothing(axe: AxeBuilder, moreThan: number, what?: string): Promise<void> {
  const { violations, passes } = await axe.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
  expect(found, what).toEqual([]);
  expect(passes.length, "rules that were applied").toBeGreaterThan(moreThan);
}
