import { expect, test } from "@playwright/test";
import { deskSites, embedded } from "./support/accounts";

/** What the sites of the tests were started with (bin/test-sites.ts). */
const token = process.env.E2E_METRICS_TOKEN!;
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

test("where no token is set there are no metrics, by any method", async ({ request }) => {
  for (const method of methods) {
    const headers = { authorization: `Bearer ${token}`, origin: embedded.url };
    const answer = await request.fetch(`${embedded.url}/api/metrics`, { method, headers });
    expect(answer.status(), method).toBe(404);
  }
});

for (const [index, { url }] of deskSites.entries()) {
  const engine = index === 0 ? "embedded" : "postgres";

  test(`whoever bears the token reads the metrics, and nobody else, on ${engine}`, async ({ request }) => {
    for (const authorization of [undefined, "Bearer", `Bearer ${token}x`, `Basic ${token}`]) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const answer = await request.get(`${url}/api/metrics`, { headers });
      expect(answer.status(), authorization).toBe(401);
      expect(await answer.text()).toBe("");
    }
    await request.get(`${url}/en/search?q=hushhush`);
    const answer = await request.get(`${url}/api/metrics`, { headers: { authorization: `Bearer ${token}` } });
    expect(answer.headers()["content-type"]).toContain("version=0.0.4");
    expect(answer.headers()["cache-control"]).toBe("no-store");
    const text = await answer.text();
    for (const said of [
      /^verbatim_requests_total\{route="\/\[locale\]\/search",method="GET",status="200"\} \d+$/m,
      /^verbatim_request_duration_seconds_bucket\{route="\/\[locale\]\/search",le="\+Inf"\} \d+$/m,
      /^verbatim_requests_in_flight [1-9]/m,
      /^verbatim_downloads\{state="most"\} 4$/m,
      /^verbatim_drawings\{state="most"\} 2$/m,
      /^verbatim_imports\{state="waiting"\} 0$/m,
      /^verbatim_pages_total\{from="drawing"\} [1-9]/m,
      /^verbatim_pages_kept_bytes \d/m, // a page is sent before it is kept
      /^verbatim_database_up 1$/m,
      new RegExp(`^verbatim_database_info\\{engine="${engine}"\\} 1$`, "m"),
      /^verbatim_database_connections\{state="open"\} [1-9]/m,
      /^verbatim_collection_revision [1-9]/m,
      /^process_resident_memory_bytes [1-9]/m,
      /^verbatim_event_loop_lag_seconds\{quantile="0.99"\} /m,
    ])
      expect(text).toMatch(said);
    expect(text).not.toMatch(/hushhush|127\.0\.0\.1/);
  });

  test(`every answer bears an id of its own, on ${engine}`, async ({ request }) => {
    const ids = new Set<string>();
    for (const path of [
      "/fr",
      "/fr/nowhere",
      "/api/health",
      "/api/v1/openapi.json",
      "/admin",
      "/robots.txt",
    ]) {
      const headers = { "X-Request-Id": "chosen-by-a-stranger" };
      const answer = await request.get(url + path, { headers, maxRedirects: 0 });
      const id = answer.headers()["x-request-id"] ?? "";
      expect(id, path).toMatch(/^[0-9a-f-]{36}$/);
      ids.add(id);
    }
    expect(ids.size).toBe(6);
  });
}
