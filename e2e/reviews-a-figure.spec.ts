import { type Browser, expect, type Page, test } from "@playwright/test";
import { deskSites, type Person, type Site, somePeople, takeOver } from "./support/accounts";
import { expectNoFaultsDayAndNight } from "./support/axe";

test.use({ locale: "en-GB" });
test.setTimeout(120_000); // two people are made

/** Figures of the seeds, one for each test, so that none meets what another did. */
const ids = ["xk8x65mn", "8xxvc42a", "547290s9", "34n5n0kz", "8kpdej3s"] as const;

type Desk = { readonly author: Page; readonly reviewer: Page; readonly people: readonly Person[] };

/** An editor and a reviewer, each in a browser of their own. */
async function twoPeople(browser: Browser, site: Site, javaScriptEnabled = true): Promise<Desk> {
  const people = await somePeople(
    [
      { role: "editor", name: "Ana Crane" },
      { role: "reviewer", name: "Rui Heron" },
    ],
    site,
  );
  const [author, reviewer] = await Promise.all(
    people.map(async (person) => {
      const context = await browser.newContext({ locale: "en-GB", javaScriptEnabled });
      const page = await context.newPage();
      await takeOver(page, person, site);
      return page;
    }),
  );
  return { author: author!, reviewer: reviewer!, people }; // one page for each person
}

const hydrated = (page: Page) => expect(page.locator("dialog[data-keys=on]")).toHaveCount(1);
const cardOf = (page: Page, id: string) => page.locator(`[data-draft="${id}"]`);

/** Opens the form of a figure, ready to be typed into. */
async function openForm(page: Page, site: Site, id: string): Promise<void> {
  await page.goto(`${site.url}/admin/figures/${id}?edit=1`);
  await expect(page.locator("form.figure-form[data-ready=on]")).toHaveCount(1);
}

/** Changes the note of a figure and hands it to review. */
async function submitNote(page: Page, site: Site, id: string, note: string): Promise<void> {
  await openForm(page, site, id);
  await page.getByLabel("Note to readers, in English").fill(note);
  await page.getByLabel("Note to readers, in French").fill(note);
  await page.locator("[name=changeReason]").fill("The ministry wrote to us.");
  const [submit, submitted, reasons] = [
    page.getByRole("button", { name: "Save and submit for review" }),
    page.getByText("Submitted for review.", { exact: true }),
    page.getByPlaceholder("Reason", { exact: true }),
  ];
  for (const box of await reasons.all()) await box.fill("It says so itself.");
  await submit.click();
  await expect(submitted.or(page.getByText("Saved, but not submitted"))).toBeVisible();
  if (await submitted.isVisible()) return;
  for (const box of await reasons.all()) await box.fill("It says so itself."); // warnings the save has brought up
  await submit.click();
  await expect(submitted).toBeVisible();
}

