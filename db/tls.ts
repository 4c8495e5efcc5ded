import { readFileSync } from "node:fs";
import { isIP } from "node:net";

/** When a PostgreSQL is talked to by TLS alone: where it is on another machine, always, or as its address says. */
export type TlsRule = {
  readonly demanded: "elsewhere" | "always" | "never";
  /** A file with the certificates of who may vouch for it; without one, those that Node knows. */
  readonly ca?: string;
};

/** How TLS is spoken. What was demanded checks the certificate; what an address asks for does as it says. */
export type TlsOptions = {
  readonly rejectUnauthorized: boolean;
  /** A server that speaks none is spoken to without. */
  readonly orPlain?: true;
  readonly ca?: string;
  readonly host?: string;
  readonly servername?: string;
};

/** How the server at an address is talked to by TLS; undefined where it is not. @throws where the file of `ca` cannot be read */
export function tlsFor(
  url: string,
  { demanded, ca }: TlsRule = { demanded: "elsewhere" },
): TlsOptions | undefined {
  const hosts = hostsIn(url);
  const isDemanded = demanded === "always" || (demanded === "elsewhere" && !hosts.every(isHere));
  const mode = modeIn(url);
  if (!isDemanded && without.has(mode)) return undefined;
  const isChecked = isDemanded || mode.startsWith("verify-");
  const [host = ""] = hosts;
  return {
    rejectUnauthorized: isChecked,
    ...(!isDemanded && preferring.has(mode) && { orPlain: true }),
    ...(isChecked && ca !== undefined && { ca: readFileSync(ca, "utf8") }),
    // By which name its certificate must call it; that of a bare address is not sent to it.
    ...(isIP(host) ? { host } : { servername: host }),
  };
}

/** What an address says of TLS, in either of the words that the driver would heed. */
function modeIn(url: string): string {
  const { searchParams } = new URL(url);
  return searchParams.get("sslmode") ?? searchParams.get("ssl") ?? "disable";
}
const without: ReadonlySet<string> = new Set(["disable", "false", ""]);
const preferring: ReadonlySet<string> = new Set(["allow", "prefer"]);

function hostsIn(url: string): string[] {
  const { hostname } = new URL(url);
  const named = decodeURIComponent(hostname) || process.env.PGHOST || "localhost";
  return named.split(",").map((host) => host.replace(/^\[(.*)\]$/, "$1"));
}

/** Nobody listens in between on a socket in the file system, and on the loopback only who may read our memory too. */
const isHere = (host: string) => host.startsWith("/") || /^(localhost|127(\.\d+){3}|::1)$/.test(host);
