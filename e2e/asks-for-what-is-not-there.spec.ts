import { type APIResponse, expect, test } from "@playwright/test";
import { type Locale, locales, pageKinds } from "./support/pages";

test.use({ javaScriptEnabled: false });
test.setTimeout(120_000); // some eighty pages each, on sites that have drawn none yet

const words = {
  fr: {
    title: "Cette page n’existe pas",
    home: "Vers les graphiques",
    notice: "Une partie de l’adresse n’a pas servi",
  },
  en: { title: "There is no such page", home: "To the charts", notice: "Part of the address was not used" },
} as const;

/** Addresses under a language that lead nowhere. */
const nowhere = [
  "/figures/zzzzzzzz",
  "/figures/936VK6E1",
  "/figures/936vk6e1/more",
  "/figures/%00",
  "/figures/%F0%9F%98%80",
  "/figures/..%2f..%2fetc%2fpasswd",
  "/figures/936vk6e1.json",
  `/figures/${"a".repeat(3000)}`,
  "/metrics",
  "/metrics/nothing-of-the-kind",
  "/metrics/' or 1=1 --",
  "/metrics/__proto__",
  "/sources/nothing-of-the-kind",
  "/sources/constructor",
  "/sources/zone-de-securite-500-km2.html",
  "/problem/404",
  "/problem/500",
  "/nowhere",
  "/nowhere.php",
  "/.env",
  "/%E0%A4%A",
] as const;

/** Pages that take filters. */
const kinds = Object.entries({
  ...pageKinds,
  "explorer with filters": "/figures",
  "changes compared": "/changes",
}).filter(([kind]) => kind !== "page that does not exist");

const long = "x".repeat(10_000);
const cursor = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");

/** What a stranger may write into an address; each keeps its page, under 200 or 400. */
const hostile: readonly string[] = [
  "q=%00",
  "q=a%00b",
  "q=%27%20or%201%3D1%20--",
  "q=%27%3B%20drop%20table%20figures%3B%20--",
  "q=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "q=%22%3E%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
  "q=%25_%5C",
  "q=%F0%9F%98%80%E2%80%AE%EF%BB%BF%CC%81",
  "q=%ED%A0%80",
  "q=%zz%",
  `q=${long}`,
  `q=${"%F0%9F%98%80".repeat(100)}`,
  `${long}=1`,
  Array.from({ length: 500 }, (_, index) => `p${index}=1`).join("&"),
  Array.from({ length: 500 }, () => "metric=territory-held").join("&"),
  "metric=territory-held&metric=villages-held",
  "metric[]=territory-held&metric[a][b]=c",
  "metric=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "metric=%27--",
  "claimant=__proto__",
  "__proto__=1&constructor=2&prototype[x]=3&toString=4&hasOwnProperty=5",
  "%3Cscript%3Ealert(1)%3C%2Fscript%3E=1",
  "subject=..%2F..%2Fetc%2Fpasswd&place=%2Fetc%2Fpasswd",
  "as_of=-1",
  "as_of=0",
  "as_of=1e9",
  "as_of=999999999999999",
  "as_of=99999999999999999999999999999999",
  "as_of=NaN&as_of=Infinity",
  "from=2025-02-30",
  "from=0000-00-00&to=9999-99-99",
  "from=9999-12-31&to=0001-01-01",
  "from=2025-01-01T00:00:00Z",
  "known_on=infinity",
  "known_on=0001-01-01",
  "sort=period%3B%20select%201",
  "sort=-",
  "modality=CLAIMED&comparator=%3E%3D%3D&status=draft",
  "columns=sentence,__proto__,%3Cb%3E&columns=&columns=%00",
  "after=garbage",
  "after=%00",
  `after=${"A".repeat(5000)}`,
  `after=${cursor(["2025-02-31", "936vk6e1"])}`,
  `after=${cursor(["9999-99-99", "936vk6e1"])}`,
  `after=${cursor(["infinity", "936vk6e1"])}`,
  `after=${cursor(["2025-02-13", "' or 1=1 --"])}`,
  `after=${cursor(["2025-02-13\u0000", "936vk6e1"])}`,
  `after=${cursor([{ $ne: null }, 1])}`,
  `after=${cursor({ length: 2 })}`,
  `before=${cursor(["-0001-01-01", "a"])}&after=${cursor(["x", "y"])}`,
  `sort=value&after=${cursor(["NaN", "a"])}`,
  `sort=value&after=${cursor(["1e400", "a"])}`,
  `sort=value&after=${cursor(["9".repeat(190), "a"])}`,
  `sort=metric&after=${cursor(["\u0000", "a"])}`,
  `sort=claimant&before=${cursor(["\ud800", "a"])}`,
  "since=-1",
  "since=9&until=1",
  "until=1",
  "since=999999999999999&until=1e9",
  "kind=first%27--&outcome=__proto__",
  `after=${cursor(["99999999999999", "zzzzzzzz"])}`,
  "_rsc=abc",
  "nxtPlocale=de&nextLocale=xx",
];

