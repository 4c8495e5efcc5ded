import { once } from "node:events";
import { promisify } from "node:util";
import { constants, crc32, createDeflateRaw, gzip } from "node:zlib";

/** An answer as it was given: a page is cut where its nonce stood, so that each copy gets a nonce of its own. */
export type KeptPage = {
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly pieces: readonly Buffer[];
  /** The same, cut where the nonce stands in the page deflated; what has no nonce is here as a member of gzip. */
  readonly deflated: readonly Buffer[];
  /** In bytes. */
  readonly weight: number;
};

/** How many characters every nonce has that is put into a page. */
export const nonceLength = 32;

/** Keeps what has no nonce as it is. */
export async function keepWhole(body: Buffer, headers: KeptPage["headers"]): Promise<KeptPage> {
  const member = await gzipped(body);
  return { headers, pieces: [body], deflated: [member], weight: body.length + member.length };
}

const gzipped = promisify(gzip);

/** Cuts a page and its headers where the nonce stands. */
export async function keep(body: Buffer, headers: KeptPage["headers"], nonce: string): Promise<KeptPage> {
  const pieces = cut(body, Buffer.from(nonce));
  const deflated = await deflate(pieces);
  const marked = headers.map(([name, value]) => [name, value.replaceAll(nonce, mark)] as const);
  const sizes = [...pieces, ...deflated].map(({ length }) => length);
  return { headers: marked, pieces, deflated, weight: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Where the nonce belongs in a header: no header holds such a character. */
const mark = "\u0000";

function cut(body: Buffer, nonce: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  let from = 0;
  for (let at = body.indexOf(nonce); at >= 0; at = body.indexOf(nonce, from)) {
    pieces.push(Buffer.from(body.subarray(from, at)));
    from = at + nonce.length;
  }
  pieces.push(Buffer.from(body.subarray(from)));
  return pieces;
}

export const headersWith = ({ headers }: KeptPage, nonce: string) =>
  headers.map(([name, value]) => [name, value.replaceAll(mark, nonce)] as const);

/** The page with a nonce, as it is. */
export const plainWith = ({ pieces }: KeptPage, nonce: string): Buffer =>
  Buffer.concat(between(pieces, Buffer.from(nonce)));

/**
 * The page with a nonce, as one member of gzip (RFC 1952). The nonces stand in the deflated page as they are, so that
 * nothing is deflated again.
 */
export function gzippedWith({ pieces, deflated }: KeptPage, nonce: string): Buffer {
  const word = Buffer.from(nonce);
  if (word.length !== nonceLength)
    throw new Error(`A nonce of ${nonceLength} characters, not ${word.length}.`);
  let [sum, size] = [0, 0];
  for (const piece of between(pieces, word)) {
    if (piece.length > 0) sum = crc32(piece, sum); // of nothing it would begin anew
    size += piece.length;
  }
  const end = Buffer.alloc(8);
  end.writeUInt32LE(sum, 0);
  end.writeUInt32LE(size, 4);
  return Buffer.concat([gzipHead, ...between(deflated, word), end]);
}

/** Deflate, no flags, no time, no level, of an unknown system. */
const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** Stands for a nonce. No text holds such bytes (RFC 3629), so nothing after it refers to it, whatever is put there. */
const placeholder = Buffer.alloc(nonceLength, 0xfe);

/** Deflates pieces as one, with what stands between them stored as it is (RFC 1951, 3.2.4), and cuts it there again. */
async function deflate(pieces: readonly Buffer[]): Promise<Buffer[]> {
  const stream = createDeflateRaw();
  const out: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => out.push(chunk));
  const write = (chunk: Buffer) =>
    new Promise<void>((done) => {
      stream.write(chunk);
      stream.flush(constants.Z_SYNC_FLUSH, done);
    });
  const level = (one: number) =>
    new Promise<void>((done) => stream.params(one, constants.Z_DEFAULT_STRATEGY, () => done()));
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) {
      await level(constants.Z_NO_COMPRESSION);
      await write(placeholder);
      await level(constants.Z_DEFAULT_COMPRESSION);
    }
    await write(piece);
  }
  stream.end();
  await once(stream, "end");
  return cut(Buffer.concat(out), placeholder);
}

function between(pieces: readonly Buffer[], word: Buffer): Buffer[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [word, piece]));
}
