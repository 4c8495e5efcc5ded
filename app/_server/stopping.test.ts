import { once } from "node:events";
import { Agent, request as ask, createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";

let server: Server;
let port: number;
let finish: () => void;
let finishAnswers: typeof import("./stopping").finishAnswers;
let isStopping: typeof import("./stopping").isStopping;

beforeEach(async () => {
  (globalThis as { verbatimAnswering?: unknown }).verbatimAnswering = undefined;
  vi.resetModules();
  const stopping = await import("./stopping");
  stopping.noteAnswers();
  ({ finishAnswers, isStopping } = stopping);
  server = createServer((request, response) => {
    if (request.url === "/quick") return void response.end("quick");
    if (request.url === "/download") response.write("the first half, ");
    finish = () => void response.end("the end");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
});

const agent = new Agent({ keepAlive: true });
const get = (path: string) => ask({ port, host: "127.0.0.1", path, agent }).end();
async function answerTo(asked: ReturnType<typeof get>): Promise<IncomingMessage> {
  const [answer] = await once(asked, "response");
  return answer as IncomingMessage;
}

describe("a site that is told to stop", () => {
  test("finishes what is asked for and what is being downloaded, and takes nothing new", async () => {
    const page = get("/page");
    await vi.waitFor(() => expect(finish).toBeDefined());
    const finishPage = finish;
    const download = await answerTo(get("/download"));
    const finishDownload = finish;
    const stopped = finishAnswers(10_000);
    expect(isStopping()).toBe(true);
    const [refusal] = await once(connect(port, "127.0.0.1"), "error");
    expect(refusal).toMatchObject({ code: "ECONNREFUSED" });
    finishPage();
    const answer = await answerTo(page);
    expect(answer.headers.connection, "nothing more is asked on it").toBe("close");
    expect(await text(answer)).toBe("the end");
    finishDownload();
    expect(await text(download)).toBe("the first half, the end");
    expect(await stopped).toBe(0);
  });

  test("does not wait for connections on which nobody asks", async () => {
    await text(await answerTo(get("/quick")));
    connect(port, "127.0.0.1").on("error", () => {});
    const began = performance.now();
    expect(await finishAnswers(10_000)).toBe(0);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(server.listening).toBe(false);
  });

  test("cuts off what takes too long, and its reader sees that it is not whole", async () => {
    const download = await answerTo(get("/download"));
    expect(await finishAnswers(100)).toBe(1);
    await expect(text(download)).rejects.toMatchObject({ code: "ECONNRESET" });
  });
});
