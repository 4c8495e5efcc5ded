import { createServer, IncomingMessage, ServerResponse } from "node:http";
import { type AddressInfo, Socket } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { captured } from "./capture-answer";

let close: () => void = () => {};
afterEach(() => close());

/** Serves answers made by `make`, each captured and then sent with its length said, where it could be held. */
async function served(make: (response: ServerResponse) => unknown) {
  const bodies: (Buffer | null)[] = [];
  const server = createServer(async (_, response) => {
    const body = await captured(response, () => make(response));
    bodies.push(body);
    if (body !== null) response.end(body);
  });
  close = () => void server.close();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, bodies };
}

test("an answer in pieces is held until it is whole, with its status and headers", async () => {
  const { url, bodies } = await served((response) => {
    response.writeHead(201, { "X-Stork": "one" });
    response.flushHeaders();
    response.write("a stork ", () => {});
    setTimeout(() => {
      expect(response.headersSent).toBe(false);
      response.write(new TextEncoder().encode("and "), "utf8", () => response.end("a heron", "utf8"));
    }, 20);
  });
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get("x-stork")]).toEqual([201, "one"]);
  expect(await answer.text()).toBe("a stork and a heron");
  expect(bodies.map(String)).toEqual(["a stork and a heron"]);
});

test("what is too large to hold goes out whole, and is not kept", async () => {
  const piece = Buffer.alloc(3 * 1024 * 1024, "s");
  const { url, bodies } = await served((response) => {
    for (let count = 0; count < 4; count++) response.write(piece);
    response.end("!");
  });
  expect((await (await fetch(url)).text()).length).toBe(4 * piece.length + 1);
  expect(bodies).toEqual([null]);
});

test("whoever leaves before the end leaves nothing to keep", async () => {
  const leaving = new AbortController();
  const { url, bodies } = await served((response) => {
    response.write("half");
    leaving.abort();
  });
  await expect(fetch(url, { signal: leaving.signal })).rejects.toThrow();
  await expect.poll(() => bodies).toEqual([null]);
});

test("what is made on for whoever has left is waited for", async () => {
  const leaving = new AbortController();
  let [done, closed] = [() => {}, false];
  const { url, bodies } = await served((response) => {
    response.once("close", () => {
      closed = true;
    });
    leaving.abort();
    return new Promise<void>((resolve) => {
      done = resolve;
    });
  });
  await expect(fetch(url, { signal: leaving.signal })).rejects.toThrow();
  await expect.poll(() => closed).toBe(true);
  await new Promise(setImmediate);
  expect(bodies).toEqual([]);
  done();
  await expect.poll(() => bodies).toEqual([null]);
});

test("for whoever left before it began nothing is made", async () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.destroy();
  const make = vi.fn();
  expect(await captured(response, make)).toBeNull();
  expect(make).not.toHaveBeenCalled();
});
