import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hintOf, isToken, tokenBytes, tokenOf } from "./token";

const random = fc.uint8Array({ minLength: tokenBytes, maxLength: tokenBytes });

describe("a token", () => {
  test("is recognised by its beginning and its sum, whatever chance drew", () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const token = tokenOf(bytes);
        return /^vb_[0-9A-Za-z]{39}$/.test(token) && isToken(token) && token.startsWith(hintOf(token));
      }),
    );
  });
  test("is another for other bytes", () => {
    fc.assert(
      fc.property(random, random, (one, other) => {
        const same = Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;
        return (tokenOf(one) === tokenOf(other)) === same;
      }),
    );
  });
  test("with one sign changed is none", () => {
    const token = tokenOf(new Uint8Array(tokenBytes).fill(7));
    for (let at = 3; at < token.length; at++) {
      const other = token[at] === "0" ? "1" : "0";
      expect(isToken(token.slice(0, at) + other + token.slice(at + 1)), `at ${at}`).toBe(false);
    }
    for (const none of ["", "vb_", token.slice(3), `${token}0`, ` ${token}`, token.toUpperCase()])
      expect(isToken(none), none).toBe(false);
  });
  test("is summed as everybody sums", () => {
    const token = tokenOf(new Uint8Array(tokenBytes).fill(255));
    const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    const sum = [...token.slice(36)].reduce((total, sign) => total * 62 + alphabet.indexOf(sign), 0);
    expect(sum).toBe(crc32(token.slice(3, 36)));
  });
});
