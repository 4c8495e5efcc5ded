import { Inflate } from "fflate";
import { refuse } from "../table-refusal";
import { crc32 } from "./crc32";
import type { Entry } from "./read-directory";

/**
 * Packed bytes unpacked at a time. Deflate makes at most 1,032 bytes of one, so that a piece never holds more than
 * 8 MB, whatever the archive was made to do.
 */
const step = 8_192;

/** How many bytes may still come out of a file, over all its parts. */
export type Allowance = { left: number; readonly most: number };

/**
 * The bytes of a part, in pieces, counted as they come: the sizes an archive claims are checked, not believed.
 * @throws {Refused} as soon as more come out than allowed, or where they are damaged
 */
export function* unpack(entry: Entry, allowance: Allowance): Generator<Uint8Array> {
  let [length, crc] = [0, 0];
  for (const piece of entry.deflated ? inflated(entry) : stored(entry)) {
    length += piece.length;
    allowance.left -= piece.length;
    if (allowance.left < 0) refuse("too_large", { limit: "unpackedBytes", most: allowance.most, at: null });
    crc = crc32(piece, crc);
    yield piece;
  }
  if (length !== entry.length || crc !== entry.crc)
    refuse("broken", { part: entry.name, reason: "checksum" });
}

function* stored({ packed }: Entry): Generator<Uint8Array> {
  const piece = 1 << 16;
  for (let at = 0; at < packed.length; at += piece) yield packed.subarray(at, at + piece);
}

function* inflated({ name, packed }: Entry): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at === 0 || at < packed.length; at += step) {
    const last = at + step >= packed.length;
    try {
      inflate.push(packed.subarray(at, at + step), last);
    } catch {
      // fflate throws only for what the bytes are, and its own errors carry nothing an editor could use
      refuse("broken", { part: name, reason: "packing" });
    }
    yield* pieces;
    pieces = [];
  }
}
