/** What a browser kept from a page, as it may stand in the log. */
export type PolicyReport = {
  /** The page, without what was asked of it. */
  readonly page: string;
  readonly directive: string;
  readonly blocked: string;
  readonly source: string;
  readonly line: number | null;
};

/** Bytes of a report that are read; a browser sends a few hundred. */
export const longestReport = 16_384;
const mostAtOnce = 20;
const longestWords = 200;

type Said = Readonly<Record<string, unknown>>;

/**
 * Reads what browsers send to `report-uri` (one report) and to `report-to` (a list). Anybody may send anything: each
 * word is cut short, and of addresses stays what tells which page and which host, not what was searched for and no key.
 * @returns null where it is no report
 */
export function readPolicyReports(text: string): PolicyReport[] | null {
  const json = parsed(text);
  if (Array.isArray(json)) {
    const bodies = json.slice(0, mostAtOnce).flatMap((one) => {
      const said = saidIn(one);
      return said?.type === "csp-violation" ? [saidIn(said.body)] : [];
    });
    const read = bodies.flatMap((body) => (body === null ? [] : [reportOf(body)]));
    return read.length > 0 ? read : null;
  }
  const body = saidIn(saidIn(json)?.["csp-report"]);
  return body === null ? null : [reportOf(body)];
}

const reportOf = (said: Said): PolicyReport => ({
  page: addressIn(said.documentURL ?? said["document-uri"]),
  directive: wordsIn(said.effectiveDirective ?? said["effective-directive"] ?? said["violated-directive"]),
  blocked: addressIn(said.blockedURL ?? said["blocked-uri"]),
  source: addressIn(said.sourceFile ?? said["source-file"]),
  line: lineIn(said.lineNumber ?? said["line-number"]),
});

const saidIn = (value: unknown): Said | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Said) : null;

const wordsIn = (value: unknown): string => (typeof value === "string" ? value.slice(0, longestWords) : "");

/** Words such as `inline` stay; of an address its host and path, and an invitation is a key. */
function addressIn(value: unknown): string {
  const words = wordsIn(value);
  if (!URL.canParse(words)) return words.split(/[?#]/)[0]!;
  const { protocol, host, pathname } = new URL(words);
  if (!/^(https?|wss?):$/.test(protocol)) return protocol;
  return `${protocol}//${host}${pathname.replace(/^\/invite\/.*/, "/invite/…")}`;
}

const lineIn = (value: unknown): number | null =>
  typeof value === "number" && Number.isSafeInteger(value) ? value : null;

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // anybody may send anything
  }
}
