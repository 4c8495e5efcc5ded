import { expect, test } from "@playwright/test";
import { askInBytes } from "../bench/probe/ask";
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
