import { constants, createBrotliCompress } from "node:zlib";
import { gzip, through } from "@/db/queries/stream-gzip";
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

function encoded(bytes: Bytes, encoding: Encoding): AsyncGenerator<Uint8Array> {
  if (encoding === "identity") return coalesce(bytes);
  return coalesce(encoding === "gzip" ? gzip(bytes) : through(bytes, brotli()));
}

const brotli = () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 3 } });

/**
 * A reader that takes nothing for so long has gone without a word, or means to hold what others wait for: each piece
 * is 128 kB, so this is about 2 kB a second.
 */
const longestSilence = 60_000;

export type Ending = {
  /** Aborted when the reader has left. */
  readonly signal: AbortSignal;
  /** Called once, when the source of the bytes has ended too. */
  readonly onEnd: () => void;
  /** Told why a body breaks whose reader is there still. What fails before it begins is thrown, and not told here. */
  readonly onBreak: (error: unknown) => void;
  /** Hangs up on a reader that takes nothing. */
  readonly hangUp: () => void;
};

/**
 * A body that is written only as fast as it is read, and whose source is told when its reader has left or has had its
 * end. It is begun when its first piece is there: what fails before is thrown, and can be told and tried again. What fails
 * later breaks it: nobody takes half a table for a whole one.
 */
export async function bodyOf(
  bytes: Bytes,
  encoding: Encoding,
  { signal, onEnd, onBreak, hangUp }: Ending,
): Promise<ReadableStream> {
  const pieces = encoded(bytes, encoding);
  let ending: Promise<void> | undefined;
  let patience: NodeJS.Timeout | undefined;
  const end = (): Promise<void> => {
    clearTimeout(patience);
    signal.removeEventListener("abort", end);
    // What a source that is left still throws, its reader has been thrown already.
    ending ??= pieces.return(undefined).then(onEnd, onEnd);
    return ending;
  };
  signal.addEventListener("abort", end);
  if (signal.aborted) void end();
  let first: IteratorResult<Uint8Array> | null = await pieces.next().catch(async (error: unknown) => {
    await end();
    throw error;
  });
  return new ReadableStream({
    type: "bytes",
    async pull(controller) {
      clearTimeout(patience);
      try {
        const piece = first ?? (await pieces.next());
        first = null;
        if (piece.done) {
          await end(); // first: whoever has had the end of it may ask again at once
          return controller.close();
        }
        if (ending !== undefined) return controller.error(signal.reason);
        controller.enqueue(new Uint8Array(piece.value));
        patience = setTimeout(() => {
          hangUp();
          void end();
        }, longestSilence);
      } catch (error) {
        if (ending === undefined) {
          onBreak(error);
          controller.error(error);
        }
        await end();
      }
    },
    cancel: end,
  });
}
