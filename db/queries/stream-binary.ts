import type { Bytes } from "@/domain/export/bytes";

/** A row of COPY's binary form: where each field begins and ends in `bytes`; -1 and -1 for NULL. */
export type BinaryRow = { readonly bytes: Buffer; readonly starts: Int32Array; readonly ends: Int32Array };

/** "PGCOPY", a line, flags, and the length of an extension nobody uses. */
const headerSize = 19;

/**
 * Calls `take` with each row of one or more binary copies, one after the other. The row is overwritten by the next.
 * Yields as often as a piece has come, so that its reader may write in between.
 */
export async function* readBinary(
  pieces: Bytes,
  columns: number,
  take: (row: BinaryRow) => void,
): AsyncGenerator<void> {
  const [starts, ends] = [new Int32Array(columns), new Int32Array(columns)];
  let rest: Buffer = Buffer.alloc(0);
  let inside = false;
  for await (const piece of pieces) {
    const bytes =
      rest.length === 0
        ? Buffer.from(piece.buffer, piece.byteOffset, piece.length)
        : Buffer.concat([rest, piece]);
    let at = 0;
    for (;;) {
      if (!inside) {
        if (bytes.length - at < headerSize) break;
        at += headerSize;
        inside = true;
      }
      if (bytes.length - at < 2) break;
      if (bytes.readInt16BE(at) === -1) {
        at += 2;
        inside = false;
        continue;
      }
      const end = locate(bytes, at + 2, starts, ends);
      if (end === null) break;
      take({ bytes, starts, ends });
      at = end;
    }
    rest = bytes.subarray(at);
    yield;
  }
}

/** Finds the fields of the row at `from`; null where not all of it has come. */
function locate(bytes: Buffer, from: number, starts: Int32Array, ends: Int32Array): number | null {
  let at = from;
  for (let column = 0; column < starts.length; column++) {
    if (bytes.length - at < 4) return null;
    const size = bytes.readInt32BE(at);
    at += 4;
    if (size < 0) {
      starts[column] = -1;
      ends[column] = -1;
      continue;
    }
    if (bytes.length - at < size) return null;
    starts[column] = at;
    at += size;
    ends[column] = at;
  }
  return at;
}
