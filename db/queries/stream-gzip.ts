import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import { type Bytes, coalesce } from "@/domain/export/bytes";

/** gzip at its fastest: beyond that a table costs far more time than it saves in size. */
export async function* gzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const through = createGzip({ level: 1, chunkSize: 64 * 1024 });
  pipeline(Readable.from(coalesce(bytes)), through, () => {}); // what goes wrong destroys `through`, which throws it
  yield* through;
}
