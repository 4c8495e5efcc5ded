/** What a request tells of where it comes from. */
export type RequestOrigin = {
  readonly method: string;
  readonly secFetchSite: string | null;
  readonly origin: string | null;
  /** The hosts we are known by, port included: that of the request, and that of our public address. */
  readonly hosts: readonly string[];
};

const safeMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a request may change something: it was sent from one of our own pages. Browsers say so in Sec-Fetch-Site
 * where they trust the connection, and in Origin with every form; both must agree, and one must speak. Next's own
 * check lets a missing and a `file:` origin through.
 */
export function isFromOurPages({ method, secFetchSite, origin, hosts }: RequestOrigin): boolean {
  if (safeMethods.includes(method.toUpperCase())) return true;
  if (secFetchSite === null && origin === null) return false;
  const sameSite = secFetchSite === null || secFetchSite === "same-origin";
  return sameSite && (origin === null || isOurs(origin, hosts));
}

/** The header of an opaque origin is the word "null", which is no address. */
function isOurs(origin: string, hosts: readonly string[]): boolean {
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return false;
  return hosts.includes(new URL(origin).host);
}
