import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { disarm, keepToRequests, pathIn } from "./entrance";

test("what only the server says to itself is not believed from outside", () => {
  const kept = {
    host: "storks.example",
    rsc: "1",
    "next-action": "40ab",
    "x-action-forwarded": "1",
    "x-forwarded-for": "192.0.2.1",
  };
  const request = {
    method: "GET",
    url: "/en",
    headers: {
      ...kept,
      "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
      "x-middleware-prefetch": "1",
      "x-invoke-path": "/admin",
      "x-now-route-matches": "1=x",
      "x-matched-path": "/admin",
      "x-nextjs-data": "1",
      "x-prerender-revalidate": "1",
      "next-resume": "1",
      "x-next-resume-state-length": "9",
    },
  };
  disarm(request);
  expect(request).toEqual({ method: "GET", url: "/en", headers: kept });
});

test("a method that echoes is one that nothing here has", () => {
  const request = { method: "TRACE", url: "/", headers: {} };
  disarm(request);
  expect(request.method).toBe("DELETE");
});

test("with the files of the build nothing is done but reading", () => {
  const asked = (method: string, url: string) => {
    const request = { method, url, headers: {} };
    disarm(request);
    return request.url;
  };
  expect(asked("GET", "/_next/static/a.js")).toBe("/_next/static/a.js");
  expect(asked("HEAD", "/_next/static/a.js")).toBe("/_next/static/a.js");
  for (const method of ["POST", "OPTIONS", "PUT", "TRACE"])
    expect(asked(method, "/_next/static/a.js"), method).toBe("/-");
  expect(asked("POST", "/sign-in")).toBe("/sign-in");
});

test("of an address that is asked for as a whole, its path is answered, and nobody is led there", () => {
  expect(pathIn("/en?q=http://heron.example/")).toBe("/en?q=http://heron.example/");
  expect(pathIn("//heron.example/en")).toBe("//heron.example/en"); // a path, too
  expect(pathIn("http://heron.example/en/figures?q=a#b")).toBe("/en/figures?q=a");
  expect(pathIn("HTTPS://heron.example")).toBe("/");
  for (const target of ["*", "", "en", "file:///etc/passwd", "javascript:alert(1)", "http://", undefined])
    expect(pathIn(target)).toBe("/-");
});

test("who asks to speak something else is answered as anyone, and no connection is taken over", async () => {
  const server = createServer((_, response) => response.end("storks"));
  server.on("upgrade", () => {}); // takes it over, and says nothing
  server.on("connection", () => keepToRequests({ server }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.end("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n");
  expect(await text(socket)).toContain("storks");
  server.close();
});