for (const [index, site] of deskSites.entries()) {
  test.describe(index === 0 ? "on the embedded database" : "on PostgreSQL", () => {
    test("a draft is sent back, mended and approved by keys, and readers see it at once", async ({
      browser,
    }) => {
      const id = ids[0];
      const { author, reviewer } = await twoPeople(browser, site);
      await submitNote(author, site, id, "Counted twice by the ministry.");

      await reviewer.goto(`${site.url}/admin/review`);
      await hydrated(reviewer);
      await expect(cardOf(reviewer, id).locator("mark")).toHaveText("126");
      await expect(cardOf(reviewer, id)).toContainText("Ana Crane");
      await expect(cardOf(reviewer, id).locator("ins")).toHaveText("Counted twice by the ministry.");
      await cardOf(reviewer, id).focus();
      await reviewer.keyboard.press("b");
      await reviewer.keyboard.type("Say by which ministry.");
      await reviewer.keyboard.press("Tab");
      await reviewer.keyboard.press("Enter");
      await expect(reviewer.getByText("Sent back to its author with your comment.")).toBeVisible();
      await expect(cardOf(reviewer, id)).toHaveCount(0);

      await author.goto(`${site.url}/admin`);
      await expect(author.getByText("Say by which ministry.")).toBeVisible();
      await submitNote(author, site, id, "Counted twice by the Ministry of Defence.");
      await reviewer.reload();
      await hydrated(reviewer);
      await cardOf(reviewer, id).focus();
      await reviewer.keyboard.press("a");
      await expect(reviewer.getByText("1 figure published. Readers see it now.")).toBeVisible();
      for (const locale of ["fr", "en"]) {
        const answer = await reviewer.request.get(`${site.url}/${locale}/figures/${id}`);
        expect(await answer.text()).toContain("Counted twice by the Ministry of Defence.");
      }
    });

    test("several are approved at once by keys, at one revision of the data", async ({ browser }) => {
      const two = ["gsaet486", "k31yyc28"];
      const { author, reviewer } = await twoPeople(browser, site);
      for (const id of two) await submitNote(author, site, id, "Approved together.");
      await reviewer.goto(`${site.url}/admin/review`);
      await hydrated(reviewer);
      for (const id of two) {
        await cardOf(reviewer, id).focus();
        await reviewer.keyboard.press("x");
        await expect(cardOf(reviewer, id).getByRole("checkbox")).toBeChecked();
      }
      await reviewer.keyboard.press("A");
      await expect(reviewer.getByText("2 figures published. Readers see them now.")).toBeVisible();
      const published = await Promise.all(
        two.map(async (id) => {
          const page = await reviewer.request.get(`${site.url}/admin/figures/${id}`);
          return /, data revision (\d+)/.exec(await page.text())?.[1]; // the newest comes first
        }),
      );
      expect(published[0]).toBeTruthy();
      expect(published[0]).toBe(published[1]);
    });

    test("one's own work is shown and cannot be approved, by no form either", async ({ browser }) => {
      const id = ids[1];
      const { reviewer } = await twoPeople(browser, site);
      await submitNote(reviewer, site, id, "Seen by Rui alone.");
      await reviewer.goto(`${site.url}/admin/review`);
      await hydrated(reviewer);
      const card = cardOf(reviewer, id);
      await expect(card).toContainText("This is your own work: someone else must approve it.");
      await expect(card.getByRole("button", { name: /Approve/ })).toHaveCount(0);
      await expect(card.getByRole("checkbox")).toHaveCount(0);
      await card.focus();
      await reviewer.keyboard.press("a");
      await expect(card, "the key does nothing").toBeVisible();

      await submitNote((await twoPeople(browser, site)).author, site, ids[4], "For the form.");
      await reviewer.goto(`${site.url}/admin/review`);
      await hydrated(reviewer);
      const version = await rowVersionOf(reviewer, site, id);
      const forged = cardOf(reviewer, ids[4]).locator('.approve-form input[name="figure"]');
      await forged.evaluate((input, value) => input.setAttribute("value", value), `${id}@${version}`);
      await cardOf(reviewer, ids[4])
        .getByRole("button", { name: /^Approve and publish/ })
        .click();
      await expect(reviewer.getByText("the database refuses your approval")).toBeVisible();
      const readers = await reviewer.request.get(`${site.url}/en/figures/${id}`);
      expect(await readers.text()).not.toContain("Seen by Rui alone.");
    });

    test("two editors at once: the later save is merged, and nothing typed is lost", async ({ browser }) => {
      const id = ids[2];
      const { author, reviewer } = await twoPeople(browser, site);
      for (const page of [author, reviewer]) await openForm(page, site, id);
      await author.getByLabel("Note to readers, in English").fill("Hers.");
      await author.getByLabel("Certainty").selectOption("estimated");
      await author.locator("[name=changeReason]").fill("First.");
      await author.getByRole("button", { name: "Save the draft" }).click();
      await expect(author.getByText("Saved.", { exact: true })).toBeVisible();

      await reviewer.getByLabel("Note to readers, in English").fill("His.");
      await reviewer.locator("[name=changeReason]").fill("Second.");
      await reviewer.getByRole("button", { name: "Save the draft" }).click();
      await expect(reviewer.getByRole("heading", { name: "Someone else saved meanwhile" })).toBeVisible();
      const clash = reviewer.locator(".merge");
      await expect(clash).toContainText("Taken over from them: Certainty.");
      await expect(clash.getByRole("row", { name: /Note to readers/ })).toContainText("His.");
      await expect(clash.getByRole("row", { name: /Note to readers/ })).toContainText("Hers.");
      await expect(reviewer.getByLabel("Certainty")).toHaveValue("estimated");
      await reviewer.getByRole("radio", { name: "Note to readers: Keep Theirs" }).check();
      await reviewer.getByLabel("Words that bound it").fill("some");
      await reviewer.getByRole("button", { name: "Save the draft" }).click();
      await expect(reviewer.getByText("Saved.", { exact: true })).toBeVisible();
      await expect(reviewer.getByLabel("Note to readers, in English")).toHaveValue("Hers.");

      await reviewer.getByLabel("Note to readers, in English").fill("Typed and not saved.");
      await reviewer.reload();
      await expect(reviewer.getByLabel("Note to readers, in English")).toHaveValue("Typed and not saved.");
      await expect(reviewer.getByText(/What you had typed here and not saved/)).toBeVisible();
    });

    test("a retracted figure keeps its page, with a banner and the reason, without script too", async ({
      browser,
    }) => {
      const id = ids[3];
      const { author, reviewer } = await twoPeople(browser, site, false);
      await author.goto(`${site.url}/admin/figures/${id}`);
      await expect(author.getByText("Retract this figure", { exact: true })).toHaveCount(0);
      await reviewer.goto(`${site.url}/admin/figures/${id}`);
      await reviewer.getByText("Retract this figure", { exact: true }).click();
      await reviewer.getByLabel("Reason, for readers").fill("The sentence was about another day.");
      await reviewer.getByRole("button", { name: "Yes, retract this figure" }).click();
      await expect(reviewer.getByText("Retracted. Readers see the banner now.")).toBeVisible();
      for (const [locale, banner] of [
        ["fr", "Raison donnée\u00a0: The sentence was about another day."],
        ["en", "Reason given: The sentence was about another day."],
      ] as const) {
        await reviewer.goto(`${site.url}/${locale}/figures/${id}`);
        await expect(reviewer.locator(".banner")).toContainText(banner);
        await expect(reviewer.locator(".on-chart"), "no chart without a figure").toHaveCount(0);
      }
    });

    test("axe finds nothing wrong with the queue and the page of a figure", async ({ browser }) => {
      const { author, reviewer } = await twoPeople(browser, site);
      // A figure that no other test changes: one of hundreds of corrections is a page of hundreds of changes.
      await submitNote(author, site, "3wc3jvc1", "For axe.");
      for (const path of ["/admin/review", "/admin/figures/3wc3jvc1", "/admin/figures/3wc3jvc1?edit=1"]) {
        await reviewer.goto(`${site.url}${path}`);
        await expectNoFaultsDayAndNight(reviewer, path);
      }
    });
  });
}

/** The row version a figure has now, as its own page carries it. */
async function rowVersionOf(page: Page, site: Site, id: string): Promise<string> {
  const other = await page.context().newPage();
  await other.goto(`${site.url}/admin/figures/${id}?edit=1`);
  const version = await other.locator('input[name="rowVersion"]').first().inputValue();
  await other.close();
  return version;
}
