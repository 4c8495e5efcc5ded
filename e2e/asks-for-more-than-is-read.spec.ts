import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { type PostgresServer, startPostgres } from "@/db/testing/postgres-server";
import { type Machine, startMachine } from "./support/machines";

let [server, site, folder]: [PostgresServer?, Machine?, string?] = [];

/** A site of its own: the others let tests ask for as much as they like. */
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startPostgres();
  folder = mkdtempSync(path.join(tmpdir(), "verbatim-limits-"));
  const env = { DATA_DIR: folder, DATABASE_URL: server.url(), DRAWINGS_PER_MINUTE: "3" };
  site = await startMachine(env, path.join(folder, "site.log"));
});
test.afterAll(async () => {
  site?.stop();
  await site?.ended;
  await server?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

test("whoever asks for new pages without end is told to wait, and still reads what was read before", async ({
  page,
  request,
}) => {
  const { url } = site!;
  expect((await request.get(`${url}/en/figures`)).status()).toBe(200);
  await expect
    .poll(async () => (await request.get(`${url}/en/figures?q=${Math.random()}`)).status())
    .toBe(429);
  expect((await request.get(`${url}/en/figures`)).status(), "from memory").toBe(200);
  const picture = await request.get(`${url}/api/v1/cards/collection.png?lang=en`);
  expect(picture.status()).toBe(429);
  expect(picture.headers()["content-type"]).toBe("application/problem+json");
  expect(Number(picture.headers()["retry-after"])).toBeGreaterThan(0);
  await page.goto(`${url}/fr/sources?q=heron`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Un instant, s’il vous plaît");
  await expect(page.getByText(/Réessayez dans \d+\ss/)).toBeVisible();
  await page.getByRole("link", { name: "Réessayer" }).click();
  await expect(page).toHaveURL(`${url}/fr/sources?q=heron`);
});