for (const locale of locales) {
  test(`an address that leads nowhere gets a page that says so (${locale})`, async ({ request }) => {
    const faults: string[] = [];
    for (const path of nowhere) {
      const answer = await request.get(`/${locale}${path}`, { maxRedirects: 0 });
      faults.push(...(await faultsOfNowhere(answer, locale)).map((fault) => `${path.slice(0, 60)} ${fault}`));
    }
    expect(faults).toEqual([]);
  });

  test(`a page that does not exist reads well and leads back (${locale})`, async ({ page }) => {
    await page.goto(`/${locale}/figures/zzzzzzzz`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words[locale].title);
    await expect(page).toHaveTitle(new RegExp(words[locale].title));
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute("content", /noindex/);
    await expect(page.locator("[aria-current]"), "it is none of the pages that are led to").toHaveCount(0);
    await page.getByRole("link", { name: words[locale].home }).click();
    await expect(page).toHaveURL(`/${locale}`);
    await expect(page.locator("nav [aria-current]")).toHaveCount(1);
  });
}

for (const [index, [kind, path]] of kinds.entries()) {
  const locale = locales[index % 2]!; // the explorer, which reads most, stands twice and gets both
  test(`the ${kind} keeps its head whatever the address says (${locale})`, async ({ request }) => {
    const faults: string[] = [];
    for (const query of hostile) {
      const answer = await request.get(`/${locale}${path}?${query}`, { maxRedirects: 0 });
      faults.push(...(await faultsOf(answer, locale)).map((fault) => `?${query.slice(0, 60)} ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

test("an unknown language gets the reader's own", async ({ request }) => {
  for (const path of [
    "/de",
    "/de/figures",
    "/FR",
    "/fra",
    "/wp-login.php",
    "/robots",
    "/xx/figures/936vk6e1",
  ]) {
    for (const locale of locales) {
      const headers = { "Accept-Language": locale };
      const answer = await request.get(path, { headers, maxRedirects: 0 });
      expect.soft(answer.status(), path).toBe(404);
      expect.soft(await answer.text(), path).toContain(`<h1>${words[locale].title}</h1>`);
    }
  }
});

test("the front door leads to the reader's language", async ({ request }) => {
  const wishes = {
    fr: "/fr",
    en: "/en",
    "fr-CA,fr;q=0.9,en;q=0.8": "/fr",
    "de, en;q=0.3, fr;q=0.7": "/fr",
    "en-GB;q=0.9, fr;q=0.8": "/en",
    "fr;q=0, de": "/en",
    "*": "/en",
    "": "/en",
    [`${"x,".repeat(2000)}fr`]: "/en",
    "';--": "/en",
  };
  for (const [wish, place] of Object.entries(wishes)) {
    const answer = await request.get("/", { headers: { "Accept-Language": wish }, maxRedirects: 0 });
    expect.soft(answer.status(), wish.slice(0, 40)).toBe(307);
    expect.soft(answer.headers().location, wish.slice(0, 40)).toBe(place);
    expect.soft(answer.headers().vary, "caches must know").toContain("Accept-Language");
  }
});

test("what is malformed is named in words, and the rest still counts", async ({ page }) => {
  await page.goto("/en/figures?metric=territory-held&from=yesterday&colour=red&after=garbage");
  const notice = page.getByRole("note");
  await expect(notice).toContainText("“yesterday” is not a value the filter “From” can take");
  await expect(notice).toContainText("does not know: colour");
  await expect(notice).toContainText("cannot be found again");
  await expect(page.locator(".figure-table tbody tr")).toHaveCount(3);
  const unheard = await page.goto("/en/figures?as_of=999");
  expect(unheard?.status()).toBe(400);
  await expect(page.getByRole("note")).toContainText("Revision 999 does not exist");
});

test("nothing written into an address becomes part of the page", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: true });
  const fired: string[] = [];
  page.on("dialog", async (dialog) => {
    fired.push(dialog.message());
    await dialog.dismiss();
  });
  const script = encodeURIComponent(`"'></script><script>alert(1)</script><img src=x onerror=alert(2)>`);
  for (const query of [
    `q=${script}`,
    `metric=${script}`,
    `${script}=1`,
    `columns=${script}`,
    `after=${script}`,
  ]) {
    await page.goto(`/fr/figures?${query}`);
    await expect(page.locator('img, script:text("alert(1)")')).toHaveCount(0);
  }
  expect(fired).toEqual([]);
  await page.close();
});

test("asking with other verbs does no harm", async ({ request }) => {
  const before = await (await request.get("/api/health")).json();
  const head = await request.head("/fr/figures");
  expect(head.status()).toBe(200);
  expect(await head.text()).toBe("");
  expect((await request.head("/fr/nowhere")).status()).toBe(404);
  const bodies = {
    form: { form: { metric: "territory-held", value: "0" } },
    data: { data: { value: 0 } },
    action: { data: "x", headers: { "Next-Action": "40abcdefabcdefabcdefabcdefabcdefabcdefabcd" } },
    multipart: { data: "--x\r\ngarbage", headers: { "Content-Type": "multipart/form-data; boundary=x" } },
    long: { data: "x".repeat(300_000) },
  };
  for (const path of ["/", "/fr", "/fr/figures", "/fr/figures/936vk6e1", "/fr/nowhere", "/api/health"]) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      for (const [name, body] of Object.entries(bodies)) {
        const answer = await request.fetch(path, { method, ...body, maxRedirects: 0 });
        const html = await answer.text();
        expect.soft(answer.status(), `${method} ${name} to ${path}`).toBeLessThan(500);
        expect.soft(html, `${method} ${name} to ${path}`).not.toMatch(stack);
      }
    }
  }
  expect(await (await request.get("/api/health")).json()).toEqual(before);
});

const stack =
  /\bat [\w.<>]+ \(.*:\d+:\d+\)|node_modules|PostgresError|DrizzleQueryError|syntax error at|SELECT |select "/;

/** A page of its own under 404, in the reader's language, that leads back. */
async function faultsOfNowhere(answer: APIResponse, locale: Locale): Promise<string[]> {
  const html = await answer.text();
  return [
    answer.status() !== 404 && `answers ${answer.status()}`,
    !html.includes(`<html lang="${locale}"`) && "is not in the reader’s language",
    !html.includes(`<h1>${words[locale].title}</h1>`) && "has no heading that says so",
    !html.includes(`<a href="/${locale}">${words[locale].home}</a>`) && "does not lead back",
  ].filter((fault) => fault !== false);
}

/** 200, or 400 with words that say what is wrong; no trace of our insides; nothing written back as markup. */
async function faultsOf(answer: APIResponse, locale: Locale): Promise<string[]> {
  const html = await answer.text();
  return [
    ![200, 400].includes(answer.status()) && `answers ${answer.status()}`,
    !html.includes(`<html lang="${locale}"`) && "is not in the language of its address",
    html.match(/<h1/g)?.length !== 1 && "has no heading",
    answer.status() === 400 && !html.includes(words[locale].notice) && "does not say what is wrong",
    stack.test(html) && `shows our insides: ${stack.exec(html)?.[0]}`,
    (html.includes("<script>alert(1)") || html.includes("<img src=x")) && "is written back as markup",
  ].filter((fault) => fault !== false);
}
