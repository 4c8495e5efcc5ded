import type { Known, TableEncoding } from "./table-facts";
import { refuse } from "./table-refusal";
import { fromWindows1252 } from "./windows-1252";

export type Decoded = {
  readonly text: string;
  readonly encoding: Known<TableEncoding>;
  readonly bom: boolean;
  /** The first words that show a guess at windows-1252; null where nothing was guessed. */
  readonly sample: string | null;
};

const marks: readonly (readonly [TableEncoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The text of a file: in the encoding stated, else by its byte order mark, else UTF-16 where every other byte is
 * zero, else UTF-8, else windows-1252.
 * @throws {Refused} where the bytes are no text, or not in that encoding
 */
export function decode(bytes: Uint8Array, stated?: TableEncoding): Decoded {
  const marked = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (stated !== undefined && marked !== undefined && marked[0] !== stated) refuse("encoding", { stated });
  const bom = marked !== undefined;
  const known = stated ?? marked?.[0] ?? withoutMark(bytes);
  const encoding = { is: known ?? "utf-8", how: stated === undefined ? "found" : "stated" } as const;
  const text = known === "windows-1252" ? fromWindows1252(bytes) : strictly(bytes, known ?? "utf-8");
  if (text !== null) return { text, encoding, bom, sample: null };
  if (known !== null) refuse("encoding", { stated: known });
  return guessed(bytes);
}

function guessed(bytes: Uint8Array): Decoded {
  if (bytes.some(isControl)) refuse("not_text", {});
  const text = fromWindows1252(bytes);
  if (text === null) refuse("encoding", { stated: null });
  const at = text.search(/[\x80-\uffff]/);
  const sample = text.slice(Math.max(0, at - 20), at + 20).split(/[\r\n]+/);
  return {
    text,
    encoding: { is: "windows-1252", how: "found" },
    bom: false,
    sample: sample.find((line) => /[\x80-\uffff]/.test(line)) ?? "",
  };
}

/** No text in windows-1252 has one, but for tabs, line breaks and form feeds; noise has. */
const isControl = (byte: number) => byte < 0x20 && (byte < 0x09 || byte > 0x0d);

function strictly(bytes: Uint8Array, encoding: TableEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null; // what the standard throws for bytes that do not fit
    throw error;
  }
}

/** UTF-16 by its zeros: of the Latin letters and delimiters of a table, every other byte is one. */
function withoutMark(bytes: Uint8Array): TableEncoding | null {
  const pairs = Math.min(2048, bytes.length >> 1);
  let [even, odd] = [0, 0];
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[2 * pair] === 0) even++;
    if (bytes[2 * pair + 1] === 0) odd++;
  }
  const [many, few] = [pairs * 0.3, pairs * 0.02];
  if (bytes.length % 2 === 1 || pairs === 0) return null;
  if (odd > many && even <= few) return "utf-16le";
  return even > many && odd <= few ? "utf-16be" : null;
}
