import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  aPerson,
  embedded,
  type Person,
  type Site,
  signIn,
  sites,
  sixDigits,
  somePeople,
  switchOnSecondStep,
  takeOver,
} from "./support/accounts";
import { expectNoFaultsDayAndNight } from "./support/axe";
import { startMachine } from "./support/machines";

test.use({ locale: "en-GB" });
test.setTimeout(90_000); // people are made, with their passwords

const desk = "/admin/account";
const said = (page: Page) => page.locator(".said");

/** Types an email and a password at the door. */
async function knock(page: Page, { email, password }: Pick<Person, "email" | "password">): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** A token that someone makes where a site does not ask for a second step. */
async function aTokenFromBefore(browser: Browser, person: Person, site: Site): Promise<string> {
  const context = await browser.newContext({ baseURL: site.url, locale: "en-GB" });
  const page = await context.newPage();
  await takeOver(page, person, site);
  await page.goto(desk);
  await page.getByLabel("What it is for").fill("a script from before");
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = await page.getByRole("textbox", { name: "Token" }).inputValue();
  await context.close();
  return token;
}

for (const [index, site] of sites.entries()) {
  const engine = index === 0 ? "the embedded database" : "PostgreSQL";

  test(`someone asked to sign in comes to the page they wanted, on ${engine}`, async ({ page }) => {
    const person = await aPerson("editor", "Ana Crane", site);
    await page.goto(`${site.url}${desk}?from=here`);
    await expect(page).toHaveURL(`${site.url}/sign-in?next=${encodeURIComponent(`${desk}?from=here`)}`);
    await knock(page, person);
    await expect(page).toHaveURL(`${site.url}${desk}?from=here`);
    await expect(page.getByRole("link", { name: "Ana Crane" })).toBeVisible();
  });

  test(`an admin invites someone, who chooses a password, once, on ${engine}`, async ({ page, browser }) => {
    await signIn(page, "admin", { site });
    await page.goto(`${site.url}/admin/users`);
    const email = `heron-${Date.now()}-${index}@example.org`;
    await page.getByLabel("Email").fill(email);
    await page.getByRole("combobox", { name: "Role", exact: true }).selectOption("reviewer");
    await page.getByRole("button", { name: "Make a link" }).click();
    const link = await page.getByLabel("One-time link").inputValue();
    await expect(page.getByText(`${email}`).last()).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("One-time link"), "it is shown once").toHaveCount(0);

    const theirs = await (await browser.newContext({ locale: "en-GB" })).newPage();
    const asked: Promise<Record<string, string>>[] = [];
    theirs.on("request", (request) => asked.push(request.allHeaders()));
    await theirs.goto(link);
    await theirs.getByLabel("Your name").fill("Rui Heron");
    await theirs.getByLabel("Password").fill("password1234");
    await theirs.getByRole("button", { name: "Open my account" }).click();
    await expect(said(theirs)).toContainText("Too common");
    for (const { referer = "" } of await Promise.all(asked))
      expect(referer, "the link is nobody's to write down").not.toContain("/invite/");
    await theirs.getByLabel("Password").fill("nine herons in a row");
    await theirs.getByRole("button", { name: "Open my account" }).click();
    await expect(theirs).toHaveURL(`${site.url}/admin`);
    await theirs.goto(`${site.url}${desk}`);
    await expect(theirs.getByText(`${email}, reviewer.`)).toBeVisible();
    await theirs.goto(link);
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("This link opens nothing");
    await theirs.context().close();
  });
}

test("signing in needs no script", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
  const page = await context.newPage();
  const person = await aPerson("editor");
  await page.goto(`${embedded.url}${desk}`);
  await page.getByLabel("Adresse électronique").fill(person.email);
  await page.getByLabel("Mot de passe").fill("not the password");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(said(page)).toHaveText("Cette adresse et ce mot de passe ne vont pas ensemble.");
  await expect(page.getByLabel("Adresse électronique")).toHaveValue(person.email);
  await page.getByLabel("Mot de passe").fill(person.password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).toHaveURL(`${embedded.url}${desk}`);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My account");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(`${embedded.url}/sign-in`);
  await context.close();
});

