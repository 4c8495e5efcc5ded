/** Everything under /api/v1 may be read by anyone, from any page. */
export const publicHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Allow, Content-Disposition, ETag, Last-Modified, Link, Retry-After, X-Revision, X-Row-Count",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
} as const;

/** Whether pages elsewhere may use these methods: they may read, and write nothing. */
const isOpen = (allowed: readonly string[]) => allowed.includes("GET");

/** The answer to a browser that asks what a page elsewhere may do here. */
export const preflight = (allowed: readonly string[]): Response =>
  new Response(null, {
    status: 204,
    headers: {
      Allow: allowed.join(", "),
      ...(isOpen(allowed)
        ? {
            ...publicHeaders,
            "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
            "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
            "Access-Control-Max-Age": "86400",
          }
        : {}),
    },
  });

/** The preflight of what is there to be read alone. */
export const readingPreflight = (): Response => preflight(["GET", "HEAD", "OPTIONS"]);
