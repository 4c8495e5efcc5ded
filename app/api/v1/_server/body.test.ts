import { randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { bodyOf, chooseEncoding, type Encoding } from "./body";

/** Bytes that no compressing makes fewer. */
const piece = new Uint8Array(randomBytes(200_000));

/** A source of so many pieces, and what became of it. */
function aSource(pieces: number, fails = false) {
  const seen = { given: 0, open: false };
  async function* bytes() {
    seen.open = true;
    try {
      for (; seen.given < pieces; seen.given++) yield piece;
      if (fails) throw new Error("broke");
    } finally {
      await new Promise((resolve) => setTimeout(resolve, 5)); // a connection takes its time to end
      seen.open = false;
    }
  }
  return { bytes: bytes(), seen };
}

async function aBody(source: ReturnType<typeof aSource>, encoding: Encoding = "identity") {
  const client = new AbortController();
  const onEnd = vi.fn(() => expect(source.seen.open).toBe(false));
  const [onBreak, hangUp] = [vi.fn(), vi.fn()];
  const body = await bodyOf(source.bytes, encoding, { signal: client.signal, onEnd, onBreak, hangUp });
  return { client, onEnd, onBreak, hangUp, reader: body.getReader() };
}

const encodings = ["identity", "gzip", "br"] as const;

describe("a body", () => {
  afterEach(() => void vi.useRealTimers());

  test("is every byte, and ends its source once", async () => {
    for (const encoding of ["identity", "gzip"] as const) {
      const { reader, onEnd, hangUp } = await aBody(aSource(5), encoding);
      const all: Uint8Array[] = [];
      for (let next = await reader.read(); !next.done; next = await reader.read()) all.push(next.value);
      const whole = encoding === "gzip" ? gunzipSync(Buffer.concat(all)) : Buffer.concat(all);
      expect(whole.length).toBe(5 * piece.length);
      expect(onEnd).toHaveBeenCalledTimes(1);
      expect(hangUp).not.toHaveBeenCalled();
    }
  });

  test("takes no more from its source than is read", async () => {
    const source = aSource(1000);
    await (await aBody(source)).reader.read();
    expect(source.seen.given).toBeLessThan(3);
  });

  test.each(encodings)(
    "in %s whose reader leaves, before the first byte or after, ends its source",
    async (encoding) => {
      for (const reads of [0, 1]) {
        const { client, reader, onEnd, onBreak } = await aBody(aSource(1000), encoding);
        for (let i = 0; i < reads; i++) await reader.read();
        client.abort();
        await vi.waitFor(() => expect(onEnd).toHaveBeenCalledTimes(1));
        expect(onBreak).not.toHaveBeenCalled();
      }
      const cancelled = await aBody(aSource(1000), encoding);
      await cancelled.reader.cancel();
      expect(cancelled.onEnd).toHaveBeenCalledTimes(1);
      const late = AbortSignal.abort();
      const onEnd = vi.fn();
      await bodyOf(aSource(10).bytes, encoding, { signal: late, onEnd, onBreak: vi.fn(), hangUp: vi.fn() });
      await vi.waitFor(() => expect(onEnd).toHaveBeenCalledTimes(1));
    },
  );

  test.each(encodings)("in %s that fails breaks, and tells of it once", async (encoding) => {
    const { reader, onEnd, onBreak } = await aBody(aSource(3, true), encoding);
    const readAll = async () => {
      while (!(await reader.read()).done);
    };
    await expect(readAll()).rejects.toThrow("broke");
    expect(onEnd).toHaveBeenCalledTimes(1);
    expect(onBreak).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ message: "broke" }));
  });

  test.each(encodings)("in %s that fails before its first piece is not begun", async (encoding) => {
    const [source, onEnd, onBreak] = [aSource(0, true), vi.fn(), vi.fn()];
    const body = bodyOf(source.bytes, encoding, {
      signal: new AbortController().signal,
      onEnd,
      onBreak,
      hangUp: vi.fn(),
    });
    await expect(body).rejects.toThrow("broke");
    expect(onBreak, "whoever began it says so").not.toHaveBeenCalled();
    expect(onEnd).toHaveBeenCalledTimes(1);
    expect(source.seen.open).toBe(false);
  });

  test("hangs up on a reader that takes nothing for a minute, and not on one that is slow", async () => {
    vi.useFakeTimers();
    const { reader, hangUp, onEnd } = await aBody(aSource(1000));
    for (let i = 0; i < 3; i++) {
      await reader.read();
      await vi.advanceTimersByTimeAsync(59_000);
    }
    expect(hangUp).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2000);
    expect(hangUp).toHaveBeenCalledTimes(1);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });
});

test("the encoding is one that was asked for", () => {
  expect(chooseEncoding(null)).toBe("identity");
  expect(chooseEncoding("gzip, br")).toBe("gzip");
  expect(chooseEncoding("gzip;q=0.1, br")).toBe("br");
  expect(chooseEncoding("gzip;q=0")).toBe("identity");
  expect(chooseEncoding("*")).toBe("gzip");
});