test("a stranger and a wrong password are answered alike", async ({ page }) => {
  const person = await aPerson("editor");
  const answers: (string | null)[] = [];
  for (const email of [person.email, "nobody@example.org"]) {
    await page.goto("/sign-in");
    await knock(page, { email, password: "not the password" });
    answers.push(await said(page).textContent());
  }
  expect(answers).toEqual([
    "This email and password do not go together.",
    "This email and password do not go together.",
  ]);
});

test("guessing gets slow, whatever address the guesser makes up", async ({ page }) => {
  const email = `target-${Date.now()}@example.org`;
  await page.goto("/sign-in");
  for (let n = 1; n <= 7; n++) {
    await page.setExtraHTTPHeaders({ "X-Forwarded-For": `203.0.113.${n}`, "X-Real-IP": `203.0.113.${n}` });
    await page.goto("/sign-in");
    await knock(page, { email, password: `guess number ${n}` });
    await expect(said(page)).toContainText(n <= 6 ? "do not go together" : /Wait \d+ second/);
  }
});

test("whoever signs in is led nowhere else", async ({ page }) => {
  const person = await aPerson("editor");
  for (const next of [
    "https://elsewhere.example/admin",
    "//elsewhere.example/admin",
    "/\\elsewhere.example",
  ]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await knock(page, person);
    await expect(page).toHaveURL(`${embedded.url}/admin`);
  }
});

test("the cookie of a session is for our server's eyes, and dies with it", async ({ page }) => {
  const person = await aPerson("editor");
  await page.goto("/sign-in");
  await knock(page, person);
  await expect(page).toHaveURL(`${embedded.url}/admin`);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name).sort()).toEqual(["verbatim.device", "verbatim.session_token"]);
  for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });

  await page.goto(desk);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.context().addCookies(cookies);
  await page.goto(desk);
  await expect(page, "a cookie kept from before opens nothing").toHaveURL(/\/sign-in/);
});

test("every page of the desk is for those who may see it", async ({ page, request }) => {
  const pages: Readonly<Record<string, readonly string[]>> = {
    "/admin/users": ["admin"],
    "/admin/audit": ["admin"],
    "/admin/review": ["reviewer", "admin"],
    [desk]: ["editor", "reviewer", "admin"],
  };
  for (const path of Object.keys(pages)) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), `${path}, signed out`).toBe(303);
    expect.soft(answer.headers().location, path).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  }
  const everyRole = ["editor", "reviewer", "admin"] as const;
  for (const person of await somePeople(everyRole.map((role) => ({ role })))) {
    const { role } = person;
    await takeOver(page, person);
    for (const [path, allowed] of Object.entries(pages)) {
      const answer = await page.request.get(path);
      if (allowed.includes(role)) expect.soft(answer.status(), `${path} as ${role}`).not.toBe(403);
      else expect.soft(answer.status(), `${path} as ${role}`).toBe(403);
      expect.soft(answer.headers()["cache-control"], path).toContain("no-store");
      expect.soft(answer.headers()["x-robots-tag"], path).toBe("noindex");
    }
  }
  const refused = await page.goto("/admin/nowhere");
  expect(refused?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
});

test("a change of role and a shut door are felt at the next request", async ({ page, browser }) => {
  const theirs = await (await browser.newContext({ baseURL: embedded.url, locale: "en-GB" })).newPage();
  const [person, admin] = (await somePeople([{ role: "admin" }, { role: "admin" }])) as [Person, Person];
  await takeOver(theirs, person);
  await takeOver(page, admin);
  await page.goto("/admin/users");
  const row = page.getByRole("listitem").filter({ hasText: person.email });
  await row.getByRole("combobox").selectOption("editor");
  await row.getByRole("button", { name: "Save" }).click();
  await expect(row.getByRole("status")).toHaveText("Done.");
  expect((await theirs.goto("/admin/users"))?.status()).toBe(403);
  await row.locator("summary").click();
  await row.getByRole("button", { name: "Shut out" }).click();
  await expect(row).toContainText("shut out");
  await theirs.goto(desk);
  await expect(theirs).toHaveURL(/\/sign-in/);
  await knock(theirs, person);
  await expect(said(theirs)).toHaveText("This email and password do not go together.");
  await theirs.context().close();
});

