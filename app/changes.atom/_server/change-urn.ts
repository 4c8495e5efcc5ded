import { createHash } from "node:crypto";

/** What our names are names within: drawn once, and never to change. */
const namespace = Buffer.from("6d1f1a0c5c0f4a7e9f3e2b7f0d5a8c41", "hex");

/** A name as a UUID of version 5 (RFC 9562): the same name is the same id on every host, for ever. */
export function urnOf(name: string): string {
  const hash = createHash("sha1").update(namespace).update(name, "utf8").digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `urn:uuid:${parts.join("-")}`;
}
