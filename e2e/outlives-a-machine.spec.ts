import { request as ask } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, type Page, test } from "@playwright/test";
import { administer } from "@/db/testing/templates";
import { signIn } from "./support/accounts";
import { type Machines, startMachines } from "./support/machines";

// Each test does as much as several others do, on three processes of its own.
test.describe.configure({ mode: "serial", timeout: 120_000 });

let machines: Machines;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  machines = await startMachines();
});
test.afterAll(() => machines.stop());

const [shown, retracted, objected] = ["936vk6e1", "qkygkrd0", "5ef6srf2"] as const;

test("what one process publishes is on every page of another at the next request", async ({ page }) => {
  const [one, other] = machines.plain;
  const metric = await fetch(`${other.url}/api/v1/figures/${retracted}.json`).then(async (answer) =>
    /"metric": ?"([a-z-]+)"/.exec(await answer.text()),
  );
  const addresses = [
    `/en/figures/${retracted}`,
    "/en/figures",
    "/en/changes",
    "/en",
    "/api/v1/figures.csv",
    "/api/v1/figures.json?limit=1000",
    `/api/v1/figures/${retracted}.json`,
    "/api/v1/metrics.json",
    "/api/v1/cards/collection.png",
    `/embed/figures/${retracted}`,
    "/changes.atom",
    ...(metric ? [`/api/v1/metrics/${metric[1]}.svg`, `/en/metrics/${metric[1]}`] : []),
  ];
  const answer = async (path: string) => {
    const answered = await fetch(other.url + path, { headers: { "Cache-Control": "no-cache" } });
    expect(answered.status, path).toBe(200);
    const body = await answered.text();
    return { etag: answered.headers.get("etag"), body: body.replaceAll(/nonce[="]+[^"]+"/g, "") };
  };
  for (const path of addresses) for (let time = 0; time < 2; time++) await answer(path);
  const before = await Promise.all(addresses.map(answer));

  await signIn(page, "reviewer", { site: one });
  await page.goto(`${one.url}/admin/figures/${retracted}`);
  await retract(page);
  const after = await Promise.all(addresses.map(answer));
  for (const [index, path] of addresses.entries()) {
    if (before[index]!.etag) expect(after[index]!.etag, path).not.toBe(before[index]!.etag);
    if (!/metrics\.json|cards/.test(path)) expect(after[index]!.body, path).not.toBe(before[index]!.body);
  }
  expect(after[0]!.body).toContain("The sentence was about another day.");
});

async function retract(page: Page) {
  await page.getByText(/^(Retract this figure|Rétracter ce chiffre|Retirer ce chiffre)$/).click();
  await page
    .locator("form")
    .filter({ has: page.locator("textarea[name=reason]") })
    .last()
    .locator("textarea[name=reason]")
    .fill("The sentence was about another day.");
  await page.getByRole("button", { name: /^(Yes, retract|Oui)/ }).click();
  await page.waitForURL(/said=retracted/);
}

test("readers read on while the primary is away; an editor is told so, and nothing is lost or doubled", async ({
  browser,
}) => {
  const { replicated, primary } = machines;
  await caughtUp();
  const editor = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await signIn(editor, "editor", { site: replicated });
  await editor.goto(`${replicated.url}/en/figures/${objected}/objection`);
  await fillObjection(editor, "typed with script");
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "en-GB" });
  const plain = await context.newPage();
  await plain.goto(`${replicated.url}/en/figures/${objected}/objection`);
  await fillObjection(plain, "typed without script");

  await primary.halt();
  try {
    for (const path of ["/en", `/en/figures/${shown}`, "/en/figures", "/api/v1/figures.csv", "/api/health"])
      expect((await fetch(replicated.url + path)).status, path).toBe(200);
    const whole = await fetch(`${replicated.url}/api/v1/figures.csv`);
    expect((await whole.text()).trim().split("\n").length).toBe(Number(whole.headers.get("x-row-count")) + 1);

    const desk = await editor.context().request.get(`${replicated.url}/admin`);
    expect([desk.status(), desk.headers()["retry-after"]]).toEqual([503, "5"]);
    const draft = await fetch(`${replicated.url}/api/v1/drafts`, { method: "POST", body: "{}" });
    expect([draft.status, draft.headers.get("retry-after")]).toEqual([503, "5"]);

    await editor.getByRole("button", { name: "Send to the editors" }).click();
    await expect(editor.locator("[role=alert] p", { hasText: "Nothing was changed." })).toBeVisible();
    await expect(editor.getByLabel("Why, in your words")).toHaveValue("typed with script");
    const sent = plain.waitForResponse((response) => response.request().method() === "POST");
    await plain.getByRole("button", { name: "Send to the editors" }).click();
    expect([(await sent).status(), (await sent).headers()["retry-after"]]).toEqual([503, "5"]);
    await expect(plain.getByRole("heading", { name: "Not saved yet" })).toBeVisible();
  } finally {
    await primary.wake();
  }
  await expect(async () => {
    await editor.getByRole("button", { name: "Send to the editors" }).click();
    await expect(editor.getByText("Thank you. The editors have it.")).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 15_000 });
  await plain.reload();
  await expect(plain.getByText("Thank you. The editors have it.")).toBeVisible();
  expect(await objections()).toEqual(["typed with script", "typed without script"]);
  await context.close();
});

