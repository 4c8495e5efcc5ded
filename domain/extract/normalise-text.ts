/** Line ends of other systems; a vertical tab is how a word processor breaks a line inside a paragraph. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * What a reader never sees and a search would stumble over: control characters (the database refuses some), soft
 * hyphens, zero-width and direction marks, byte order marks, the placeholder of a pasted picture.
 */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/g;

/** Half of a character: it has no UTF-8 form, so the database would keep something else. */
const halfCharacter = /\p{Surrogate}/gu;

/**
 * More marks on one letter than the Stream-Safe Text Format of UAX #15 allows: sorting them takes quadratic time. Cut
 * again after NFC, which writes a few of them as two.
 */
const heapedMarks = /(\p{M}{30})\p{M}+/gu;

/**
 * The text a source version keeps: LF line ends, no unseen characters, NFC, no spaces at the end of a line, at most
 * one blank line in a row. No-break and thin spaces stay as printed, since quotes are verbatim. Idempotent.
 *
 * @param raw any text, as pasted
 * @returns the text every offset counts in
 */
export function normaliseText(raw: string): string {
  return raw
    .replace(lineEnds, "\n")
    .replace(unseen, "")
    .replace(halfCharacter, "\ufffd")
    .replace(heapedMarks, "$1")
    .normalize("NFC")
    .replace(heapedMarks, "$1")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}
