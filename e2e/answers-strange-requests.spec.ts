import { expect, test } from "@playwright/test";
import { ask, askInBytes } from "../bench/probe/ask";
import { embedded } from "./support/accounts";

const site = embedded.url;
/** In milliseconds: the connection is closed after the answer, and the page of what is not there is drawn first. */
const patience = 10_000;

test("a request that names no path, a whole address, or another protocol is answered as any other", async () => {
  const { host } = new URL(site);
  const plain = (line: string) =>
    askInBytes(site, `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`, patience);
  const upgrade =
    "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: aGVyb25oZXJvbmhlcm9uMQ==\r\n";
  const elsewhere = ["http://heron.example", "https://heron.example//a/", "file:///etc/passwd", "*"];
  for (const target of elsewhere)
    for (const method of ["GET", "OPTIONS", "POST"]) {
      const said = await plain(`${method} ${target}`);
      expect(said, `${method} ${target}`).toMatch(/^HTTP\/1\.1 [234]\d\d /);
      expect(said.split("\r\n\r\n")[0], `${method} ${target}`).not.toMatch(/heron|passwd/);
    }
  for (const path of ["/en/method", "/_next/webpack-hmr", "/_next/image?url=%2Ficon.svg&w=64&q=75"]) {
    const head = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade, close\r\n${upgrade}\r\n`;
    expect(await askInBytes(site, head, patience), path).toMatch(/^HTTP\/1\.1 (200|404) /);
  }
});

test("a file of the build takes no other method than those that read", async () => {
  const page = await ask(site, "/en/method");
  const [file] = /\/_next\/static\/chunks\/[^"\\]+\.js/.exec(page.text) ?? [];
  expect(file).toBeTruthy();
  expect((await ask(site, file!)).status).toBe(200);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "PROPFIND"]) {
    const { status } = await ask(site, file!, { method });
    expect(status, method).toBeGreaterThanOrEqual(400);
    expect(status, method).toBeLessThan(500);
  }
});
