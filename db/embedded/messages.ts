/** The few messages of the PostgreSQL protocol that the embedded server reads or writes by itself. */

/** Status in "ready for query": outside any transaction. */
export const idle = "I";

const letter = (message: Uint8Array) => String.fromCharCode(message[0]!);

/** After these (and the untyped startup message) the engine ends its answer with "ready for query". */
const settling = new Set(["\0", "Q", "S", "F", "c", "f"]);

/** The transaction status the engine ended its answer with, or null when it expects more of the same speaker. */
export function readyStatus(message: Uint8Array, answer: Buffer[]): string | null {
  if (!settling.has(letter(message))) return null;
  let end = Buffer.alloc(0);
  for (let i = answer.length - 1; i >= 0 && end.length < 6; i--) end = Buffer.concat([answer[i]!, end]);
  const ready = end.subarray(-6);
  return ready.length === 6 && letter(ready) === "Z" && ready.readInt32BE(1) === 5
    ? String.fromCharCode(ready[5]!)
    : null;
}

/** The name of the prepared statement that a message makes, if it has one. */
export function preparedName(message: Buffer): string | null {
  return letter(message) === "P" ? message.toString("utf8", 5, message.indexOf(0, 5)) || null : null;
}

export function isGoodbye(message: Uint8Array): boolean {
  return letter(message) === "X";
}

/** Whether a message does no more than make, describe or drop a statement, or ask for the answer so far. */
export function prepares(given: Uint8Array): boolean {
  const kind = letter(given);
  if (kind === "D" || kind === "C") return given[5] === "S".charCodeAt(0);
  return kind === "P" || isFlush(given);
}

/** A flush: the speaker waits for the answer so far before it goes on. */
export const isFlush = (given: Uint8Array): boolean => letter(given) === "H";

/** The same message about the statement `name` where it means the unnamed one; other messages as they are. */
export function withStatementName(given: Buffer, name: string): Buffer {
  const at = statementNameAt(given);
  if (at === null || given[at] !== 0) return given;
  return message(
    letter(given),
    Buffer.concat([given.subarray(5, at), Buffer.from(name), given.subarray(at)]),
  );
}

/** Where the name of a statement stands in the messages that have one. */
function statementNameAt(given: Buffer): number | null {
  const kind = letter(given);
  if (kind === "P") return 5;
  if (kind === "B") return given.indexOf(0, 5) + 1; // after the portal's name
  return (kind === "D" || kind === "C") && given[5] === "S".charCodeAt(0) ? 6 : null;
}

/** An answer without the "ready for query" that ends it. */
export function withoutReady(answer: Buffer[]): Buffer[] {
  return [Buffer.concat(answer).subarray(0, -6)];
}

export const sync = message("S", Buffer.alloc(0));
export const query = (text: string) => message("Q", text);
export const closeStatement = (name: string) => message("C", `S${name}`);

export function fatal(code: string, words: string): Buffer {
  return message("E", Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${words}\0\0`));
}

const copyIn = /(^|;)\s*copy\b[^;]*\bfrom\s+stdin\b/i;
const refusal =
  "do $$ begin raise exception 'The embedded database cannot COPY FROM STDIN: insert the rows instead.' " +
  "using errcode = 'feature_not_supported'; end $$";

/** PGlite waits for the rows of a COPY FROM STDIN in an endless loop, so the engine is given an error to raise. */
export function withoutCopyIn(given: Buffer): Buffer {
  const kind = letter(given);
  if (kind === "Q" && copyIn.test(given.toString("utf8", 5))) return query(refusal);
  if (kind !== "P") return given;
  const text = given.indexOf(0, 5) + 1;
  const end = given.indexOf(0, text);
  if (!copyIn.test(given.toString("utf8", text, end))) return given;
  return message("P", Buffer.concat([given.subarray(5, text), Buffer.from(refusal), given.subarray(end)]));
}

function message(kind: string, body: Buffer | string): Buffer {
  const bytes = typeof body === "string" ? Buffer.from(`${body}\0`) : body;
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(bytes.length + 4, 1);
  return Buffer.concat([head, bytes]);
}
