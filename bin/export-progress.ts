import type { Bytes } from "@/domain/export/bytes";

/** Where a person may be watching: a terminal, or what stands for one. */
export type Screen = { readonly isTTY?: boolean; write(words: string): unknown };

const often = 200;

/** The same bytes, counted; on a terminal one line says how far they are, and is gone when they have ended. */
export async function* counted(
  bytes: Bytes,
  total: { bytes: number },
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): AsyncGenerator<Uint8Array> {
  const began = now();
  let said = began;
  try {
    for await (const piece of bytes) {
      total.bytes += piece.length;
      if (screen.isTTY && now() - said >= often) {
        said = now();
        screen.write(`\r\x1b[K${line(total.bytes, (said - began) / 1000)}`);
      }
      yield piece;
    }
  } finally {
    if (screen.isTTY && said > began) screen.write("\r\x1b[K");
  }
}

const line = (bytes: number, seconds: number) =>
  `${(bytes / 1e6).toFixed(1)} MB written, ${(bytes / 1e6 / seconds).toFixed(1)} MB/s`;
