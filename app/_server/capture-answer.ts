import type { ServerResponse } from "node:http";

/** What is larger goes out as it comes. */
const most = 8 * 1024 * 1024;

/** An answer whose reader has left is waited for no longer, in milliseconds. */
const longest = 10_000;

type Written = string | Uint8Array;

/**
 * Lets an answer be made, and holds its body back. Resolves with the body once the answer is whole, its status and its
 * headers set but nothing sent; with null where it was too large to hold and goes out by itself, or its reader left.
 * Whose reader has left before is not made: Next would not end it. Where they leave later it is made on for a while all
 * the same, and the promise waits for that: whoever hangs up at once has no more made at a time than who stays.
 * @param make returns a promise where it knows when all that it does is done
 */
export function captured(response: ServerResponse, make: () => unknown): Promise<Buffer | null> {
  if (response.destroyed) return Promise.resolve(null);
  const { write, end, writeHead, flushHeaders } = response;
  const held: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    const release = (body: Buffer | null) => {
      Object.assign(response, { write, end, writeHead, flushHeaders });
      resolve(body);
    };
    const hold = (chunk: Written, encoding?: unknown) => {
      const piece =
        typeof chunk === "string" ? Buffer.from(chunk, encoding as BufferEncoding) : Buffer.from(chunk);
      held.push(piece);
      size += piece.length;
    };
    let making: unknown;
    response.once("close", () => {
      const patience = setTimeout(release, longest, null);
      const stop = () => {
        clearTimeout(patience);
        release(null); // after the end it changes nothing
      };
      Promise.resolve(making).then(stop, stop);
    });
    Object.assign(response, {
      flushHeaders() {},
      writeHead(status: number, ...rest: unknown[]) {
        const headers = (typeof rest[0] === "string" ? rest[1] : rest[0]) ?? {};
        response.statusCode = status;
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value as string);
        return response;
      },
      write(chunk: Written, ...rest: unknown[]) {
        hold(chunk, rest[0]);
        if (size > most) {
          release(null);
          return response.write(Buffer.concat(held), rest.find(isCallback));
        }
        rest.find(isCallback)?.(null);
        return true;
      },
      end(...all: unknown[]) {
        if (response.destroyed) return response; // nobody is there, and it may be half of it
        const [chunk, encoding] = all;
        if (typeof chunk === "string" || chunk instanceof Uint8Array) hold(chunk, encoding);
        const done = all.find(isCallback);
        if (done) response.once("finish", done);
        release(Buffer.concat(held));
        return response;
      },
    });
    making = make();
  });
}

const isCallback = (one: unknown): one is (error?: Error | null) => void => typeof one === "function";
