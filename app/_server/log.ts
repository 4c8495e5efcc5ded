type Level = "info" | "warn" | "error";

/** Writes one line of JSON to standard error: machines sort it, people can still read it. */
export function log(level: Level, message: string, facts: Readonly<Record<string, unknown>> = {}): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...facts })}\n`);
}

/** An error as facts for the log: the driver's own errors carry the query, which must not be logged with its values. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  const cause = error.cause instanceof Error ? { cause: error.cause.message } : {};
  return { error: error.message.slice(0, 500), ...cause, stack: error.stack?.split("\n").slice(1, 6) };
}
