import { PassThrough, pipeline, Readable } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { type Bytes, coalesce } from "@/domain/export/bytes";

export type Encoding = "gzip" | "br" | "identity";

/** The encoding to answer in. gzip before br: for what is written while it is read, it is the faster by far. */
export function chooseEncoding(accepted: string | null): Encoding {
  const weights = new Map<string, number>();
  for (const part of (accepted ?? "").toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((word) => word.trim());
    const weight = parameters.find((one) => one.startsWith("q="))?.slice(2);
    if (name) weights.set(name, weight === undefined ? 1 : Number(weight));
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  const [gzip, br] = [weightOf("gzip"), weightOf("br")];
  if (gzip > 0 && gzip >= br) return "gzip";
  return br > 0 ? "br" : "identity";
}

function compressor(encoding: Encoding) {
  if (encoding === "gzip") return createGzip({ level: 1, chunkSize: 64 * 1024 });
  if (encoding === "br") return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 3 } });
  return new PassThrough();
}

/**
 * A body that is written only as fast as it is read, and whose source is told when its reader has left or has had its
 * end. A failure breaks it: nobody takes half a table for a whole one.
 */
export function bodyOf(
  bytes: Bytes,
  encoding: Encoding,
  signal: AbortSignal,
  onEnd: () => void,
): ReadableStream {
  const pieces = (encoding === "identity" ? coalesce(bytes) : compressed(bytes, encoding))[
    Symbol.asyncIterator
  ]();
  let ended = false;
  const end = async (): Promise<void> => {
    if (ended) return;
    ended = true;
    signal.removeEventListener("abort", end);
    try {
      await pieces.return(undefined);
    } finally {
      onEnd();
    }
  };
  signal.addEventListener("abort", end);
  if (signal.aborted) void end();
  return new ReadableStream({
    type: "bytes",
    async pull(controller) {
      try {
        const piece = await pieces.next();
        if (!piece.done) return controller.enqueue(new Uint8Array(piece.value));
        controller.close();
        await end();
      } catch (error) {
        if (!ended) controller.error(error);
        await end();
      }
    },
    cancel: end,
  });
}

async function* compressed(bytes: Bytes, encoding: Encoding): AsyncGenerator<Uint8Array> {
  const through = compressor(encoding);
  pipeline(Readable.from(coalesce(bytes)), through, () => {}); // what goes wrong destroys `through`, which throws it
  yield* coalesce(through);
}
