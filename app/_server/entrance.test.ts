import { expect, test } from "vitest";
import { disarm } from "./entrance";

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
  expect(request).toEqual({ method: "GET", headers: kept });
});

test("a method that echoes is one that nothing here has", () => {
  const request = { method: "TRACE", headers: {} };
  disarm(request);
  expect(request.method).toBe("DELETE");
});