async function fillObjection(page: Page, words: string) {
  await page.getByLabel("the value").check();
  await page.getByLabel("What it should say").fill("1,300");
  await page.getByLabel("Why, in your words").fill(words);
}

async function objections(): Promise<string[]> {
  let found: string[] = [];
  await administer(machines.primary.url(), async (sql) => {
    found = (await sql<{ words: string }[]>`select words from objections order by words`).map(
      ({ words }) => words,
    );
  });
  return found;
}

/** Waits until the replica stands where the primary does. */
async function caughtUp() {
  let at = "";
  await administer(machines.primary.url(), async (sql) => {
    at = (await sql`select pg_current_wal_lsn()::text as at`)[0]!.at;
  });
  await administer(machines.replica.url(), async (sql) => {
    await expect
      .poll(async () => (await sql`select pg_last_wal_replay_lsn() >= ${at}::pg_lsn as is`)[0]!.is)
      .toBe(true);
  });
}

/** How many questions wait for a lock. */
async function waiting(sql: Parameters<Parameters<typeof administer>[1]>[0]): Promise<number> {
  const [row] = await sql`select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock'`;
  return row!.count;
}

/** Whether anybody listens there. Nothing is asked: what comes before the word to stop would wait for the lock. */
async function connects(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), "localhost");
  const listens = await new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  });
  socket.destroy();
  return listens;
}

test("a process that is told to stop finishes what was asked of it, and takes nothing more", async () => {
  const [, leaving] = machines.plain;
  let [lock, release] = [() => {}, () => {}];
  const locked = new Promise<void>((resolve) => {
    lock = resolve;
  });
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const held = administer(machines.primary.url(), (sql) =>
    sql.begin(async (tx) => {
      await tx`lock table collection in access exclusive mode`;
      lock();
      await released;
    }),
  );
  await locked;
  const answer = new Promise<{ status: number; body: string }>((resolve, reject) => {
    ask(`${leaving.url}/en/figures/${shown}`, async (response) => {
      resolve({ status: response.statusCode!, body: await text(response) });
    })
      .on("error", reject)
      .end();
  });
  await administer(machines.primary.url(), (sql) => expect.poll(() => waiting(sql)).toBe(1));
  leaving.stop();
  await expect.poll(() => connects(leaving.url), { timeout: 15_000 }).toBe(false);
  release();
  await held;
  const { status, body } = await answer;
  expect(status).toBe(200);
  expect(body.trimEnd().endsWith("</html>"), "it is whole").toBe(true);
  expect(await leaving.ended).toBe(0);
  expect(leaving.log()).toContain('"stopped"');
});
