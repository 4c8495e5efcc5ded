import { Overlong } from "@/app/_server/limited-form";

/** The text of a body of at most `most` bytes. @throws {Overlong} where it is longer, and reads it no further, or breaks off */
export async function readLimitedText(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new Overlong();
  const pieces: Uint8Array[] = [];
  let read = 0;
  try {
    for await (const piece of request.body ?? []) {
      read += piece.byteLength;
      if (read > most) throw new Overlong();
      pieces.push(piece);
    }
  } catch (error) {
    // Whoever sends hung up, or sent what is no body: no fault of ours, and nobody reads the answer.
    throw error instanceof Overlong ? error : new Overlong("The body broke off.", { cause: error });
  }
  return Buffer.concat(pieces).toString("utf8");
}
