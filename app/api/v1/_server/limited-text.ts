import { Overlong } from "@/app/_server/limited-form";

/** The text of a body of at most `most` bytes. @throws {Overlong} where it is longer, and reads it no further */
export async function readLimitedText(request: Request, most: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new Overlong();
  const pieces: Uint8Array[] = [];
  let read = 0;
  for await (const piece of request.body ?? []) {
    read += piece.byteLength;
    if (read > most) throw new Overlong();
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}
