/** Everything under /api/v1 may be read by anyone, from any page. */
export const publicHeaders = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "Content-Disposition, ETag, Last-Modified, Link, Retry-After, X-Revision, X-Row-Count",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
} as const;

/** The answer to a browser that asks whether a page elsewhere may read this. */
export const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...publicHeaders,
      "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
      "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
      "Access-Control-Max-Age": "86400",
    },
  });