test("a second step is asked for once it is on, and takes a recovery code once", async ({ page }) => {
  const person = await signIn(page, "editor");
  const { key, code } = await switchOnSecondStep(page, person);

  for (const answer of [sixDigits(key), code]) {
    await page.context().clearCookies();
    await page.goto(desk);
    await knock(page, person);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second step");
    expect((await page.request.get(desk, { maxRedirects: 0 })).status(), "half in is out").toBe(303);
    await page.getByLabel("Code").fill(answer);
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page).toHaveURL(desk);
  }
  await page.context().clearCookies();
  await page.goto(desk);
  await knock(page, person);
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(said(page)).toContainText("does not fit");
});

test("where a site asks it of everyone, the desk opens once the second step is on", async ({ browser }) => {
  const folder = mkdtempSync(path.join(tmpdir(), "verbatim-second-step-"));
  const site = sites[1]!; // on PostgreSQL, which a further process may share
  const strict = await startMachine(
    { ...site.env, SECOND_STEP: "required" },
    path.join(folder, "strict.log"),
  );
  const context = await browser.newContext({ baseURL: strict.url, locale: "en-GB" });
  try {
    const page = await context.newPage();
    const person = await aPerson("admin", "Crane", site);
    const token = await aTokenFromBefore(browser, person, site);
    const handIn = async () =>
      (
        await page.request.post("/api/v1/drafts", {
          headers: { Authorization: `Bearer ${token}` },
          data: {},
        })
      ).status();
    await page.goto("/admin/users");
    await knock(page, person);
    await expect(page, "not where they were going").toHaveURL(`${strict.url}${desk}`);
    await expect(page.getByText("This site asks everyone for a second step.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Tokens for scripts" })).toHaveCount(0);
    for (const shut of ["/admin", "/admin/audit/export.csv", "/admin/nowhere"]) {
      const answer = await page.request.get(shut, { maxRedirects: 0 });
      expect(answer.headers().location, shut).toBe(desk);
    }
    expect(await handIn(), "a token from before the site asked").toBe(403);
    await switchOnSecondStep(page, person);
    expect(await handIn(), "it is read now: there is nothing in it").toBe(422);
    await page.goto("/admin/users");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("People");
    await page.goto(desk);
    await expect(page.getByText("it stays on")).toBeVisible();
    await expect(page.getByRole("button", { name: "Switch off" })).toHaveCount(0);
  } finally {
    await context.close();
    strict.stop();
    await strict.ended;
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a sign-in elsewhere is ended by whoever knows the password", async ({ page, browser }) => {
  const person = await aPerson("editor");
  await takeOver(page, person);
  const elsewhere = await browser.newContext({ baseURL: embedded.url, locale: "en-GB" });
  const there = await elsewhere.newPage();
  await there.goto("/sign-in");
  await knock(there, person);
  await expect(there).toHaveURL(`${embedded.url}/admin`);

  await page.goto(desk);
  const section = page.locator("section", { has: page.getByRole("heading", { name: "Where you are" }) });
  const end = section.getByRole("button");
  await expect(end, "none for the place one is at").toHaveCount(1);
  const password = section.getByLabel("Your password");
  await password.fill("not the password");
  await end.click();
  await expect(section.getByRole("alert")).toHaveText("That is not your password.");
  await password.fill(person.password);
  await end.click();
  await expect(section.getByRole("status")).toHaveText("You are signed out there.");
  await expect(end).toHaveCount(0);
  await there.goto(desk);
  await expect(there).toHaveURL(/\/sign-in/);
  await elsewhere.close();
});

