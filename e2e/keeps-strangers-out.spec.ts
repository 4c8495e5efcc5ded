import { expect, type Page, test } from "@playwright/test";
import { kinds } from "./support/pages";
import { middleOf, pointsInSight } from "./support/points";

const headers = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": /camera=\(\)/,
  "strict-transport-security": /max-age=\d{8}/,
} as const;

test("every kind of page answers with headers that keep it to itself", async ({ request }) => {
  for (const [kind, path] of kinds) {
    const answer = await request.get(`/fr${path}`);
    for (const [name, value] of Object.entries(headers)) {
      expect.soft(answer.headers()[name], `${kind}: ${name}`).toMatch(value);
    }
    expect.soft(answer.headers(), kind).not.toHaveProperty("x-powered-by");
    expect.soft(answer.headers(), kind).not.toHaveProperty("server");
    expect.soft(answer.headers(), `${kind}: no cookie for a reader`).not.toHaveProperty("set-cookie");
  }
});

test("every kind of page has a policy without anything inline, and a fresh nonce each time", async ({
  request,
}) => {
  const nonces = new Set<string>();
  for (const [kind, path] of [...kinds, ...kinds]) {
    const answer = await request.get(`/fr${path}`);
    const policy = readPolicy(answer.headers()["content-security-policy"] ?? "");
    const nonce = policy["script-src"]?.find((source) => source.startsWith("'nonce-"))?.slice(7, -1) ?? "";
    expect.soft(nonce.length, `${kind} has a nonce`).toBeGreaterThan(20);
    nonces.add(nonce);
    for (const [name, sources] of Object.entries(policy)) {
      expect.soft(sources, `${kind}: ${name}`).not.toContain("'unsafe-inline'");
      expect.soft(sources, `${kind}: ${name}`).not.toContain("'unsafe-eval'");
      expect
        .soft(
          sources.filter((source) => /^(\*|https?:)/.test(source)),
          `${kind}: ${name}`,
        )
        .toEqual([]);
    }
    for (const closed of ["object-src", "base-uri", "frame-ancestors"]) {
      expect.soft(policy[closed], `${kind}: ${closed}`).toEqual(["'none'"]);
    }
    expect.soft(policy["form-action"], kind).toEqual(["'self'"]);
    const html = await answer.text();
    const tags = html.match(/<script\b[^>]*>/g) ?? [];
    expect
      .soft(
        // What is told to machines as data is run by nobody: it needs none.
        tags.filter((tag) => !tag.includes(`nonce="${nonce}"`) && !tag.includes("application/ld+json")),
        `${kind}: scripts without it`,
      )
      .toEqual([]);
    const body = html.replace(/<script\b.*?<\/script>/gs, "");
    expect.soft(body.match(/\s(style|on\w+)="/g), `${kind}: inline styles and handlers`).toBeNull();
  }
  expect(nonces.size, "no nonce is used twice").toBe(2 * kinds.length);
});

test("what is not a page is closed, too", async ({ request }) => {
  for (const path of ["/api/health", "/icon.svg", "/api/nowhere", "/nowhere.php"]) {
    const answer = await request.get(path);
    expect.soft(answer.headers()["x-content-type-options"], path).toBe("nosniff");
    const type = answer.headers()["content-type"] ?? "";
    if (!type.startsWith("text/html")) continue;
    expect
      .soft(answer.headers()["content-security-policy"], `${path}: any HTML has a policy`)
      .toContain("script-src");
  }
});

test("reading, opening a receipt and exploring break no policy and ask no other site", async ({
  page,
  baseURL,
}) => {
  const complaints = watch(page, new URL(baseURL!).origin);
  for (const [, path] of kinds) await page.goto(`/fr${path}`, { waitUntil: "networkidle" });

  await page.goto("/fr/metrics/territory-held");
  await expect(page.locator("html")).toHaveAttribute("data-ready", "receipt");
  await pointsInSight(page).first().press("Enter");
  await expect(page.getByRole("dialog").locator("article#receipt")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.locator(".chart-explore-start button").click();
  await expect(page.locator(".chart-canvas a[data-figure]").first()).toBeVisible();
  const { x, y } = await middleOf(page.locator(".chart-canvas a[data-figure]").first());
  await page.mouse.move(x, y);
  await expect(page.locator(".chart-preview mark")).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(complaints).toEqual([]);
});

test("the policy is in force: what a page is not given is not run", async ({ page }) => {
  await page.goto("/fr");
  const blocked = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
        const image = document.createElement("img");
        image.setAttribute("onerror", "document.title = 'taken over'");
        image.src = "data:,";
        document.body.append(image);
      }),
  );
  expect(await blocked).toBe("script-src-attr");
  await expect(page).not.toHaveTitle("taken over");
});

/** `script-src 'self' 'nonce-…'; …` by name. */
const readPolicy = (header: string): Record<string, string[]> =>
  Object.fromEntries(
    header.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );

/** Gathers whatever a careful reader would see in the developer tools. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    // The browser reports the status of a page that does not exist, which is as it should be.
    if (["error", "warning"].includes(message.type()) && !/status of 404/.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`failed: ${request.url()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== "data:" && asked !== origin) complaints.push(`another site: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`${response.status()}: ${response.url()}`);
  });
  return complaints;
}
