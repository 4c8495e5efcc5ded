/** No answer from a database, though it may come to itself: whoever asked may ask again. */
export class NoAnswer extends Error {
  readonly code = "NO_ANSWER";
}

/** How a connection ends, or is not made, in the words of the driver and of the system. */
const connectionLost: ReadonlySet<unknown> = new Set([
  "NO_ANSWER",
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "CONNECT_TIMEOUT",
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTDOWN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
]);

/**
 * What PostgreSQL says where it cannot answer now and may later: the connection failed (08), it has none to give
 * (53300), it is stopping or starting (57P01 to 57P03), it only reads, as the former primary does and the embedded server
 * on a disk that is nearly full (25006), or its disk is full (53100).
 */
const notNow = /^(?:08...|53[13]00|57P0[123]|25006)$/;

/** Whether an error says that the database is away, not that a question was wrong. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown };
  if (connectionLost.has(code) || (typeof code === "string" && notNow.test(code))) return true;
  if (code === "ENOENT" && syscall === "connect") return true; // the socket of the embedded server
  return isAway(error.cause);
}

/**
 * Waits for an answer so long and no longer: where all connections are taken, a question waits for ever. What is
 * answered later is thrown away, so that only what changes nothing may be asked so.
 * @throws {NoAnswer} after so many milliseconds
 */
export async function withinPatience<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const complain = () => reject(new NoAnswer(`The database did not answer in ${milliseconds} ms.`));
    timer = setTimeout(complain, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
