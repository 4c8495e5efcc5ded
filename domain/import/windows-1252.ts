/** What the bytes 80 to 9F mean (WHATWG Encoding, index windows-1252); a space where they mean nothing. */
const upper = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/**
 * Text in windows-1252, or null where a byte has no letter there: then it is another encoding of the eighties, of
 * which there are too many to guess. Node's own decoder (20 and on) reads these bytes as control characters, so they
 * are put right here; the table is of use only where it did.
 */
export function fromWindows1252(bytes: Uint8Array): string | null {
  let shifted = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80 || byte > 0x9f) continue;
    if (upper[byte - 0x80] === " ") return null;
    shifted = true;
  }
  const text = new TextDecoder("windows-1252").decode(bytes);
  return shifted ? text.replace(/[\x80-\x9f]/g, (letter) => upper[letter.charCodeAt(0) - 0x80]!) : text;
}
