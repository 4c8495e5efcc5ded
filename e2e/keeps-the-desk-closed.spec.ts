import { type APIRequestContext, expect, test } from "@playwright/test";
import { aPerson, embedded, type Person, type Site, signIn, sites, somePeople } from "./support/accounts";
import { expireSessions, rowsHolding } from "./support/ask-site";
import { type BuiltAction, builtActions, builtRoutes } from "./support/build";
import { type Call, callByForm, callByScript, type Fields } from "./support/call-action";
import { deskPages, figure, noImport, pathOf, source } from "./support/desk-pages";
import { figurePages } from "./support/pages";

test.use({ locale: "en-GB" });
test.setTimeout(180_000); // people are made, and the database is asked

const everyone = ["editor", "reviewer", "admin"] as const;
const paths = [
  ...Object.values(deskPages),
  ...["metrics", "places", "units", "events"].map((list) => [`/admin/lists/${list}`, everyone] as const),
];

const withCookie = ({ cookie }: Person) => ({ cookie });

test("every page of the desk there is is known here", () => {
  expect(Object.keys(deskPages)).toEqual(builtRoutes().filter((route) => route.startsWith("/admin/")));
});

for (const [index, site] of sites.entries()) {
  const engine = index === 0 ? "the embedded database" : "PostgreSQL";

  test(`every page of the desk is for those who may see it, and nobody else, on ${engine}`, async ({
    request,
  }) => {
    const people = await somePeople(
      everyone.map((role) => ({ role })),
      site,
    );
    for (const [path, roles] of paths) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await request.fetch(site.url + path, { method, maxRedirects: 0 });
        expect.soft(answer.status(), `${method} ${path}, signed out`).toBe(303);
        const next = path === "/admin" ? "" : `?next=${encodeURIComponent(path)}`;
        expect.soft(answer.headers().location, path).toBe(`/sign-in${next}`);
      }
      for (const person of people) {
        const answer = await request.get(site.url + path, { headers: withCookie(person) });
        const status = roles.length === 0 ? 404 : roles.includes(person.role) ? 200 : 403;
        expect.soft(answer.status(), `${path} as ${person.role}`).toBe(status);
        expect.soft(answer.headers()["cache-control"], path).toContain("no-store");
        if (status === 403) expect.soft(await answer.text(), path).toContain("<h1");
      }
    }
  });

  test(`an action of the desk does nothing for whoever may not call it, on ${engine}`, async ({
    request,
  }) => {
    const t = await aTarget(site);
    const { editor, admin, gone, shut } = t;
    await expireSessions([gone.editorId], site);
    const ours = { origin: site.url, "sec-fetch-site": "same-origin" };

    const forged = forgeries([editor, admin]);
    for (const call of deskCalls(t)) {
      const { name, page } = call.action;
      const own = site.url + pathOf(page);
      for (const cookie of ["", gone.cookie, shut.cookie, ...forged]) {
        const headers = { ...ours, cookie };
        const answer = await callByScript(request, own, call, headers);
        expect.soft(answer.status(), `${name} by script, ${cookie}`).toBe(401);
        const posted = await callByForm(request, own, call, headers);
        expect.soft(posted.status(), `${name} by form, ${cookie}`).toBe(303);
        expect.soft(posted.headers().location, name).toMatch(/^\/sign-in/);
      }
      for (const elsewhere of ["/fr", "/sign-in", `/en${figurePages.metric}`])
        for (const call_ of [callByScript, callByForm]) {
          const answer = await call_(request, site.url + elsewhere, call, { ...ours, cookie: "" });
          const said = `${name} on ${elsewhere}: ${answer.status()} ${answer.headers().location ?? ""}`;
          expect.soft(said).toMatch(/: (?:303 \/sign-in|404|409|200 )/); // 409: no such action there
        }
    }

    const foreign: readonly Fields[] = [
      { origin: "https://elsewhere.example" },
      { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
      { origin: site.url, "sec-fetch-site": "cross-site" },
      { origin: "null" },
      { origin: "null", "sec-fetch-site": "same-origin" },
      { origin: `${site.url}.elsewhere.example` },
      {},
    ];
    for (const call of [...deskCalls(t), ...openCalls(t)])
      for (const headers of foreign)
        for (const by of [callByScript, callByForm]) {
          const own = site.url + pathOf(call.action.page);
          const answer = await by(request, own, call, { ...headers, ...withCookie(admin) });
          expect.soft(answer.status(), `${call.action.name} ${JSON.stringify(headers)}`).toBe(403);
        }

    // Without the role: the page is closed, and from a page that is open the action itself refuses.
    for (const call of deskCalls(t).filter(({ action }) => !mayEditor(action)))
      for (const path of [pathOf(call.action.page), "/admin/account"]) {
        const answer = await callByScript(request, site.url + path, call, { ...ours, ...withCookie(editor) });
        expect.soft([200, 403, 409], `${call.action.name} on ${path}`).toContain(answer.status());
        expect.soft(answer.headers(), call.action.name).not.toHaveProperty("x-action-redirect");
      }
    await nothingCame(t, site, request);
  });

  test(`what was called once is not called again after signing out, on ${engine}`, async ({ request }) => {
    const [editor] = (await somePeople([{ role: "editor", name: "Ana Crane" }], site)) as [Person];
    const ours = { origin: site.url, "sec-fetch-site": "same-origin", ...withCookie(editor) };
    const url = `${site.url}/admin/sources/${source}`;
    const call = (words: string): Call => ({
      action: actionNamed("createAgent"),
      before: [{ fr: words, en: words, kind: "person", side: null }, null],
    });
    const [mark, late] = [aMark(), aMark()];
    expect((await callByScript(request, url, call(mark), ours)).status()).toBe(200);
    const leaving: Call = { action: actionNamed("signOut"), before: [] };
    const left = await callByScript(request, url, leaving, ours);
    expect(left.headers()["x-action-redirect"]).toMatch(/^\/sign-in/);
    for (const words of [mark, late])
      expect((await callByScript(request, url, call(words), ours)).status()).toBe(401);

    const { rows, sound } = await rowsHolding([mark, late, editor.editorId], site);
    expect(sound).toBe(true);
    expect(rows[late]).toEqual([]);
    expect(rows[mark]?.map((row) => row.split(" ")[0])).toEqual(["agents", "audit_events"]);
    const audit = rows[editor.editorId]!.filter((row) => row.startsWith("audit_events"));
    const verbs = audit.map((row) => /record_agents|sign_out|invite_editor|accept_invitation/.exec(row)?.[0]);
    expect(verbs.sort()).toEqual(["accept_invitation", "invite_editor", "record_agents", "sign_out"]);
  });
}

