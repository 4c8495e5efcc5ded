import { z } from "zod";
import type { TokenScope } from "./vocabulary";

/** What a script is known by: `vb_`, 33 letters and digits drawn by chance, six that sum them up. */
export const tokenPrefix = "vb_";
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Bytes of chance in a token: nobody guesses 192 bits. */
export const tokenBytes = 24;
const drawn = 33;
const summed = 6;
/** So much of it is kept in the clear, for its owner to know it again by. */
const hinted = 9;

/** A token of `tokenBytes` random bytes. */
export function tokenOf(random: Uint8Array): string {
  const number = random.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const body = written(number, drawn);
  return `${tokenPrefix}${body}${written(BigInt(crc32(body)), summed)}`;
}

/** Whether a text can be a token of ours: a mistyped one, and anybody else's, is told without asking the database. */
export function isToken(text: string): boolean {
  const body = /^vb_([0-9A-Za-z]{33})([0-9A-Za-z]{6})$/.exec(text);
  return body !== null && written(BigInt(crc32(body[1]!)), summed) === body[2];
}

export const hintOf = (token: string): string => token.slice(0, hinted);

/** For how many days a token may be made. */
export const tokenDays = ["7", "30", "90", "365"] as const;
/** More that are alive at once nobody keeps an eye on. */
export const mostTokens = 20;
export const tokenName = z.string().trim().min(1).max(80);

/** A token as its owner sees it. */
export type ListedToken = {
  readonly id: number;
  readonly name: string;
  readonly hint: string;
  readonly scopes: readonly TokenScope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
};

/** A number in base 62, filled up with zeros in front. */
function written(number: bigint, length: number): string {
  let [rest, text] = [number, ""];
  while (text.length < length) {
    text = alphabet[Number(rest % 62n)]! + text;
    rest /= 62n;
  }
  return text;
}

/** CRC-32 as ISO 3309 has it, of ASCII. */
function crc32(text: string): number {
  let sum = 0xffffffff;
  for (let at = 0; at < text.length; at++) {
    sum ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
