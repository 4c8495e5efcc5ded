import type { OtherKind } from "./table-refusal";

const starts = (bytes: Uint8Array, mark: readonly number[]) =>
  mark.every((byte, index) => bytes[index] === byte);

/** Whether the bytes are an archive, as workbooks since 2007 are; also an empty one and one cut in parts. */
export const isZip = (bytes: Uint8Array): boolean =>
  starts(bytes, [0x50, 0x4b]) && [0x0403, 0x0605, 0x0807].includes((bytes[2] ?? 0) | ((bytes[3] ?? 0) << 8));

/** What a file is that is neither text nor an archive, by its first bytes; null where they do not say. */
export function otherBytes(bytes: Uint8Array): OtherKind | "locked" | null {
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) return "pdf";
  if (!starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return null;
  // Old Office files, and new ones under a password, share an envelope that names its parts in UTF-16.
  if (names(bytes, "EncryptedPackage")) return "locked";
  return names(bytes, "Book") || names(bytes, "Workbook") ? "xls" : "office";
}

/** Whether `word` stands anywhere in the bytes, in UTF-16. */
function names(bytes: Uint8Array, word: string): boolean {
  const wide = [...word].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wide[0]!); at !== -1; at = bytes.indexOf(wide[0]!, at + 1))
    if (wide.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** What a text is that is no table, by how it begins; null where it may be one. */
export function otherText(text: string): OtherKind | null {
  const opening = text.slice(0, 1000).trimStart().toLowerCase();
  if (/^<(!doctype html|html|head|body|meta|style|table|div)\b/.test(opening)) return "html";
  if (opening.startsWith("<?xml")) return /<html|<!doctype html/.test(opening) ? "html" : "xml";
  return /^(\{|\[\s*\{)\s*"/.test(opening) ? "json" : null;
}
