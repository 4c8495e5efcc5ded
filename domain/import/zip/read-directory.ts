import { refuse } from "../table-refusal";

/** A part of an archive, as its directory has it. Sizes are claims until the part was unpacked. */
export type Entry = {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly deflated: boolean;
  readonly length: number;
  readonly crc: number;
};

/** A workbook has a dozen parts, one with pictures a few hundred. */
const mostEntries = 10_000;
const [endMark, end64Mark, recordMark, localMark] = [0x06054b50, 0x06064b50, 0x02014b50, 0x04034b50];

/**
 * The parts of an archive (ZIP, PKWARE APPNOTE 4.3) by lower-case name, since a workbook may spell them either way.
 * Nothing is unpacked. Two parts of one name, or sharing bytes, are refused: readers disagree on the first, and the
 * second is how a small file unpacks to a huge one.
 * @throws {Refused}
 */
export function readDirectory(bytes: Uint8Array): ReadonlyMap<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readEntries(bytes, view);
  } catch (error) {
    if (error instanceof RangeError) broken(); // an offset that leads outside of the file
    throw error;
  }
}

function readEntries(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const { count, start } = findEnd(view);
  if (count > mostEntries) broken();
  const entries = new Map<string, Entry>();
  const spans: [from: number, to: number][] = [];
  let at = start;
  for (let left = count; left > 0; left--) {
    if (view.getUint32(at, true) !== recordMark) broken();
    const { entry, span, next } = readRecord(bytes, view, at);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) refuse("broken", { part: entry.name, reason: "duplicate_part" });
    entries.set(key, entry);
    spans.push(span);
    at = next;
  }
  spans.sort(([a], [b]) => a - b);
  if (spans.some(([from], index) => index > 0 && from < spans[index - 1]![1]))
    refuse("broken", { part: null, reason: "overlapping_parts" });
  return entries;
}

/** Where the directory stands and how many parts it names, by the record at the end of the file. */
function findEnd(view: DataView): { readonly count: number; readonly start: number } {
  const [size, longestComment] = [22, 0xffff];
  const first = Math.max(0, view.byteLength - size - longestComment);
  for (let at = view.byteLength - size; at >= first; at--) {
    if (view.getUint32(at, true) !== endMark) continue;
    const [count, start] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (count !== 0xffff && start !== 0xffffffff) return { count, start };
    const at64 = uint64(view, at - 20 + 8);
    if (view.getUint32(at64, true) !== end64Mark) broken();
    return { count: uint64(view, at64 + 32), start: uint64(view, at64 + 48) };
  }
  return broken();
}

function readRecord(bytes: Uint8Array, view: DataView, at: number) {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
    view.getUint16(at + offset, true),
  ) as [number, number, number]; // three offsets, three lengths
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  if ((flags & 1) !== 0) refuse("locked", {});
  const { packedLength, length, local } = sizes(view, at, at + 46 + nameLength, extraLength);
  if (view.getUint32(local, true) !== localMark || (method !== 0 && method !== 8)) broken(name);
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  const to = from + packedLength;
  if (to > bytes.length) broken(name);
  const crc = view.getUint32(at + 16, true);
  const entry: Entry = { name, packed: bytes.subarray(from, to), deflated: method === 8, length, crc };
  return {
    entry,
    span: [local, to] as [number, number],
    next: at + 46 + nameLength + extraLength + commentLength,
  };
}

/** Sizes and place of a part; where 32 bits say "too large", from the field that holds 64 (APPNOTE 4.5.3). */
function sizes(view: DataView, at: number, extra: number, extraLength: number) {
  const short = [24, 20, 42].map((offset) => view.getUint32(at + offset, true));
  for (let field = extra; field + 4 <= extra + extraLength; ) {
    const [id, size] = [view.getUint16(field, true), view.getUint16(field + 2, true)];
    if (id === 1) {
      let next = field + 4;
      const long = short.map((value) => {
        if (value !== 0xffffffff) return value;
        next += 8;
        return uint64(view, next - 8);
      });
      return { length: long[0]!, packedLength: long[1]!, local: long[2]! };
    }
    field += 4 + size;
  }
  return { length: short[0]!, packedLength: short[1]!, local: short[2]! };
}

/** Beyond 2^53 it is no longer exact, and far outside of any file. */
const uint64 = (view: DataView, at: number) =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

function broken(part: string | null = null): never {
  refuse("broken", { part, reason: "zip" });
}
