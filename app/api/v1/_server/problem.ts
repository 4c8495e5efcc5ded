import type { InvalidParameter } from "@/domain/export/export-request";
import { publicHeaders } from "./public-headers";

type Problem = {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The parameters at fault. */
  readonly invalid?: readonly InvalidParameter[];
};

/** Why there is no answer, as problem details (RFC 9457). */
export function problem(
  { title, status, detail, invalid }: Problem,
  headers: Record<string, string> = {},
): Response {
  const body = { type: "about:blank", title, status, detail, ...(invalid ? { invalid } : {}) };
  return new Response(`${JSON.stringify(body)}\n`, {
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

export const badRequest = (invalid: readonly InvalidParameter[]): Response =>
  problem({
    title: "Bad Request",
    status: 400,
    detail: invalid.map(({ name, reason }) => `${name} ${reason}.`).join(" "),
    invalid,
  });

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
