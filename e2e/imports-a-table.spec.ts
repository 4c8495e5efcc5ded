import { type Browser, expect, type Page, test } from "@playwright/test";
import { deskSites, type Person, type Site, signIn, somePeople, takeOver } from "./support/accounts";
import { expectNoFaultsDayAndNight } from "./support/axe";

test.use({ locale: "en-GB" });
test.setTimeout(180_000); // people are made, and tables read, in processes of their own

/** What a process of its own does takes its time on a busy machine. */
const slowly = expect.configure({ timeout: 60_000 });

type Row = readonly [day: string, who: string, area: string, quote: string];

/** Rows of a table about ground held, each with the sentence that says so; `mark` makes them ones of their own. */
const rowsOf = (mark: string): Row[] => [
  ["17/9/2024", "Ukraine", "1 250", `On 17 September Kyiv said it held 1 250 km², notes ${mark}.`],
  ["18/9/2024", "Ukraine", "1 260", `On 18 September Kyiv said it held 1 260 km², notes ${mark}.`],
];
const columns = ["Date", "Claimed by", "Area", "Quote", "Link", "Article"] as const;
const cellsOf = ([day, who, area, quote]: Row, mark: string) => [
  ...[day, who, area, quote],
  ...[`https://storks.example/${mark}`, `Notes of ${mark}`],
];
const pasted = (rows: readonly Row[], mark: string) =>
  [columns, ...rows.map((row) => cellsOf(row, mark))].map((cells) => cells.join("\t")).join("\n");
const csv = (rows: readonly Row[], mark: string) =>
  [columns, ...rows.map((row) => cellsOf(row, mark))]
    .map((cells) => cells.map((cell) => `"${cell}"`).join(";"))
    .join("\n");

let marks = 0;
const aMark = () => `heron${Date.now()}x${++marks}`;

const holds = (page: Page, column: string) =>
  page
    .locator(".column-card", { has: page.getByRole("heading", { name: column, exact: true }) })
    .getByLabel("Holds");

/** Says what the columns of the table are. */
async function fillMap(page: Page, mark: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "What the columns are" })).toBeVisible();
  for (const [column, role] of [
    ["Date", "Holds from (or on)"],
    ["Claimed by", "Who claims it"],
    ["Area", "Value"],
    ["Quote", "Sentence, word for word"],
    ["Link", "Address of the text"],
    ["Article", "Title of the text"],
  ] as const)
    await holds(page, column).selectOption({ label: role });
  await page.locator("#is-metric").selectOption("territory-held");
  await page.locator("#is-subject").selectOption("ukraine");
  await page.locator("#is-publisher").selectOption({ index: 1 });
  const dataset = page.locator("#dataset-slug"); // the last file of the same columns is remembered
  if ((await dataset.count()) > 0) await dataset.selectOption({ label: "a new one" });
  await page.locator("#dataset-title-box").fill(`Ground held, by ${mark}`);
  await page.locator("#dataset-publisher").selectOption({ index: 1 });
}

/** Pastes rows and says what their columns are. */
async function pasteAndMap(page: Page, site: Site, rows: readonly Row[], mark: string): Promise<void> {
  await page.goto(`${site.url}/admin/imports`);
  await page.getByText("or rows pasted from a sheet").click();
  await page.getByLabel("Rows, the column names first").fill(pasted(rows, mark));
  await page.getByRole("button", { name: "Read these rows" }).click();
  await slowly(page).toHaveURL(/\/admin\/imports\/[0-9a-z]{8}$/);
  await fillMap(page, mark);
}

const check = (page: Page) => page.getByRole("button", { name: "Check the whole table" }).click();
const count = (page: Page, name: string) => page.locator(`.count-${name} dd`).first();

async function twoPeople(browser: Browser, site: Site): Promise<{ author: Page; reviewer: Page }> {
  const people = await somePeople(
    [
      { role: "editor", name: "Ana Crane" },
      { role: "reviewer", name: "Rui Heron" },
    ],
    site,
  );
  const [author, reviewer] = await Promise.all(
    people.map(async (person: Person) => {
      const context = await browser.newContext({ locale: "en-GB" });
      const page = await context.newPage();
      await takeOver(page, person, site);
      return page;
    }),
  );
  return { author: author!, reviewer: reviewer! }; // one page for each person
}

