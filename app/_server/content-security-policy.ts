/** Where browsers say what they kept from a page, and the name it goes by in `Reporting-Endpoints`. */
const reportsAddress = "/api/reports";

/**
 * What a page may load: its own files, and the inline scripts Next writes, known by their nonce. Nothing inline
 * without it, neither scripts nor styles; no plug-ins, no frames, no base, no form elsewhere.
 * What it keeps from a page, browsers tell us. Development needs `unsafe-eval` for React's error overlays and sockets for reloading.
 */
export function contentSecurityPolicy(
  nonce: string,
  development = process.env.NODE_ENV === "development",
): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    `report-uri ${reportsAddress}`, // for browsers that do not know the next yet
    "report-to policy",
  ].join("; ");
}
