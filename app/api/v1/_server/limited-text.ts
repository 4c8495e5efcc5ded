import { TooLarge } from "@/app/_server/limited-form";

/** A body ended before its end: whoever sent it hung up, or sent what is none. No fault of ours, and nobody reads the answer. */
export class BrokenOff extends Error {}

/** The text of a body of at most `most` bytes, read no further. @throws {TooLarge} where it is longer {BrokenOff} where it breaks off */
export async function readLimitedText(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new TooLarge();
  const pieces: Uint8Array[] = [];
  let read = 0;
  try {
    for await (const piece of request.body ?? []) {
      read += piece.byteLength;
      if (read > most) throw new TooLarge();
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof TooLarge ? error : new BrokenOff("The body broke off.", { cause: error });
  }
  return Buffer.concat(pieces).toString("utf8");
}
