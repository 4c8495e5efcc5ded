import type { InvalidParameter } from "@/domain/export/export-request";
import { scriptJson } from "@/domain/export/script-json";
import type { RefusedCell } from "@/domain/import/delivery-answer";
import { publicHeaders } from "./public-headers";

type Problem = {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The parameters at fault. */
  readonly invalid?: readonly InvalidParameter[];
  /** The rows at fault. */
  readonly refused?: readonly RefusedCell[];
};

/** Why there is no answer, as problem details (RFC 9457). */
export function problem(
  { title, status, detail, invalid, refused }: Problem,
  headers: Record<string, string> = {},
): Response {
  const body = {
    type: "about:blank",
    title,
    status,
    detail,
    ...(invalid ? { invalid } : {}),
    ...(refused ? { refused } : {}),
  };
  // It names what was asked for, in the very words of who asked: whoever guesses at types finds no markup in it.
  return new Response(`${scriptJson(body)}\n`, {
    status,
    headers: {
      ...publicHeaders,
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...headers,
    },
  });
}

export const notFound = (): Response =>
  problem({ title: "Not Found", status: 404, detail: "There is nothing at this address." });

/** @param error the word of RFC 6750 for what is wrong with a token that was given */
export const unauthorized = (detail: string, error?: string): Response =>
  problem(
    { title: "Unauthorized", status: 401, detail },
    { "WWW-Authenticate": `Bearer realm="verbatim"${error ? `, error="${error}"` : ""}` },
  );

export const forbidden = (detail: string): Response =>
  problem(
    { title: "Forbidden", status: 403, detail },
    { "WWW-Authenticate": 'Bearer realm="verbatim", error="insufficient_scope"' },
  );

/** @param seconds after which it may be otherwise; null where it stays so */
export const conflict = (detail: string, seconds: number | null = null): Response =>
  problem(
    { title: "Conflict", status: 409, detail },
    seconds === null ? {} : { "Retry-After": String(seconds) },
  );

export const tooLargeBody = (detail: string): Response =>
  problem({ title: "Content Too Large", status: 413, detail });

/** @param types what may be sent */
export const unsupported = (types: readonly string[]): Response =>
  problem(
    { title: "Unsupported Media Type", status: 415, detail: `Send ${types.join(" or ")}.` },
    { "Accept-Post": types.join(", ") },
  );

/** What was sent was read, and cannot be taken in. */
export const unprocessable = (
  detail: string,
  more: { readonly invalid?: readonly InvalidParameter[]; readonly refused?: readonly RefusedCell[] } = {},
): Response => problem({ title: "Unprocessable Content", status: 422, detail, ...more });

/** @param allowed the methods this address knows */
export const methodNotAllowed = (allowed: readonly string[]): Response =>
  problem(
    {
      title: "Method Not Allowed",
      status: 405,
      detail: `This address answers ${allowed.join(", ")} alone.`,
    },
    { Allow: allowed.join(", ") },
  );

/** @param types what the address can answer in */
export const notAcceptable = (types: readonly string[]): Response =>
  problem({
    title: "Not Acceptable",
    status: 406,
    detail: `This address answers in ${types.join(", ")}; Accept names none of it.`,
  });

/** @param seconds after which to ask again */
export const tooMany = (seconds: number): Response =>
  problem(
    {
      title: "Too Many Requests",
      status: 429,
      detail: `Too many requests from your address. Ask again in ${seconds} s.`,
    },
    { "Retry-After": String(seconds) },
  );

/** What should never be: it is in the log. */
export const failed = (): Response =>
  problem({
    title: "Internal Server Error",
    status: 500,
    detail: "Something failed here, and has been noted.",
  });

export const badRequest = (invalid: readonly InvalidParameter[]): Response =>
  problem({
    title: "Bad Request",
    status: 400,
    detail: invalid.map(({ name, reason }) => `${name} ${reason}.`).join(" "),
    invalid,
  });

/** @param seconds after which to ask again */
export const busy = (seconds: number): Response =>
  problem(
    {
      title: "Service Unavailable",
      status: 503,
      detail: `Too much is asked for at once. Ask again in ${seconds} s.`,
    },
    { "Retry-After": String(seconds) },
  );

/** @param seconds after which to ask again */
export const tooBusy = (seconds: number): Response =>
  problem(
    {
      title: "Service Unavailable",
      status: 503,
      detail: `Too many downloads at once. Ask again in ${seconds} s.`,
    },
    { "Retry-After": String(seconds) },
  );
