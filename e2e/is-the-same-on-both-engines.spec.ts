import { type APIRequestContext, expect, test } from "@playwright/test";

const embedded = process.env.E2E_EMBEDDED!; // the configuration asks for it
const postgres = process.env.E2E_POSTGRES;

test("both sites are well, and at the same revision", async ({ request }) => {
  for (const site of [embedded, postgres]) {
    const answer = await request.get(`${site}/api/health`);
    expect(answer.status(), site).toBe(200);
    expect(await answer.json(), site).toMatchObject({ status: "ok", revision: 1 });
  }
});

test("forty readers at once all get their page, on either engine", async ({ request }) => {
  for (const site of [embedded, postgres]) {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => request.get(`${site}/fr/figures/936vk6e1`)),
    );
    expect(
      answers.map((answer) => answer.status()),
      site,
    ).toEqual(answers.map(() => 200));
  }
});

test("every page that links lead to is the same, word for word, on both engines", async ({ request }) => {
  test.setTimeout(240_000); // hundreds of pages
  const seen = new Set<string>(["/fr", "/en"]);
  const different: string[] = [];
  for (let wave = [...seen]; wave.length > 0; ) {
    const pages = await fourAtATime(wave, async (path) => {
      const [one, other] = await Promise.all([
        read(request, `${embedded}${path}`),
        read(request, `${postgres}${path}`),
      ]);
      if (one !== other) different.push(`${path}: ${firstDifference(one, other)}`);
      return one;
    });
    wave = pages.flatMap(linksOf).filter((path) => !seen.has(path) && seen.add(path));
  }
  expect(different).toEqual([]);
  expect(seen.size, "both languages, with every figure, metric and source").toBeGreaterThan(2 * (14 + 9 + 5));
});

/**
 * The HTML of a page without what differs between two sites of the same seeds: its nonce, its origin, the moments the
 * two were filled at, the copy of the page that Next sends along for its own script, cut wherever the stream happened
 * to be, and the order in which React lifted tags into the head, which is that in which they were ready.
 */
async function read(request: APIRequestContext, address: string): Promise<string> {
  const answer = await request.get(address);
  expect(answer.status(), address).toBe(200);
  return (await answer.text())
    .replace(/<script[^>]*>self\.__next_f\.push\(.*?<\/script>/gs, "")
    .replace(/nonce="[^"]*"/g, "")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "")
    .replaceAll(new URL(address).origin, "")
    .replace(/^.*?<\/head>/s, (head) => head.split(/(?=<)/).sort().join("\n"));
}

/**
 * Which pages a page leads to within the site, filters and sorting included; files are held against each other elsewhere, and the ids of a
 * feed name the moment of a publish.
 */
const linksOf = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="(\/(?!api\/|changes\.atom)[^"#]*)/g)].map(([, href]) =>
    href!.replaceAll("&amp;", "&"),
  );

async function fourAtATime<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += 4) {
    results.push(...(await Promise.all(items.slice(start, start + 4).map(work))));
  }
  return results;
}

function firstDifference(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at++;
  return `${JSON.stringify(one.slice(at - 40, at + 60))} and ${JSON.stringify(other.slice(at - 40, at + 60))}`;
}