test("a new password does without no second step; an admin switches off a lost one", async ({
  page,
  browser,
}) => {
  const person = await signIn(page, "editor", { name: "Ada Grebe" });
  await switchOnSecondStep(page, person);

  const admins = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await signIn(admins, "admin");
  await admins.goto(`${embedded.url}/admin/users`);
  const them = admins.locator(".people > li", { hasText: person.email });
  await them.locator("summary").click();
  await them.getByRole("button", { name: "New link" }).click();
  const link = await them.getByLabel("One-time link").inputValue();

  await page.context().clearCookies();
  await page.goto(link);
  const password = "three grebes, one pond";
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Open my account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second step");

  await admins.reload();
  await them.locator("summary").click();
  await them.getByRole("button", { name: "Switch off the second step" }).click();
  await expect(them.getByRole("status")).toBeVisible();
  await admins.context().close();
  await page.context().clearCookies();
  await page.goto(desk);
  await knock(page, { ...person, password });
  await expect(page).toHaveURL(desk);
});

test("what another site sends is refused, wherever it is sent", async ({ page, request }) => {
  const [admin, person] = (await somePeople([{ role: "admin" }, { role: "editor" }])) as [Person, Person];
  await takeOver(page, admin);
  const forms: Record<string, string>[] = [
    { origin: "https://elsewhere.example" },
    { origin: "null" },
    { origin: "file://" },
    { origin: embedded.url, "sec-fetch-site": "cross-site" },
    { origin: embedded.url, "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    {},
  ];
  for (const headers of forms)
    for (const path of [
      "/sign-in",
      "/admin/users",
      "/admin/account",
      "/fr",
      "/api/health",
      "/api/auth/sign-out",
    ]) {
      const answer = await page.request.post(path, {
        headers,
        form: { verb: "disable", editor: person.editorId },
      });
      expect.soft(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
    }
  for (const method of ["PUT", "PATCH", "DELETE"])
    expect.soft((await request.fetch("/fr", { method })).status(), method).toBe(403);
  await page.goto("/admin/users");
  const row = page.getByRole("listitem").filter({ hasText: person.email });
  await expect(row, "and nothing came of it").toContainText("can sign in");
});

/** What better-auth would serve under /api/auth, were any of it open. */
const closed = [
  "ok error get-session sign-in/email sign-in/social sign-up/email sign-out list-sessions update-session update-user",
  "change-email change-password set-password verify-password delete-user delete-user/callback",
  "request-password-reset reset-password reset-password/x verify-email send-verification-email callback/x",
  "list-accounts link-social unlink-account account-info refresh-token get-access-token",
  "revoke-session revoke-sessions revoke-other-sessions",
  "two-factor/enable two-factor/disable two-factor/get-totp-uri two-factor/verify-totp two-factor/send-otp",
  "two-factor/verify-otp two-factor/verify-backup-code two-factor/generate-backup-codes",
].flatMap((line) => line.split(" "));
const open: readonly string[] = [];

test("of better-auth's own endpoints none is open", async ({ page }) => {
  await signIn(page, "admin");
  const answering: string[] = [];
  for (const path of closed)
    for (const method of ["GET", "POST"]) {
      const answer = await page.request.fetch(`/api/auth/${path}`, {
        method,
        headers: { origin: embedded.url, "content-type": "application/json" },
        ...(method === "POST" ? { data: "{}" } : {}),
      });
      if (answer.status() !== 404) answering.push(`${method} ${path}: ${answer.status()}`);
      expect.soft(answer.headers(), path).not.toHaveProperty("set-cookie");
    }
  expect(answering).toEqual(open);
});

test("axe finds nothing wrong with the pages of accounts, by day and by night", async ({ page }) => {
  const check = async (path: string) => {
    await page.goto(path);
    await expectNoFaultsDayAndNight(page, path);
  };
  for (const path of ["/sign-in", "/sign-in?step=code", `/invite/${"x".repeat(43)}`]) await check(path);
  await takeOver(page, await aPerson("admin"));
  for (const path of ["/admin/users", desk, "/admin/nowhere"]) await check(path);
});
