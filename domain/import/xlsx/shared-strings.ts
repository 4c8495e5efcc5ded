import type { Limits } from "../limits";
import { refuse } from "../table-refusal";
import { partOf } from "./open-package";
import { readXml } from "./read-xml";
import { unescapeXstring } from "./unescape";
import type { Workbook } from "./workbook";

/** The words that cells share, by number. Of rich text the words, without what tells how to pronounce them. */
export async function readSharedStrings(
  { pack, strings }: Workbook,
  limits: Limits,
): Promise<readonly string[]> {
  const shared: string[] = [];
  if (strings === null) return shared;
  let [words, inText, inPhonetic] = ["", false, false];
  await readXml(partOf(pack, strings), pack, {
    open: (name) => {
      if (name === "si") words = "";
      else if (name === "rPh") inPhonetic = true;
      else if (name === "t") inText = !inPhonetic;
    },
    text: (text) => {
      if (inText) words += text;
      if (words.length > limits.cellCharacters)
        refuse("too_large", { limit: "cellCharacters", most: limits.cellCharacters, at: null });
    },
    close: (name) => {
      if (name === "t") inText = false;
      else if (name === "rPh") inPhonetic = false;
      else if (name === "si") {
        if (shared.length >= limits.cells)
          refuse("too_large", { limit: "cells", most: limits.cells, at: null });
        shared.push(unescapeXstring(words));
      }
    },
  });
  return shared;
}
