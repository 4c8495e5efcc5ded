/** Bytes as they come, in pieces of any size. */
export type Bytes = AsyncIterable<Uint8Array>;

/**
 * The same bytes in pieces of at least `size`: databases hand over row by row, and each further stage (compression, a
 * web stream) costs by the piece.
 */
export async function* coalesce(pieces: Bytes, size = 128 * 1024): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < size) continue;
    yield join(held, length);
    held = [];
    length = 0;
  }
  if (length > 0) yield join(held, length);
}

/** `parts` one after the other; each is begun only when the one before it has ended. */
export async function* concat(
  ...parts: readonly (Bytes | Uint8Array | string)[]
): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (typeof part === "string") {
      if (part !== "") yield utf8(part);
    } else if (part instanceof Uint8Array) yield part;
    else yield* part;
  }
}

export const utf8 = (text: string): Uint8Array => encoder.encode(text);
const encoder = new TextEncoder();

export function join(
  parts: readonly Uint8Array[],
  length = parts.reduce((sum, part) => sum + part.length, 0),
): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