test("the same call by who may make it does something: the tests above could fail", async ({ request }) => {
  const t = await aTarget(embedded);
  const ours = { origin: embedded.url, "sec-fetch-site": "same-origin", ...withCookie(t.admin) };
  const url = `${embedded.url}/admin/users`;
  const call = callOf(actionNamed("invite"), t);
  expect((await callByForm(request, url, call, ours)).status()).toBe(200);
  const { rows } = await rowsHolding([t.mark]);
  expect(rows[t.mark]?.map((row) => row.split(" ")[0])).toEqual(["audit_events", "editors"]);
});

test("no way of asking for a page lets out what is on it", async ({ page, request }) => {
  const [hidden, editor] = (await somePeople([{ role: "admin" }, { role: "editor" }])) as [Person, Person];
  await signIn(page, "admin");
  expect(await (await page.request.get("/admin/users")).text(), "there is something to let out").toContain(
    hidden.email,
  );
  const ways: readonly [path: string, headers?: Fields][] = [
    ["/admin/users"],
    ["/admin/users/"],
    ["//admin/users"],
    ["/admin//users"],
    ["/fr/admin/users"],
    ["/fr/../admin/users"],
    ["/%61dmin/users"],
    ["/admin/%75sers"],
    ["/ADMIN/users"],
    ["/admin/users.rsc"],
    ["/admin/users.txt"],
    ["/admin/users.segments/_tree.segment.rsc"],
    ["/_next/data/x/admin/users.json"],
    ["/admin/users?_rsc=1", { rsc: "1" }],
    ["/admin/users", { rsc: "1", "next-router-prefetch": "1" }],
    ["/admin/users", { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }],
    ["/admin/users", { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" }],
    ["/sign-in", { "x-middleware-rewrite": "/admin/users", "x-matched-path": "/admin/users" }],
    ["/sign-in", { "x-invoke-path": "/admin/users", "x-original-url": "/admin/users" }],
    [
      "/fr",
      { "x-forwarded-host": "localhost", "x-rewrite-url": "/admin/users", "x-desk-path": "/admin/users" },
    ],
  ];
  for (const cookie of ["", editor.cookie])
    for (const [path, headers] of ways)
      for (const method of ["GET", "POST"]) {
        const asked = { method, headers: { origin: embedded.url, ...headers, cookie } };
        const answer = await request.fetch(embedded.url + path, asked);
        const said = `${method} ${path} ${JSON.stringify(headers ?? {})} ${cookie && "as editor"}`;
        expect.soft(await answer.text(), said).not.toContain(hidden.email);
        expect.soft(answer.status(), said).toBeLessThan(500);
      }
});

type Target = {
  readonly mark: string;
  readonly editor: Person;
  readonly admin: Person;
  /** Signed in once, and their time has run out. */
  readonly gone: Person;
  /** Signed in on a site with another secret, where there is one; else shut out here. */
  readonly shut: Person;
  readonly victim: Person;
};

let marks = 0;
/** A word that is nowhere yet. */
const aMark = () => `heron${Date.now()}x${process.pid}x${++marks}`;

async function aTarget(site: Site): Promise<Target> {
  const wishes = (["editor", "admin", "admin", "editor"] as const).map((role) => ({ role }));
  const [editor, admin, gone, victim] = (await somePeople(wishes, site)) as [Person, Person, Person, Person];
  const other = sites.find((one) => one !== site);
  const shut = other ? await aPerson("admin", "Crane", other) : gone;
  return { mark: aMark(), editor, admin, gone, shut, victim };
}

/** Whose names an action of the doors has: they are for everybody. */
const openActions = ["signOut", "chooseLanguage", "openAccount", "trySignIn", "tryCode", "sendObjection"];

/** Whether an editor may call an action: all but what is for reviewers and admins. */
const mayEditor = ({ name, page }: BuiltAction) =>
  !/^\/admin\/(?:review|users|audit|objections)\//.test(page) && !["retract", "merge"].includes(name);

const actionNamed = (name: string) => builtActions().find((action) => action.name === name)!;
/** Everything that any form of the desk asks for, such that it would do something: to the victim, or with the mark. */
const formOf = ({ mark, victim }: Target): Fields => ({
  ...{
    verb: "disable",
    editor: victim.editorId,
    rowVersion: "1",
    email: `${mark}@example.org`,
    role: "admin",
  },
  ...{
    name: mark,
    reason: mark,
    comment: mark,
    change: "correction",
    changeReason: mark,
    locale: "fr",
    into: mark,
  },
  ...{
    figure: `${figure}@2`,
    source,
    accept: "1",
    text: mark,
    slug: mark,
    fr: mark,
    en: mark,
    password: mark,
  },
  ...{
    current: victim.password,
    next: mark,
    session: "1",
    token: mark,
    code: "123456",
    base: "{}",
    kind: "person",
  },
});

/** What an action is given before its form; most are given the state of their form. */
const before: Readonly<Record<string, (t: Target, page: string) => readonly unknown[]>> = {
  save: (_, page) => (page.includes("lists") ? ["agents", null, { tries: 0 }] : [figure, { tries: 0 }]),
  discard: () => [figure, null],
  retract: () => [figure, null],
  restore: () => [figure, 1, null],
  retire: () => ["agents", "ukraine", true, null],
  merge: () => ["agents", "ukraine", null],
  ...Object.fromEntries(
    ["mapColumns", "mapByJson", "workOnTable", "submitBatch", "approveBatch", "takeBack"].map(
      (name) => [name, () => [noImport, {}]] as const,
    ),
  ),
};
/** What an action is given that no form calls. */
const plain: Readonly<Record<string, (t: Target) => readonly unknown[]>> = {
  drafts: () => [source],
  figuresOf: () => ["territory-held"],
  submit: ({ mark }) => [[{ publicId: figure, rowVersion: 2, reasons: { duplicate: mark } }]],
  createAgent: ({ mark }) => [{ fr: mark, en: mark, kind: "person", side: null }, null],
  decide: () => [source, { key: 0, kind: "reject", ids: [1] }, ["00000000"], null],
  signOut: () => [],
  checkChain: () => [],
};
const formAlone = ["leave", "endToken", "decideForm", "chooseLanguage"];

function callOf(action: BuiltAction, t: Target): Call {
  const { name, page } = action;
  const args = plain[name]?.(t);
  if (args) return { action, before: args };
  return {
    action,
    before: before[name]?.(t, page) ?? (formAlone.includes(name) ? [] : [{}]),
    form: formOf(t),
  };
}

const callsOf = (t: Target, open: boolean) =>
  builtActions()
    .filter(({ name }) => openActions.includes(name) === open)
    .map((action) => callOf(action, t));
const deskCalls = (t: Target) => callsOf(t, false);
const openCalls = (t: Target) => callsOf(t, true);

/** Cookies that are not what was given out: another token, another signature, none, or one person's under another's. */
function forgeries([one, other]: readonly [Person, Person]): string[] {
  const [name = "", value = ""] = one.cookie.split(/=(.*)/s);
  const [token = "", signature = ""] = decodeURIComponent(value).split(/\.(.*)/s);
  const [, otherSignature = ""] = decodeURIComponent(other.cookie.split(/=(.*)/s)[1] ?? "").split(/\.(.*)/s);
  const turned = (word: string) => [...word].reverse().join("");
  return [
    `${turned(token)}.${signature}`,
    `${token}.${turned(signature)}`,
    `${token}.${otherSignature}`,
    `${token}.`,
    token,
    ".",
    "null",
  ].map((forged) => `${name}=${encodeURIComponent(forged)}`);
}

/** That nothing was written by what was refused, and that the victim is as before. */
async function nothingCame({ mark, victim, admin }: Target, site: Site, request: APIRequestContext) {
  const { rows, sound } = await rowsHolding([mark, victim.editorId], site);
  expect(rows[mark], "nothing holds the mark").toEqual([]);
  const lines = rows[victim.editorId]!.filter((row) => row.startsWith("audit_events"));
  expect(lines, "the account was made, and opened").toHaveLength(2);
  expect(sound, "and the chain of the audit holds").toBe(true);
  for (const person of [victim, admin]) {
    const answer = await request.get(`${site.url}/admin/account`, { headers: withCookie(person) });
    expect(answer.status(), "who was signed in still is").toBe(200);
  }
}
