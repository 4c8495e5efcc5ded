import { type Bytes, concat } from "./bytes";

/**
 * One JSON document around rows that come as lines of `,{…}`: the comma of the first is dropped.
 * @param head what stands beside the rows, such as the revision they are frozen at
 */
export function jsonDocument(head: Readonly<Record<string, unknown>>, name: string, lines: Bytes): Bytes {
  const opening = JSON.stringify(head).slice(0, -1);
  const separator = opening === "{" ? "" : ",";
  return concat(`${opening}${separator}${JSON.stringify(name)}:[\n`, withoutFirstByte(lines), "]}\n");
}

/** Lines of `,{…}` as lines of `{…}` are made by the database; this is for the one comma too many. */
async function* withoutFirstByte(pieces: Bytes): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const piece of pieces) {
    yield first ? piece.subarray(1) : piece;
    if (piece.length > 0) first = false;
  }
}
