import { textWidth } from "../chart/text-width";

/**
 * Words in lines no wider than `width`. A word that is wider is parted where an address has its parts; a part that is
 * wider stays whole. The lines together are the words.
 */
export function wrapped(words: string, width: number, size: number, bold = false): string[] {
  const fits = (line: string) => textWidth(line.trimEnd(), size, bold) <= width;
  const partsOf = (word: string) => (fits(word) ? [word] : word.split(/(?<=[/?&=])|(?<=%2C)/));
  const lines: string[] = [];
  for (const word of words.split(/(?<= )/).flatMap(partsOf)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + word)) lines[lines.length - 1] = last + word;
    else lines.push(word);
  }
  return lines;
}

/** The first lines of some words, an ellipsis where there are more. A word wider than all is cut. */
export function firstLines(words: string, most: number, width: number, size: number, bold = false): string[] {
  const lines = wrapped(words, width, size, bold);
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  if (last !== undefined && lines.length > most) kept[kept.length - 1] = `${last.trimEnd()} …`;
  return kept.map((line) => cut(line, width, size, bold));
}

/** Words that fit, an ellipsis for those that do not. */
function cut(words: string, width: number, size: number, bold: boolean): string {
  const fits = (text: string) => textWidth(text.trimEnd(), size, bold) <= width;
  if (fits(words)) return words;
  const chars = [...words];
  while (chars.length > 1 && !fits(`${chars.join("")}…`)) chars.pop();
  return `${chars.join("").trimEnd()}…`;
}
