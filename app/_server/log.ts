import { withoutValues } from "@/db/without-values";
import { filterNames } from "@/domain/figure-query";
import { thisRequest } from "./this-request";

type Level = "info" | "warn" | "error";

/**
 * Writes one line of JSON to standard error: machines sort it, people can still read it. Every line written while a
 * request is answered bears its id, the same as in the answer's X-Request-Id.
 */
export function log(level: Level, message: string, facts: Readonly<Record<string, unknown>> = {}): void {
  const request = thisRequest()?.id;
  const line = { time: new Date().toISOString(), level, message, ...(request ? { request } : {}), ...facts };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/**
 * Lets what Next prints of its own accord go through the log: it prints errors whole, with the values of a query. Not
 * in development, where that is what one wants to see.
 */
export function logConsole(): void {
  if (process.env.NODE_ENV !== "production") return;
  for (const level of ["warn", "error"] as const)
    console[level] = (...said: unknown[]) => {
      const error = said.find((one) => one instanceof Error);
      const words = said.filter((one) => typeof one === "string").join(" ");
      log(
        level,
        withoutValues(words) || "an error was printed",
        error === undefined ? {} : errorFacts(error),
      );
    };
}

/** An error as facts for the log: the driver's own errors carry the query, which must not be logged with its values. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  const cause = error.cause instanceof Error ? { cause: messageOf(error.cause) } : {};
  return {
    error: messageOf(error),
    ...cause,
    stack: error.stack?.split("\n").filter(isFrame).slice(0, 5),
  };
}

const messageOf = ({ message }: Error) => withoutValues(message).slice(0, 500);
const isFrame = (line: string) => /^\s+at /.test(line);

/** Filters that only choose from what is published. What somebody searches for is their own affair. */
const harmless: ReadonlySet<string> = new Set(filterNames.filter((name) => name !== "q"));

/**
 * An address as it may stand in the log: an invitation is a key, what was searched for is nobody's business, and what
 * no page of ours knows may be anything.
 */
export function loggedAddress(address: string): string {
  const [path = "", query = ""] = address.replace(/^https?:\/\/[^/?#]*/, "").split(/[?#]/);
  const kept = [...new URLSearchParams(query)].filter(([name]) => harmless.has(name));
  const known = path.replace(/^\/invite\/.*/, "/invite/…");
  return kept.length === 0 ? known : `${known}?${new URLSearchParams(kept)}`;
}