for (const [index, site] of deskSites.entries()) {
  const engine = index === 0 ? "the embedded database" : "PostgreSQL";

  test(`an editor pastes a table, another approves it, and a reader sees it, on ${engine}`, async ({
    browser,
  }) => {
    const mark = aMark();
    const { author, reviewer } = await twoPeople(browser, site);
    await pasteAndMap(author, site, rowsOf(mark), mark);
    await expect(author.getByText("17/9/2024 → 17 Sept 2024")).toBeVisible();
    await check(author);
    await slowly(author.getByRole("heading", { name: "What the check found" })).toBeVisible();
    await expect(count(author, "new")).toHaveText("2");
    await expect(count(author, "refused")).toHaveText("0");
    await expect(author.locator(".import-sums")).toContainText("2,510");
    await author.getByRole("button", { name: "Take all 2 in as drafts" }).click();
    await slowly(author.getByRole("heading", { name: "What was taken in" })).toBeVisible();
    await expect(author.locator(".import-standing")).toContainText("2 drafts");
    for (const box of await author.locator(".reasons input").all()) await box.fill("It says so itself.");
    await author.getByRole("button", { name: "Submit for review" }).click();
    await slowly(author.getByText("2 drafts submitted.")).toBeVisible();

    await reviewer.goto(author.url().split("?")[0]!);
    await expect(reviewer.locator(".home-list mark").first()).toHaveText("1 250");
    await reviewer.getByRole("button", { name: "Approve and publish all 2" }).click();
    await slowly(reviewer.getByText("2 figures published. Readers see them now.")).toBeVisible();
    const [id] = /[0-9a-z]{8}$/.exec(author.url().split("?")[0]!)!;
    expect(id).toHaveLength(8);
    const answer = await reviewer.request.get(`${site.url}/en/figures?q=${mark}`);
    expect(await answer.text()).toContain(`notes ${mark}`);

    await reviewer.getByText("Take this import back").click();
    await reviewer.getByRole("button", { name: "Yes, take it back" }).click();
    await slowly(
      reviewer.getByText(/2 of its figures are or were|2 figures of it are or were/),
    ).toBeVisible();
  });
}

const [site] = deskSites;

test("rows with a name nobody knows are refused, settled, and the rest taken in and taken back", async ({
  page,
}) => {
  const mark = aMark();
  await signIn(page, "editor", { site });
  const strange: Row = ["19/9/2024", `Ministry ${mark}`, "1 270", `It held 1 270 km², notes ${mark}.`];
  const broken: Row = ["20/9/2024", "Ukraine", "many", `It held many km², notes ${mark}.`];
  await pasteAndMap(page, site!, [...rowsOf(mark), strange, broken], mark);
  await check(page);
  await slowly(count(page, "refused")).toHaveText("2");
  const problems = page.locator(".import-problems");
  await expect(problems.getByRole("row", { name: /No list has this name/ })).toContainText(
    `Ministry ${mark}`,
  );
  await expect(problems.getByRole("row", { name: /no number in the cell/ })).toContainText("many");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download the refused rows" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^refused-.*\.csv$/);

  await page.getByRole("link", { name: "Change the columns" }).click();
  await page.getByLabel(`Ministry ${mark}`).selectOption({ label: "a new entry: government body" });
  await check(page);
  await slowly(count(page, "refused")).toHaveText("1");
  await page.getByRole("button", { name: "Take the 3 valid ones in as drafts" }).click();
  await slowly(page.locator(".import-standing")).toContainText("3 drafts");
  await page.getByText("Take this import back").click();
  await page.getByRole("button", { name: "Yes, take it back" }).click();
  await slowly(page.getByText("This import was taken back.")).toBeVisible();
});

