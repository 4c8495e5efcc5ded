import { type Bytes, concat, join, utf8 } from "./bytes";

export type ZipEntry = { readonly name: string; readonly bytes: Bytes };
/** gzip, from outside: it brings the CRC that an archive needs along. */
export type Gzip = (bytes: Bytes) => Bytes;

type Written = { readonly name: Uint8Array; readonly at: number; readonly sum: Sum };
/** What is known of an entry when it has been written: CRC-32, bytes as written, bytes as they were. */
type Sum = { readonly crc: Uint8Array; readonly packed: number; readonly length: number };

const largest = 0xffff_ffff;
/** Sizes come after the data, names are UTF-8. */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980: an archive of the same things is the same bytes, whenever it is made. */
const noTime = [0, 0x21] as const;

/**
 * An archive (ZIP, PKWARE APPNOTE) written as it is read, in constant memory.
 * @throws where an entry is larger than 4 GB
 */
export async function* zip(entries: Iterable<ZipEntry>, gzip: Gzip): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let at = 0;
  for (const { name: words, bytes } of entries) {
    const name = utf8(words);
    const header = fields(
      [4, 0x04034b50],
      [2, 20],
      [2, flags],
      [2, deflated],
      [2, noTime[0]],
      [2, noTime[1]],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    );
    yield join([header, name]);
    const packing = deflate(bytes, gzip);
    let sum: Sum | undefined;
    for (let next = await packing.next(); ; next = await packing.next()) {
      if (next.done) {
        sum = next.value;
        break;
      }
      yield next.value;
    }
    if (sum.length > largest || at > largest) throw new Error("an archive of more than 4 GB is not written");
    yield join([fields([4, 0x08074b50]), sum.crc, fields([4, sum.packed], [4, sum.length])]);
    written.push({ name, at, sum });
    at += header.length + name.length + sum.packed + 16;
  }
  yield directory(written, at);
}

/** The raw deflate stream inside a gzip one, which ends in its CRC and its length. */
async function* deflate(bytes: Bytes, gzip: Gzip): AsyncGenerator<Uint8Array, Sum> {
  const [head, trailer] = [10, 8];
  let [length, packed, skip] = [0, 0, head];
  let held: Uint8Array = new Uint8Array(0);
  const counted = async function* () {
    for await (const piece of bytes) {
      length += piece.length;
      yield piece;
    }
  };
  for await (const piece of gzip(counted())) {
    const skipped = Math.min(skip, piece.length);
    skip -= skipped;
    const all = join([held, piece.subarray(skipped)]);
    const ready = Math.max(0, all.length - trailer);
    if (ready > 0) yield all.slice(0, ready);
    packed += ready;
    held = all.slice(ready);
  }
  return { crc: held.slice(0, 4), packed, length };
}

function directory(written: readonly Written[], at: number): Uint8Array {
  const records = written.map(({ name, at: start, sum }) =>
    join([
      fields([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, deflated], [2, noTime[0]], [2, noTime[1]]),
      sum.crc,
      fields(
        [4, sum.packed],
        [4, sum.length],
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, start],
      ),
      name,
    ]),
  );
  const size = records.reduce((all, record) => all + record.length, 0);
  const count = written.length;
  return join([
    ...records,
    fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0]),
  ]);
}

/** Little-endian numbers of so many bytes each. */
function fields(...numbers: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(numbers.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of numbers) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** A text as an entry. */
export const textEntry = (name: string, text: string): ZipEntry => ({ name, bytes: concat(text) });
