import type { Mask } from "../proposal";
import type { Found } from "./found";
import { after, before, type Line } from "./line";

const model: Mask = { rule: "model", reason: "a model or a code" };
const age: Mask = { rule: "age", reason: "an age" };

/** What stands before the name of a model: an article, a plural noun, a count ("31 Leopard 2"). */
const introduces = /(?:^|[^\p{L}])(?:un|une|le|les|des|du|de|a|an|the|of|\d+|\p{L}{2,}s) $/iu;

/** Masks a short number that the capital letters before it make part of a name: "Leopard 2", "Olena, 34, said". */
export function nameMask(line: Line, found: Found): Mask | null {
  if (!found.bare) return null;
  // the text as printed, since capitals tell
  const left = before({ ...line, folded: line.text }, found.start);
  const right = after(line, found.end);
  if (/(?:^|[^\p{L}])\p{Lu}{2,5} $/u.test(left) && /^(?:[.,;:)»]|$| (?:et|and|pour|for)\b)/.test(right))
    return model;
  if (found.end - found.start > 3) return null;
  if (/\p{Lu}[\p{L}'’-]+, $/u.test(left) && /^(?:,|\)| ans\b)/.test(right) && !/^, \d/.test(right))
    return age;
  const name = /(?:^|[^\p{L}])(\p{Lu}[\p{L}-]{0,20}) $/u.exec(left);
  if (name === null) return null;
  const word = name[1] ?? "";
  const lead = left.slice(0, left.length - word.length - 1);
  if (/^\p{Lu}{1,2}$|^(?:Su|Mi|Ka|Tu|An|Il|Mig|MiG|Yak|FH|Mk)$/u.test(word) && lead !== "") return model;
  if (word.endsWith("s") || !introduces.test(lead)) return null;
  const article = /(?:^|[^\p{L}])(?:le|du|the|of|de) $/iu.test(lead); // "the Kremlin 20 drones": a name, then a count
  return article && /^ [a-z]+s\b/.test(right) ? null : model;
}
