/** Where the pieces of a download go: a file that the reader has chosen. */
export type Sink = {
  write(piece: Uint8Array): Promise<void>;
  close(): Promise<void>;
  abort(reason?: unknown): Promise<void>;
};

/** How far a download is: bytes that came, and lines that ended among them. */
export type Progress = { readonly bytes: number; readonly lines: number };

const lineFeed = 10;

/**
 * Writes what comes to a file, no faster than the file takes it: nothing is held but the piece at hand. Breaks off
 * whole: a file that did not get everything is not left there as if it had.
 * @param tell told after every piece
 */
export async function saveStream(
  body: ReadableStream<Uint8Array>,
  sink: Sink,
  tell: (progress: Progress) => void,
): Promise<Progress> {
  const reader = body.getReader();
  let [bytes, lines] = [0, 0];
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      await sink.write(next.value);
      bytes += next.value.length;
      for (const byte of next.value) if (byte === lineFeed) lines++;
      tell({ bytes, lines });
    }
    await sink.close();
    return { bytes, lines };
  } catch (error) {
    await sink.abort(error).catch(() => {}); // the reason it failed is the error, not that it could not be undone
    throw error;
  }
}