test("a file that is no table says why, and dates that could be two days are asked for", async ({ page }) => {
  const mark = aMark();
  await signIn(page, "editor", { site });
  await page.goto(`${site!.url}/admin/imports`);
  const choose = async (name: string, content: string) => {
    await page
      .locator("#import-file")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
    await page.getByRole("button", { name: "Read the file" }).click();
  };
  await choose("storks.csv", "%PDF-1.7 no table");
  await slowly(page.locator(".said[role=alert]")).toContainText("This is a PDF, not a table.");
  await choose(
    "storks.csv",
    csv([["4/9/2024", "Ukraine", "1 250", `It held 1 250 km², notes ${mark}.`]], mark),
  );
  await slowly(page).toHaveURL(/\/admin\/imports\/[0-9a-z]{8}$/);
  await fillMap(page, mark);
  await expect(page.getByText("4/9/2024 may be two days. Choose.")).toBeVisible();
  await check(page);
  await slowly(page.locator(".said[role=alert]")).toContainText("Say how “Date” writes its dates.");
  await expect(page.locator("#dataset-title-box"), "nothing typed is lost").toHaveValue(
    `Ground held, by ${mark}`,
  );
  await page.getByLabel("Dates are written").selectOption({ label: "day, month, year" });
  await page.getByRole("button", { name: "Save and see how it reads" }).click();
  await slowly(page.getByText("4/9/2024 → 4 Sept 2024")).toBeVisible();
  await page.getByText("The map as JSON").click();
  const map = await page.request.get(
    await page
      .getByRole("link", { name: "Download the map" })
      .evaluate((link) => (link as HTMLAnchorElement).href),
  );
  expect(await map.json()).toMatchObject({ fields: { period_start: { column: "Date", order: "DMY" } } });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a file is chosen, mapped, checked, taken in, submitted and taken back", async ({ page }) => {
    const mark = aMark();
    await signIn(page, "editor", { site });
    await page.goto(`${site!.url}/admin/imports`);
    const buffer = Buffer.from(csv(rowsOf(mark), mark));
    await page.locator("#import-file").setInputFiles({ name: "plain.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Read the file" }).click();
    await slowly(page).toHaveURL(/\/admin\/imports\/[0-9a-z]{8}$/);
    await fillMap(page, mark);
    await check(page);
    await slowly(page.getByRole("heading", { name: "What the check found" })).toBeVisible();
    await expect(count(page, "new")).toHaveText("2");
    await page.getByRole("button", { name: "Take all 2 in as drafts" }).click();
    await slowly(page.locator(".import-standing")).toContainText("2 drafts");
    for (const box of await page.locator(".reasons input").all()) await box.fill("It says so itself.");
    await page.getByRole("button", { name: "Submit for review" }).click();
    await slowly(page.getByText("2 drafts submitted.")).toBeVisible();
    await page.getByText("Take this import back").click();
    await page.getByRole("button", { name: "Yes, take it back" }).click();
    await slowly(page.getByText("This import was taken back.")).toBeVisible();
  });
});

test("another site, and whoever is signed out, bring nothing in", async ({ page, request }) => {
  await signIn(page, "editor", { site });
  const form = () => ({ file: { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") } });
  const upload = `${site!.url}/admin/imports/upload`;
  const ours = { origin: site!.url, "sec-fetch-site": "same-origin" };
  const foreign: readonly Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: site!.url, "sec-fetch-site": "cross-site" },
    {},
  ];
  for (const headers of foreign) {
    const answer = await page.request.post(upload, { headers, multipart: form(), maxRedirects: 0 });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
  }
  const out = await request.post(upload, { headers: ours, multipart: form(), maxRedirects: 0 });
  expect(out.status()).toBe(303);
  expect(out.headers().location).toMatch(/^\/sign-in/);
  const taken = await page.request.post(upload, { headers: ours, multipart: form(), maxRedirects: 0 });
  expect(taken.headers().location, "the tests above could fail").toMatch(/^\/admin\/imports\/[0-9a-z]{8}$/);
});

test("axe finds nothing wrong with bringing a table in, by day and by night", async ({ page }) => {
  const mark = aMark();
  await signIn(page, "editor", { site });
  await page.goto(`${site!.url}/admin/imports`);
  await expectNoFaultsDayAndNight(page, "the list");
  await pasteAndMap(page, site!, [...rowsOf(mark), ["19/9/2024", mark, "n/a", "–"]], mark);
  await page.getByRole("button", { name: "Save and see how it reads" }).click();
  await slowly(page.getByText("Saved.")).toBeVisible();
  await expectNoFaultsDayAndNight(page, "the columns");
  await check(page);
  await slowly(page.getByRole("heading", { name: "What the check found" })).toBeVisible();
  await expectNoFaultsDayAndNight(page, "the check");
  await page.getByRole("button", { name: /^Take the 2 valid/ }).click();
  await slowly(page.locator(".import-standing")).toContainText("2 drafts");
  await expectNoFaultsDayAndNight(page, "afterwards");
});
