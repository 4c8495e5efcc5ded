import { once } from "node:events";
import { pipeline, Readable, type Transform } from "node:stream";
import { createGzip } from "node:zlib";
import { type Bytes, coalesce } from "@/domain/export/bytes";

/** `bytes` through a transformation. Left early, it ends only when `bytes` has ended, and let go of what it holds. */
export async function* through(bytes: Bytes, transform: Transform): AsyncGenerator<Uint8Array> {
  const source = Readable.from(coalesce(bytes));
  pipeline(source, transform, () => {}); // what goes wrong destroys the transformation, which throws it
  try {
    yield* transform;
  } finally {
    if (!source.closed) await once(source, "close");
  }
}

/** gzip at its fastest: beyond that a table costs far more time than it saves in size. */
export const gzip = (bytes: Bytes): AsyncGenerator<Uint8Array> =>
  through(bytes, createGzip({ level: 1, chunkSize: 64 * 1024 }));
