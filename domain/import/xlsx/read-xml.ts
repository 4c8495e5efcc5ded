import { SaxesParser } from "saxes";
import { breather } from "../breathe";
import type { Limits } from "../limits";
import { refuse } from "../table-refusal";
import type { Entry } from "../zip/read-directory";
import { type Allowance, unpack } from "../zip/unpack";

export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is done with the elements of a part. Names come without their prefix: `x:row` is `row`. */
export type XmlReader = {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/** Elements within elements; a sheet has eight. */
const deepest = 64;
/** Attributes of one element; the root of a sheet has twenty. What collects them takes far longer than it should. */
const mostAttributes = 500;
/** Elements of a cell: itself, its value, the words in it; and what a part has beside cells. */
const [elementsOfCell, someMarkup] = [4, 10_000];
/** Units of markup for one of text, as in `&#x1F9A9;`. The parser gathers a text piece by piece before it tells. */
const longestLetter = 10;

/** Bytes read between two chances for others to have a turn. */
const bite = 1 << 16;

/** What may come out of a workbook. */
export type XmlBounds = { readonly allowance: Allowance; readonly limits: Limits };

/**
 * Reads a part of a workbook as it unpacks. A document type is refused, for nothing good needs one and entities are
 * declared in it; entities are never expanded.
 * @throws {Refused}
 */
export async function readXml(entry: Entry, bounds: XmlBounds, reader: XmlReader): Promise<void> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  const local = localNames();
  const { cells, cellCharacters } = bounds.limits;
  let [depth, count, left] = [0, 0, someMarkup + elementsOfCell * cells];
  const broken = (reason: "xml" | "doctype" | "depth" | "attributes" | "elements") =>
    refuse("broken", { part: entry.name, reason });
  parser.on("doctype", () => broken("doctype"));
  parser.on("error", () => broken("xml"));
  parser.on("attribute", () => {
    if (++count > mostAttributes) broken("attributes");
  });
  parser.on("opentag", ({ name, attributes }) => {
    count = 0;
    if (++depth > deepest) broken("depth");
    if (--left < 0) broken("elements");
    reader.open?.(local(name), attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    reader.close?.(local(name));
  });
  const { text } = reader;
  if (text !== undefined) {
    parser.on("text", text);
    parser.on("cdata", text);
  }
  const breathe = breather();
  let run = 0; // since the last element began
  for (const words of decoded(entry, bounds.allowance)) {
    const tag = words.lastIndexOf("<");
    run = tag === -1 ? run + words.length : words.length - tag;
    if (run > someMarkup + longestLetter * cellCharacters)
      refuse("too_large", { limit: "cellCharacters", most: cellCharacters, at: null });
    parser.write(words);
    await breathe();
  }
  parser.close();
}

/** UTF-8, or UTF-16 with its mark, which are what XML promises to be. */
function* decoded(entry: Entry, allowance: Allowance): Generator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for (const piece of unpack(entry, allowance)) {
      if (piece.length === 0) continue;
      const mark = piece[0] === 0xff ? "utf-16le" : piece[0] === 0xfe ? "utf-16be" : "utf-8";
      decoder ??= new TextDecoder(mark, { fatal: true });
      for (let at = 0; at < piece.length; at += bite)
        yield decoder.decode(piece.subarray(at, at + bite), { stream: true });
    }
    if (decoder !== undefined) yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) refuse("broken", { part: entry.name, reason: "xml" });
    throw error;
  }
}

/** Cuts the prefix off; a sheet has millions of elements of a dozen names. */
function localNames(): (name: string) => string {
  let known = new Map<string, string>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const local = name.slice(name.indexOf(":") + 1);
    if (known.size > 1000) known = new Map();
    known.set(name, local);
    return local;
  };
}
