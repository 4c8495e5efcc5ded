import { gzipSync } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type Bytes, coalesce, concat, join, utf8 } from "./bytes";
import { textEntry, zip } from "./zip";

async function* gzip(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  // A byte at a time: the checksum at the end must be found wherever the pieces are cut.
  for (const byte of gzipSync(join(all))) yield Uint8Array.of(byte);
}

async function read(bytes: Bytes): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of bytes) all.push(piece);
  return join(all);
}

test("an archive holds what was put in, under names in any script", async () => {
  const archive = await read(
    zip([textEntry("a.txt", ""), textEntry("dossier/é🦩.csv", "x,y\n".repeat(5000))], gzip),
  );
  const parts = unzipSync(archive);
  expect(Object.keys(parts)).toEqual(["a.txt", "dossier/é🦩.csv"]);
  expect(strFromU8(parts["a.txt"]!)).toBe("");
  expect(strFromU8(parts["dossier/é🦩.csv"]!)).toBe("x,y\n".repeat(5000));
  expect(await read(zip([textEntry("a", "b")], gzip))).toEqual(await read(zip([textEntry("a", "b")], gzip)));
});

test("an archive breaks where what goes into it breaks", async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield utf8("half");
    throw new Error("the database is gone");
  }
  await expect(read(zip([{ name: "a", bytes: broken() }], gzip))).rejects.toThrow("the database is gone");
});

test("pieces are joined up to a size and lose nothing", async () => {
  const parts = Array.from({ length: 100 }, (_, index) => utf8(`${index};`));
  const pieces: number[] = [];
  const all: Uint8Array[] = [];
  for await (const piece of coalesce(concat(...parts), 50)) {
    pieces.push(piece.length);
    all.push(piece);
  }
  expect(join(all)).toEqual(join(parts));
  expect(pieces.slice(0, -1).every((length) => length >= 50)).toBe(true);
});
