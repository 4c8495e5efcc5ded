import { readFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { ask, askInBytes } from "../bench/probe/ask";
import { probes } from "../bench/probe/probes";
import {
  aPerson,
  embedded,
  type Person,
  signIn,
  sixDigits,
  somePeople,
  switchOnSecondStep,
} from "./support/accounts";
import { rowsHolding } from "./support/ask-site";
import { builtActions } from "./support/build";
import { callByForm, callByScript } from "./support/call-action";
import { pathOf } from "./support/desk-pages";

test.use({ locale: "en-GB" });
test.setTimeout(90_000); // people are made, with their passwords

const site = embedded.url;
const target = { site, open: "/en/method", closed: "/admin/users" };
const ours = { origin: site, "sec-fetch-site": "same-origin" };

for (const { name, tries } of probes)
  test(name, async () => {
    await aPerson("editor"); // until somebody is invited, the door stands in the place of the desk
    expect(await tries(target)).toEqual([]);
  });

const actionNamed = (name: string) => builtActions().find((action) => action.name === name)!;
const cookieIn = (header: string | undefined) => /verbatim\.session_token=([^;\n]+)/.exec(header ?? "")?.[0];

/** Signs in by the form, as a browser that brings `cookie`; the session it is given, or undefined. */
async function comeIn(
  request: Parameters<typeof callByForm>[0],
  { email, password }: Pick<Person, "email" | "password">,
  cookie: string,
) {
  const call = { action: actionNamed("trySignIn"), before: [{}], form: { email, password, next: "" } };
  const answer = await callByForm(request, `${site}/sign-in`, call, { ...ours, cookie });
  return cookieIn(answer.headers()["set-cookie"]);
}

const opens = async (cookie: string) =>
  (await ask(site, "/admin/account", { headers: { cookie } })).status === 200;

test("whoever signs in is given a new session, and the one this browser had is ended", async ({
  request,
}) => {
  const [person, attacker] = (await somePeople([{ role: "editor" }, { role: "editor" }])) as [Person, Person];
  const planted = "verbatim.session_token=chosenbyanattacker.c2lnbmF0dXJl";
  const first = await comeIn(request, person, planted);
  expect(first).toBeTruthy();
  expect(first).not.toBe(planted);
  expect(await opens(planted)).toBe(false);
  expect(await opens(first!)).toBe(true);
  const again = await comeIn(request, person, first!);
  expect(again).not.toBe(first);
  expect(await opens(first!), "nobody can reach it any more").toBe(false);
  expect(await opens(again!)).toBe(true);

  // An attacker's own session, planted, is not what the victim goes on in; and is shut.
  const victims = await comeIn(request, person, attacker.cookie);
  expect(victims).not.toBe(attacker.cookie);
  expect(await opens(attacker.cookie)).toBe(false);
});

test("six digits that were seen are not taken again", async ({ page, request }) => {
  const person = await signIn(page, "editor");
  const { key } = await switchOnSecondStep(page, person);

  const code = sixDigits(key);
  const outcomes: boolean[] = [];
  for (let n = 0; n < 2; n++) {
    const action = actionNamed("trySignIn");
    const { email, password } = person;
    const call = { action, before: [{}], form: { email, password, next: "" } };
    const half = await callByForm(request, `${site}/sign-in`, call, { ...ours, cookie: "" });
    const pending = /verbatim\.two_factor=([^;\n]+)/.exec(half.headers()["set-cookie"] ?? "")?.[0] ?? "";
    expect(pending, "the second step is asked for").not.toBe("");
    const second = { action: actionNamed("tryCode"), before: [{}], form: { code, next: "" } };
    const answer = await callByForm(request, `${site}/sign-in?step=code`, second, {
      ...ours,
      cookie: pending,
    });
    outcomes.push(cookieIn(answer.headers()["set-cookie"]) !== undefined);
  }
  expect(outcomes).toEqual([true, false]);
});

/** Connections that are held by whoever opened them. */
function held(count: number, begin: (socket: Socket, n: number) => void): Socket[] {
  const { port } = new URL(site);
  return Array.from({ length: count }, (_, n) => {
    const socket = connect({ port: Number(port), host: "localhost", localAddress: "127.0.0.5" });
    socket.on("error", () => {});
    socket.on("connect", () => begin(socket, n));
    return socket;
  });
}

test("hundreds who send a letter at a time, or read nothing, keep nobody waiting", async () => {
  const host = new URL(site).host;
  const slowToSend = held(300, (socket, n) => {
    socket.write(`POST /${n % 2 ? "sign-in" : "api/v1/drafts"} HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
  });
  const slowToRead = held(60, (socket, n) => {
    socket.pause();
    const path = n % 2 ? "/fr" : "/api/v1/figures.csv";
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });
  const drip = setInterval(() => {
    for (const socket of slowToSend) socket.write("x");
  }, 300);
  try {
    await pause(3000);
    for (const path of ["/en/method", "/api/health", "/api/v1/figures.json?limit=1"])
      expect((await ask(site, path)).status, path).toBe(200);
    const answered = (await Promise.all(Array.from({ length: 10 }, () => ask(site, "/en/method")))).map(
      ({ status }) => status,
    );
    expect(answered).toEqual(Array(10).fill(200));
  } finally {
    clearInterval(drip);
    for (const socket of [...slowToSend, ...slowToRead]) socket.destroy();
  }
});

test("a body without end is cut off, and one that claims to be huge is not waited for", async () => {
  const { host } = new URL(site);
  const huge = (path: string, more: string) =>
    askInBytes(
      site,
      `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 99999999999\r\n${more}\r\nx`,
      4000,
    );
  const said = await Promise.all([
    huge("/api/reports", "Content-Type: application/csp-report\r\n"),
    huge("/api/v1/drafts", "Content-Type: application/json\r\n"),
    huge("/admin/imports/upload", `Origin: ${site}\r\nContent-Type: multipart/form-data; boundary=x\r\n`),
  ]);
  expect(said.map((one) => /^HTTP\/1\.1 (\d+)/.exec(one)?.[1])).toEqual(["413", "401", "303"]);
  const action = actionNamed("trySignIn");
  const long = { action, before: [{}], form: { email: "x".repeat(7_000_000), password: "x", next: "" } };
  const headers = { ...ours, "next-action": action.id, "content-type": "text/plain" };
  const answer = await ask(site, "/sign-in", { method: "POST", headers, body: JSON.stringify([long]) });
  expect(answer.status, "more than an article needs").not.toBe(200);
  expect((await ask(site, "/api/health")).status).toBe(200);
});

/** What a program might run, under every kind of mark that closes something. */
const runs = (mark: string) =>
  `${mark}"'>]]></script><script>document.title='run'</script><img src=x onerror="document.title='run'"><svg onload="document.title='run'">{{7*7}}\${7*7}=cmd|' /C calc'!A0`;

test("what a pasted page or a table brings is words, wherever the desk shows it", async ({ page }) => {
  const mark = `heron${Date.now()}`;
  const words = runs(mark);
  const errors: string[] = [];
  page.on("dialog", (dialog) => dialog.dismiss());
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) errors.push(message.text());
  });
  await signIn(page, "admin");
  await page.goto("/admin/account");
  await page.getByLabel("What it is for").fill(words.slice(0, 80));
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = await page.getByRole("textbox", { name: "Token" }).inputValue();
  const dataset = {
    slug: mark,
    title: words.slice(0, 290),
    publisher: "ukraine",
    url: null,
    lang: "en",
    published: null,
  };
  const row = {
    metric: "territory-held",
    claimant: words,
    value: words,
    period_start: "2025-01-31",
    sentence: words,
  };
  const good = {
    metric: "territory-held",
    claimant: "ukraine",
    value: "501",
    period_start: "2025-01-31",
    cue: words.slice(0, 80),
  };
  const answer = await page.request.post("/api/v1/drafts", {
    headers: { Authorization: `Bearer ${token}` },
    data: { dataset, rows: [row, good] },
  });
  expect(answer.status(), await answer.text()).toBeLessThan(500);
  expect(answer.headers()["content-type"]).toContain("application/");
  const map = JSON.stringify({ dataset: null, fields: { metric: { is: words } } });
  await page.request.post("/admin/imports/upload", {
    headers: ours,
    multipart: {
      map,
      file: {
        name: `${words}.csv`,
        mimeType: "text/csv",
        buffer: Buffer.from(`metric,${mark},value\n"${words.replaceAll('"', '""')}",=1+1,5\n`),
      },
    },
  });
  const { rows } = await rowsHolding([mark]);
  expect(rows[mark]!.length, "something of it is kept").toBeGreaterThan(0);
  const imports = rows[mark]!.flatMap((one) => /^imports .*?([0-9a-hjkmnp-tv-z]{8})/.exec(one)?.[1] ?? []);
  const paths = [
    "/admin/imports",
    "/admin",
    "/admin/account",
    "/admin/audit",
    "/admin/figures",
    ...imports.map((id) => `/admin/imports/${id}`),
    `/admin/sources/${mark}`,
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page, path).not.toHaveTitle("run");
    await expect(page.locator('img[src="x"], svg[onload]'), path).toHaveCount(0);
  }
  expect(errors, "not even tried: the policy had nothing to stop").toEqual([]);
});

test("nothing that opens a door, and nothing that was searched for, is written into the log", async ({
  request,
}) => {
  const secret = `hush${Date.now()}`;
  const [admin, editor] = (await somePeople([{ role: "admin" }, { role: "editor" }])) as [Person, Person];
  await comeIn(request, { email: `${secret}@example.org`, password: `${secret} at dawn` }, "");
  await comeIn(request, { email: editor.email, password: `${secret} at dawn` }, "");
  const session = await comeIn(request, editor, "");
  await ask(site, "/admin/users", { headers: { cookie: editor.cookie } });
  for (const path of [
    `/invite/${secret}`,
    `/fr/search?q=${secret}`,
    `/api/v1/figures.csv?q=${secret}`,
    `/admin?${secret}`,
  ])
    for (const method of ["GET", "POST", "DELETE"])
      await ask(site, path, {
        method,
        headers: { authorization: `Bearer ${secret}`, cookie: `a=${secret}` },
      });
  const report = { "csp-report": { "document-uri": `${site}/fr?q=${secret}`, "blocked-uri": "inline" } };
  const headers = { "content-type": "application/csp-report" };
  await ask(site, "/api/reports", { method: "POST", headers, body: JSON.stringify(report) });
  await expect(async () => {
    const log = await readFile(process.env.E2E_EMBEDDED_LOG!, "utf8");
    for (const said of [
      "a browser kept something from a page",
      "a page of the desk was refused",
      editor.editorId,
    ])
      expect(log, "it is the log that is read").toContain(said);
    expect(log).toContain("what another site sent was refused");
    const hidden = [
      secret,
      editor.password,
      admin.cookie.slice(-40),
      editor.cookie.slice(-40),
      session!.slice(-40),
    ];
    for (const word of hidden) expect(log).not.toContain(word);
  }).toPass({ timeout: 10_000 });
});

test("forged names and shapes in actions open nothing and break nothing", async ({ request }) => {
  const person = await aPerson("admin");
  const mark = `heron${Date.now()}`;
  const shapes: readonly (readonly unknown[])[] = [
    [],
    [null],
    ["__proto__"],
    [{ __proto__: { role: "admin" }, constructor: { prototype: { role: "admin" } } }, mark],
    [["__proto__"], { toString: mark }],
    [{ publicId: "936vk6e1", asOf: -1, locale: mark }, mark, {}],
    [9e99, "x".repeat(5000), mark],
    ["../../etc/passwd", mark, { kind: "toString" }],
    ["936vk6e1", { tries: "x" }],
    ["\u0000", null, "\u0000", {}],
  ];
  let asked = 0;
  for (const action of builtActions().filter(({ name }) => name !== "signOut")) {
    const path = pathOf(action.page);
    const headers = { ...ours, cookie: action.page.startsWith("/admin") ? person.cookie : "" };
    // Each action is asked with some of the shapes, each shape by some of the actions: all of all takes minutes.
    for (const by of [callByScript, callByForm]) {
      const before = shapes[(asked * 3) % shapes.length]!;
      const form = asked % 3 === 0 ? undefined : { rowVersion: mark, source: "\u0000", reason: "\u0000" };
      asked++;
      const answer = await by(request, site + path, { action, before, form }, headers);
      const text = await answer.text();
      expect.soft(answer.status(), `${action.name} ${JSON.stringify(before)}`).toBeLessThan(500);
      expect.soft(text, action.name).not.toMatch(/node_modules|PostgresError|DrizzleQueryError|select "/);
    }
  }
  expect(asked, "there are actions to ask").toBeGreaterThan(60);
  expect((await rowsHolding([mark])).rows[mark]).toEqual([]);
  expect(({} as Record<string, unknown>).role).toBeUndefined();
  expect((await ask(site, "/api/health")).status).toBe(200);
});
